using Core.Accountability;
using Core.Release.SmallCells;

namespace Core.Tests.Accountability;

/// <summary>
/// Somebody who has the printed report and nothing else: every number in it, and every sum that its lines and tables let them write down. Made
/// apart from the product's own table, so that what the product forgets to tie together is found.
/// </summary>
internal sealed class Reader
{
    private const string All = "All";
    private readonly List<CountCell> _cells = [];
    private readonly List<Fact> _facts = [];
    private readonly Dictionary<(string What, string Group, string Learners, bool Disclosed), int> _at = [];

    public Reader(AccountabilityReport report, bool isClosed)
    {
        foreach (var table in report.Tables.Where(table => table.Counted == Counted.Students))
        {
            // Totals of students are the same number wherever they stand; those of requests stand among the acts.
            var (what, of) = table.Key.StartsWith("students", StringComparison.Ordinal) ? ("students", table.Key) : ("requests", table.Key);
            foreach (var line in table.Lines)
            {
                Put(what, of, line, line.Asked, disclosed: false, report.Requests, report.SmallestGroup);
                Put(what, of, line, line.Disclosed, disclosed: true, report.Disclosures, report.SmallestGroup);
            }

            foreach (var disclosed in (bool[])[false, true])
            {
                var groups = table.Lines.Select(line => line.Group.English).Distinct().ToList();
                var learners = table.Lines.Select(line => (line.Learners?.English ?? All)).Distinct().ToList();
                groups.ForEach(group => Sum(learners.Where(one => one != All).Select(one => Key(what, of, group, one, disclosed)), Key(what, of, group, All, disclosed)));
                learners.ForEach(one => Sum(groups.Where(group => group != All).Select(group => Key(what, of, group, one, disclosed)), Key(what, of, All, one, disclosed)));
            }
        }

        if (isClosed)
        {
            foreach (var (key, asked) in _at.Where(one => !one.Key.Disclosed && !(one.Key.What == "requests" && one.Key.Group == All)).ToList())
            {
                _cells.Add(new($"{key} not disclosed", null));
                _facts.Add(new([(asked, 1), (_at[key with { Disclosed = true }], -1), (_cells.Count - 1, -1)], 0, 0, "who is disclosed about was asked about"));
            }
        }
    }

    public CountTable Table => new(_cells, _facts);

    private static (string, string, string, bool) Key(string what, string of, string group, string learners, bool disclosed) =>
        (what, group == All ? All : $"{of}/{group}", learners, disclosed);

    private void Put(string what, string of, ReportLine line, long? number, bool disclosed, int acts, int smallestGroup)
    {
        var key = Key(what, of, line.Group.English, (line.Learners?.English ?? All), disclosed);
        var isNamedSchool = what == "requests" && !disclosed && line.Group.English != All && !line.Group.English.StartsWith("Other", StringComparison.Ordinal);
        var known = what == "requests" && line.Group.English == All ? acts : number;
        if (_at.TryAdd(key, _cells.Count))
        {
            _cells.Add(new(key.ToString(), known, isNamedSchool ? smallestGroup : 0));
        }
        else if (_cells[_at[key]].Value is null)
        {
            _cells[_at[key]] = _cells[_at[key]] with { Value = known };
        }
    }

    private void Sum(IEnumerable<(string, string, string, bool)> parts, (string, string, string, bool) whole)
    {
        var terms = parts.Where(_at.ContainsKey).Select(part => (_at[part], 1.0)).ToList();
        if (terms.Count > 0 && _at.TryGetValue(whole, out var total))
        {
            _facts.Add(new([.. terms, (total, -1)], 0, 0, $"the parts of {whole}"));
        }
    }
}
