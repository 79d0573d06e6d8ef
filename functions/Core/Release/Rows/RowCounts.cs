using Core.Release.Tables;

namespace Core.Release.Rows;

/// <summary>
/// Student rows as the counts that whoever has them can make, so that they stand beside tables of counts about the same students: of each
/// breakdown of those, as far as the rows have it too, how many students each of its groups has.
/// </summary>
internal static class RowCounts
{
    /// <summary>The counts.</summary>
    /// <param name="table">The rows, in groups.</param>
    /// <param name="others">The tables of counts.</param>
    public static Figures Of(RowTable table, IReadOnlyList<Figures> others)
    {
        var groups = others.SelectMany(GroupsOf).ToHashSet();
        if (table.IsCutOff || table.Groups == 0 || groups.Count == 0)
            return Figures.None;
        var keys = Enumerable.Range(0, table.Keys.Count).Select(at => Key.Of(table, at, groups)).OfType<Key>().ToList();
        var counts = new List<Figure>();
        var sums = new List<GroupSum>();
        foreach (var breakdown in groups.GroupBy(group => string.Join(' ', keys.Where(key => group.By.ContainsKey(key.Dimension)).Select(key => key.At))))
        {
            List<Key> along = [.. keys.Where(key => breakdown.First().By.ContainsKey(key.Dimension))];
            // What the rows say only of several groups together would leave a table with gaps, which must not be added up.
            if (along.TrueForAll(key => key.IsExact))
                counts.AddRange(Counts(table, along));
            else
                sums.AddRange(Sums(table, along, breakdown));
        }
        return new(counts, [], []) { Sums = sums };
    }

    private static IEnumerable<Group> GroupsOf(Figures figures) => figures.Counts.Select(one => one.Group)
        .Concat(figures.Shares.SelectMany(one => (Group[])[one.Group, one.BaseGroup]))
        .Where(group => !group.By.ContainsKey("row"));

    private static IEnumerable<Figure> Counts(RowTable table, List<Key> along) =>
        from one in Students(table, along)
        let categories = along.Zip(one.Parts, (key, part) => KeyValuePair.Create(key.Dimension, key.CategoryOf(part)))
        select new Figure(Layout.Students, table.Covered.And(Group.Of(categories)), PlaceOf(table, along, one.Parts, one.Students), one.Students, 0, null, 0, 0);

    private static IEnumerable<GroupSum> Sums(RowTable table, List<Key> along, IEnumerable<Group> groups)
    {
        var told = groups.Select(group => Group.Of(along.Select(key => KeyValuePair.Create(key.Dimension, group.By[key.Dimension])))).Distinct()
            .ToLookup(group => string.Join(' ', along.Select(key => key.PartOf(group.By[key.Dimension]))));
        return from one in Students(table, along)
               let together = told[string.Join(' ', one.Parts)].Select(table.Covered.And).ToList()
               where together.Count > 0
               select new GroupSum(Layout.Students, together, PlaceOf(table, along, one.Parts, one.Students), one.Students, one.Students);
    }

    /// <summary>How many students have values of these parts of the keys.</summary>
    private static IEnumerable<(int[] Parts, long Students)> Students(RowTable table, List<Key> along) =>
        Enumerable.Range(0, table.Groups)
            .GroupBy(group => string.Join(' ', along.Select(key => key.PartOf(table, group))), StringComparer.Ordinal)
            .Select(part => (along.Select(key => key.PartOf(table, part.First())).ToArray(), part.Sum(group => (long)table.Students[group])));

    private static string PlaceOf(RowTable table, List<Key> along, int[] parts, long students)
    {
        var with = along.Count == 0 ? "" : $" with {string.Join(", ", along.Zip(parts, (key, part) => key.Words(part)))}";
        return $"the {students} students{(table.Sheet is { } name ? $" in sheet \"{name}\"" : "")}{with}";
    }

    /// <summary>A key of the rows that the tables of counts break students down by, too.</summary>
    private sealed class Key
    {
        private const int Shown = 3;
        private readonly RowKey key;
        private readonly KeyOverlap overlap;
        private readonly Dictionary<string, int> part;
        private readonly ILookup<int, string> categories, values;

        private Key(RowKey key, int at, List<string> told)
        {
            (this.key, At) = (key, at);
            overlap = new(key.Dimension, key.Values, told);
            part = told.Select((category, index) => (category, index)).ToDictionary(one => one.category, one => overlap.There[one.index], StringComparer.Ordinal);
            categories = told.ToLookup(category => part[category]);
            values = key.Values.Select((value, index) => (value, index)).ToLookup(one => overlap.Here[one.index], one => one.value);
            IsExact = values.All(one => categories[one.Key].ToList() is var all && (all.Count == 0
                || (all is [var only] && one.All(value => Categories.Named(value, Dimension) == only))));
        }

        /// <summary>Its number among the keys of the rows.</summary>
        public int At { get; }

        public string Dimension => key.Dimension;

        /// <summary>Whatever the rows tell apart, the tables of counts call the same; no band stands for some of their categories, or for more.</summary>
        public bool IsExact { get; }

        /// <summary>Null where no table of counts has it, or it has more values than can be compared.</summary>
        public static Key? Of(RowTable table, int at, IEnumerable<Group> groups)
        {
            var told = groups.Select(group => group.By.GetValueOrDefault(table.Keys[at].Dimension)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            return told.Count == 0 || (long)told.Count * table.Keys[at].Values.Count > KeyOverlap.MostPairs ? null : new(table.Keys[at], at, told);
        }

        /// <summary>The part that a group of students belongs to.</summary>
        public int PartOf(RowTable table, int group) => overlap.Here[table.Value(group, At) - 1];

        /// <summary>The part that a category belongs to.</summary>
        public int PartOf(string category) => part[category];

        /// <summary>The category of a part, in the words of the tables of counts where they have it.</summary>
        public string CategoryOf(int part) => categories[part].FirstOrDefault() ?? Categories.Named(values[part].First(), Dimension);

        /// <summary>The part in the words of the rows.</summary>
        public string Words(int part)
        {
            var all = values[part].ToList();
            var shown = string.Join(" or ", all.Take(Shown).Select(value => value.Length == 0 ? "(blank)" : value));
            return $"{key.Header} {shown}{(all.Count > Shown ? $" and {all.Count - Shown} more" : "")}";
        }
    }
}
