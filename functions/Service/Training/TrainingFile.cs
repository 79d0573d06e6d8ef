using Core.Requests;
using Core.Training;
using NodaTime;
using NodaTime.Text;
using Service.Registers;
using Service.Reports;

namespace Service.Training;

/// <summary>What was read: the staff, or what is wrong with the file.</summary>
internal sealed record TrainingReading(IReadOnlyList<TrainedPerson>? People, IReadOnlyList<RegisterError> Errors);

/// <summary>The training register as CSV: a line a record, and a line without a course for somebody who has none.</summary>
internal static class TrainingFile
{
    private static readonly string[] Required = ["name", "email", "office"];
    private static readonly string[] Optional = ["roles", "course", "completedOn", "validUntil"];

    /// <summary>All columns, in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Required, .. Optional];

    /// <summary>Reads a file that somebody hands in; every bad line is named.</summary>
    /// <param name="rules">The courses there are; null where any is taken.</param>
    public static TrainingReading Read(string text, TrainingRules? rules, LocalDate today)
    {
        var errors = new List<RegisterError>();
        var lines = RegisterTable.Read(text, Required, Optional, errors).Select(line => (Line: line, Entry: Entry.Of(line, rules, today))).ToList();
        foreach (var person in lines.GroupBy(one => one.Entry.Email, StringComparer.OrdinalIgnoreCase))
        {
            var first = person.First();
            foreach (var (line, entry) in person.Skip(1))
            {
                Same(line, "name", TrainingRegister.Folded(entry.Name), TrainingRegister.Folded(first.Entry.Name), first.Line.Number);
                Same(line, "office", entry.Office, first.Entry.Office, first.Line.Number);
                Same(line, "roles", string.Join(';', entry.Roles), string.Join(';', first.Entry.Roles), first.Line.Number);
            }
        }

        // Whoever signs in is found by name, so a name must mean one person.
        foreach (var name in lines.GroupBy(one => TrainingRegister.Folded(one.Entry.Name), StringComparer.OrdinalIgnoreCase))
        {
            var first = name.First();
            foreach (var (line, _) in name.Where(one => !one.Entry.Email.Equals(first.Entry.Email, StringComparison.OrdinalIgnoreCase)))
            {
                line.Wrong("email", $"Line {first.Line.Number} gives another address for the same name. Two people need two names, written as they sign in.");
            }
        }

        return errors.Count > 0 ? new(null, RegisterTable.InOrder(errors)) : new(People(lines.Select(one => one.Entry)), []);
    }

    /// <summary>A register that was checked when it was stored: courses that have gone from the policy since do not make it unreadable.</summary>
    public static IReadOnlyList<TrainedPerson> Stored(string text)
    {
        var errors = new List<RegisterError>();
        var people = People(RegisterTable.Read(text, Required, Optional, errors).Select(line => Entry.Of(line, rules: null, LocalDate.MaxIsoValue)));
        return errors.Count == 0 ? people : throw new InvalidOperationException($"The stored training register cannot be read: {errors[0]}");
    }

    /// <summary>The register as a file.</summary>
    public static string Write(IEnumerable<TrainedPerson> people) => Csv.Write(
        Columns,
        people.SelectMany(person => person.Records.DefaultIfEmpty(null), (person, record) => (IReadOnlyList<object?>)
        [
            person.Name, person.Email, person.Office, string.Join(';', person.Roles), record?.Course,
            record is null ? null : LocalDatePattern.Iso.Format(record.CompletedOn), record is null ? null : LocalDatePattern.Iso.Format(record.ValidUntil),
        ]));

    /// <summary>What is known with what a file adds: its people as the file has them, their records besides those they had.</summary>
    public static IReadOnlyList<TrainedPerson> Merge(IEnumerable<TrainedPerson> known, IEnumerable<TrainedPerson> added)
    {
        var people = known.ToDictionary(person => person.Email, StringComparer.OrdinalIgnoreCase);
        foreach (var person in added)
        {
            people[person.Email] = people.TryGetValue(person.Email, out var before)
                ? person with { Records = [.. before.Records.Where(record => !person.Records.Any(one => SameTraining(one, record))), .. person.Records] }
                : person;
        }

        return [.. people.Values];
    }

    private static bool SameTraining(TrainingRecord one, TrainingRecord other) =>
        one.CompletedOn == other.CompletedOn && one.Course.Equals(other.Course, StringComparison.OrdinalIgnoreCase);

    private static void Same(RegisterLine line, string column, string here, string there, int first)
    {
        if (!here.Equals(there, StringComparison.OrdinalIgnoreCase))
        {
            line.Wrong(column, $"Line {first} says otherwise of the same person.");
        }
    }

    private static IReadOnlyList<TrainedPerson> People(IEnumerable<Entry> entries) =>
    [
        .. entries.GroupBy(entry => entry.Email, StringComparer.OrdinalIgnoreCase).Select(person => new TrainedPerson(
            TrainingRegister.Folded(person.First().Name), person.Key, person.First().Office, person.First().Roles,
            [.. person.Select(entry => entry.Record).OfType<TrainingRecord>().Distinct().OrderBy(record => record.CompletedOn)])),
    ];

    private sealed record Entry(string Name, string Email, string Office, IReadOnlyList<StaffRole> Roles, TrainingRecord? Record)
    {
        /// <param name="line">The line.</param>
        /// <param name="rules">The courses there are; null where any is taken.</param>
        /// <param name="today">No training was completed after this day.</param>
        public static Entry Of(RegisterLine line, TrainingRules? rules, LocalDate today) => new(
            line.Text("name", required: true), line.Email("email", required: true), line.Text("office", required: true),
            [.. line.Choices<StaffRole>("roles").Order()], Completed(line, rules, today));

        private static TrainingRecord? Completed(RegisterLine line, TrainingRules? rules, LocalDate today)
        {
            var (code, on, until) = (line.Text("course"), line.Date("completedOn"), line.Date("validUntil"));
            if (code.Length == 0)
            {
                if (on is not null || until is not null)
                {
                    line.Wrong("course", "There is a date, but no course.");
                }

                return null;
            }

            var course = rules?.Course(code);
            if (rules is not null && course is null)
            {
                line.Wrong("course", $"There is no course \"{code}\" in the policy; there are: {string.Join(", ", rules.Courses.Select(one => one.Code))}.");
            }

            if (on is not { } completed)
            {
                if (line.Text("completedOn").Length == 0)
                {
                    line.Wrong("completedOn", "This is empty.");
                }

                return null;
            }

            if (completed > today)
            {
                line.Wrong("completedOn", "This day has not come yet.");
            }

            if (until < completed)
            {
                line.Wrong("validUntil", "The training ends before it was completed.");
            }

            return new(course?.Code ?? code, completed, until ?? completed.PlusMonths(course?.ValidMonths ?? 0));
        }
    }
}
