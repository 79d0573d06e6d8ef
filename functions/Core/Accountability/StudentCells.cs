using Core.Release.SmallCells;
using Core.Requests;
using Standing = Core.Release.SmallCells.Standing;

namespace Core.Accountability;

/// <summary>What a number about students counts.</summary>
internal enum Measure
{
    /// <summary>Students whom requests of the period concern.</summary>
    StudentsAsked,
    /// <summary>Students whom disclosures of the period concern.</summary>
    StudentsDisclosed,
    /// <summary>Requests: by school they are as good as students.</summary>
    Requests,
    /// <summary>Disclosures: the same.</summary>
    Disclosures,
}

/// <summary>Which number: what it counts, of which race, English learners or not, at which school. What is null is not broken down.</summary>
internal readonly record struct CellKey(Measure Measure, StudentRace? Race = null, EnglishLearners? Learners = null, string? School = null);

/// <summary>
/// All numbers about students that a report shows, in one table for the release gate's own suppression and attack, with everything that ties
/// them: totals, and that who is disclosed about was asked about.
/// </summary>
internal sealed class StudentCells
{
    private static readonly StudentRace[] Races = Enum.GetValues<StudentRace>();
    private static readonly EnglishLearners[] Learners = Enum.GetValues<EnglishLearners>();

    private readonly List<CountCell> _cells = [];
    private readonly List<Fact> _facts = [];
    private readonly Dictionary<CellKey, int> _at = [];
    private readonly Func<CellKey, long> _count;
    private readonly Func<CellKey, long> _least;

    /// <param name="schools">The schools that are told apart, the rest included; empty where none are.</param>
    /// <param name="isClosed">Everybody disclosed about was asked about in the same period.</param>
    /// <param name="count">The true numbers.</param>
    /// <param name="least">The least a number can be, as the report itself says it.</param>
    public StudentCells(IReadOnlyList<string> schools, bool isClosed, Func<CellKey, long> count, Func<CellKey, long> least)
    {
        (_count, _least) = (count, least);
        foreach (var measure in (Measure[])[Measure.StudentsAsked, Measure.StudentsDisclosed])
        {
            var total = new CellKey(measure);
            foreach (var race in Races)
            {
                Sum(new(measure, race), [.. Learners.Select(learners => new CellKey(measure, race, learners))]);
            }

            foreach (var learners in Learners)
            {
                Sum(new(measure, null, learners), [.. Races.Select(race => new CellKey(measure, race, learners))]);
            }

            Sum(total, [.. Races.Select(race => new CellKey(measure, race))]);
            BySchool(total);
        }

        // Shown among the acts, so nothing can hide them.
        Add(new(Measure.Requests), Standing.Released);
        Add(new(Measure.Disclosures), Standing.Released);
        BySchool(new(Measure.Requests));
        BySchool(new(Measure.Disclosures));

        if (isClosed)
        {
            foreach (var key in _at.Keys.Where(key => key.Measure == Measure.StudentsAsked || key is { Measure: Measure.Requests, School: not null }).ToList())
            {
                Rest(key, key with { Measure = key.Measure == Measure.Requests ? Measure.Disclosures : Measure.StudentsDisclosed });
            }
        }

        void BySchool(CellKey total)
        {
            if (schools.Count > 0)
            {
                Sum(total, [.. schools.Select(school => total with { School = school })]);
            }
        }
    }

    /// <summary>The numbers with what ties them.</summary>
    public CountTable Table => new([.. _cells], [.. _facts]);

    /// <summary>Where a number stands in the table.</summary>
    public int IndexOf(CellKey key) => _at[key];

    private void Sum(CellKey whole, IReadOnlyList<CellKey> parts)
    {
        var total = Add(whole);
        _facts.Add(new([.. parts.Select(part => (Add(part), 1.0)), (total, -1)], 0, 0, $"the parts of {whole}"));
    }

    /// <summary>Who was asked about and not disclosed about is a group too, though it stands nowhere.</summary>
    private void Rest(CellKey asked, CellKey disclosed)
    {
        _cells.Add(new($"{asked} without {disclosed}", null, Standing: Standing.Implied));
        _facts.Add(new([(_at[asked], 1), (_at[disclosed], -1), (_cells.Count - 1, -1)], 0, 0, $"{disclosed} is part of {asked}"));
    }

    private int Add(CellKey key, Standing standing = Standing.Counted)
    {
        if (!_at.TryGetValue(key, out var at))
        {
            _at[key] = at = _cells.Count;
            _cells.Add(new(key.ToString(), _count(key), _least(key), Standing: standing));
        }

        return at;
    }
}
