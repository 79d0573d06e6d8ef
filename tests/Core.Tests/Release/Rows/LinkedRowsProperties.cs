using Core.Release;
using Core.Release.Rows;
using Core.Routing;
using CsCheck;

namespace Core.Tests.Release.Rows;

/// <summary>An attacker who tries every set of groups, and shares nothing with the gate, finds as much as the gate and no more.</summary>
public sealed class LinkedRowsProperties
{
    private const int Smallest = 4;
    private const int Grades = 6;

    // Whom nobody has heard of may go to a school of a name that is in no file.
    private static readonly string[] Schools = ["Mather", "Otis", "Guild", "Hale", "Wren"];

    private sealed record Student(int Grade, int School, int Gender);

    /// <param name="Cuts">After which grades a band ends; bit 0 is grade 1.</param>
    /// <param name="Named">Which schools are named; the others are "Other".</param>
    private sealed record Recoding(int Cuts, int Named, bool HasGrade, bool HasSchool, bool HasGender)
    {
        public IReadOnlyList<string> Header => [.. new[] { HasGrade ? "Grade" : null, HasSchool ? "School" : null, HasGender ? "Gender" : null }.OfType<string>()];

        public string[] Of(Student one) =>
            [.. new[] { HasGrade ? Band(one.Grade) : null, HasSchool ? SchoolOf(one.School) : null, HasGender ? one.Gender == 0 ? "F" : "M" : null }.OfType<string>()];

        private string Band(int grade)
        {
            var (low, high) = (grade, grade);
            while (low > 1 && (Cuts & (1 << (low - 2))) == 0)
                low--;
            while (high < Grades && (Cuts & (1 << (high - 1))) == 0)
                high++;
            return low == high ? $"{low}" : $"{low}-{high}";
        }

        private string SchoolOf(int school) => (Named & (1 << school)) != 0 ? Schools[school] : "Other";

        /// <summary>All that any student could be told to be, by the names of the keys told.</summary>
        public string Value(string key, Student one) => Of(one)[Header.ToList().IndexOf(key)];
    }

    private static readonly Gen<Recoding> Recodings =
        from cuts in Gen.Int[0, 31] from named in Gen.Int[0, 15] from told in Gen.Int[1, 7]
        select new Recoding(cuts, named, (told & 1) != 0, (told & 2) != 0, (told & 4) != 0);

    private static readonly Gen<(Student[] Students, Recoding First, Recoding Second)> Cases = Gen.Select(
        Gen.Select(Gen.Int[1, Grades], Gen.Int[0, 3], Gen.Int[0, 1], (grade, school, gender) => new Student(grade, school, gender)).Array[20, 60], Recodings, Recodings);

    [Fact]
    public void What_can_be_worked_out_is_found_and_nothing_else() => Cases.Sample(
        one =>
        {
            var (first, second) = (Groups(one.Students, one.First), Groups(one.Students, one.Second));
            if (first.Values.Concat(second.Values).Any(students => students < Smallest) || first.Count > 9 || second.Count > 9)
                return;
            var isFound = Findings(Table(one.First, first), Table(one.Second, second)).Count > 0;
            isFound.ShouldBe(IsRecoverable(one.First, first, one.Second, second), $"{Shown(first)} and {Shown(second)}");
        },
        iter: 30_000, print: one => $"{one.First} and {one.Second}");

    [Fact]
    public void Equal_recodings_of_the_same_students_are_no_finding() => Cases.Sample(
        one => Findings(Table(one.First, Groups(one.Students, one.First)), Table(one.First, Groups(one.Students, one.First))).ShouldBeEmpty(), iter: 1_000);

    private static IReadOnlyList<Finding> Findings(RowTable here, RowTable there) => LinkedRows.Check(
        new ApprovedData(DataLevel.DeIdentifiedStudentLevel, [], Smallest), [here], [new("old", "old", [there])]);

    private static Dictionary<string, int> Groups(Student[] students, Recoding recoding) =>
        students.CountBy(one => string.Join('|', recoding.Of(one)), StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);

    private static RowTable Table(Recoding recoding, Dictionary<string, int> groups)
    {
        var cells = groups.Keys.Select(group => group.Split('|')).ToList();
        var keys = recoding.Header.Select((header, at) => new RowKey(header.ToLowerInvariant(), header, [.. cells.Select(row => row[at]).Distinct(StringComparer.Ordinal)])).ToList();
        return new(
            null, Core.Release.Tables.Group.Everybody, keys, [.. cells.SelectMany(row => row.Select((cell, at) => keys[at].Values.ToList().IndexOf(cell) + 1))],
            [.. groups.Values], [], IsCutOff: false);
    }

    /// <summary>Leaves each set of keys out of either file, and tries every pair of groups that are left.</summary>
    private static bool IsRecoverable(Recoding first, Dictionary<string, int> here, Recoding second, Dictionary<string, int> there)
    {
        var anybody = (from grade in Enumerable.Range(1, Grades) from school in Enumerable.Range(0, Schools.Length) from gender in new[] { 0, 1 }
                       select new Student(grade, school, gender)).ToList();
        return (from mine in Subsets(first.Header) from theirs in Subsets(second.Header) select (mine, theirs)).Any(kept =>
        {
            var (a, b) = (Left(here, first.Header, kept.mine), Left(there, second.Header, kept.theirs));
            var together = anybody.Select(one => (Name(one, first, kept.mine), Name(one, second, kept.theirs))).ToHashSet();
            var pairs = (from x in Enumerable.Range(0, a.Count) from y in Enumerable.Range(0, b.Count) where together.Contains((a[x].Name, b[y].Name)) select (x, y)).ToHashSet();
            return pairs.Any(pair => a[pair.x].Students >= Smallest && b[pair.y].Students >= Smallest && IsFew(a, b, pairs, pair));
        });
    }

    /// <summary>As few as 1 and no more than 3: that none is in both leaves somebody without a place, and that 4 are does too.</summary>
    private static bool IsFew(List<(string Name, int Students)> a, List<(string Name, int Students)> b, HashSet<(int X, int Y)> pairs, (int X, int Y) pair)
    {
        var (mine, theirs) = (a.ConvertAll(one => one.Students), b.ConvertAll(one => one.Students));
        if (HaveAllAPlace(mine, theirs, [.. pairs.Where(one => one != pair)]))
            return false;
        (mine[pair.X], theirs[pair.Y]) = (mine[pair.X] - Smallest, theirs[pair.Y] - Smallest);
        return !HaveAllAPlace(mine, theirs, pairs);
    }

    /// <summary>Every set of groups has as much room as students (Hall).</summary>
    private static bool HaveAllAPlace(List<int> a, List<int> b, HashSet<(int X, int Y)> pairs)
    {
        var reach = Enumerable.Range(0, a.Count).Select(x => pairs.Where(one => one.X == x).Aggregate(0, (so, one) => so | (1 << one.Y))).ToArray();
        for (var set = 1; set < 1 << a.Count; set++)
        {
            var (students, room) = (0, 0);
            for (var x = 0; x < a.Count; x++)
            {
                if ((set & (1 << x)) != 0)
                    (students, room) = (students + a[x], room | reach[x]);
            }
            for (var y = 0; y < b.Count; y++)
                students -= (room & (1 << y)) != 0 ? b[y] : 0;
            if (students > 0)
                return false;
        }
        return true;
    }

    private static IEnumerable<IReadOnlyList<string>> Subsets(IReadOnlyList<string> keys) =>
        Enumerable.Range(0, 1 << keys.Count).Select(set => (IReadOnlyList<string>)[.. keys.Where((_, at) => (set & (1 << at)) != 0)]);

    private static string Name(Student one, Recoding recoding, IReadOnlyList<string> kept) => string.Join('|', kept.Select(key => recoding.Value(key, one)));

    private static List<(string Name, int Students)> Left(Dictionary<string, int> groups, IReadOnlyList<string> header, IReadOnlyList<string> kept) =>
        [.. groups.GroupBy(group => string.Join('|', group.Key.Split('|').Where((_, at) => kept.Contains(header[at]))), StringComparer.Ordinal)
            .Select(same => (same.Key, same.Sum(one => one.Value)))];

    private static string Shown(Dictionary<string, int> groups) => string.Join("; ", groups.Select(one => $"{one.Value} {one.Key}"));
}
