using Core.Release;
using Core.Routing;
using CsCheck;

namespace Core.Tests.Release;

/// <summary>Whatever else is in a table, an identifier column somewhere in it stops it.</summary>
public sealed class PlantedIdentifierTests
{
    private static readonly string[] Given = ["Ana", "Minh", "Jordan", "Fatima", "Luis", "Emma", "Omar", "Grace"];
    private static readonly string[] Family = ["Rivera", "Nguyen", "Doe", "Haddad", "O'Neil", "St. Jean", "Lopez-Cruz", "Park"];

    private static readonly Gen<string> Harmless = Gen.OneOf(
        Gen.Int[0, 500].Select(number => number.ToString()), Gen.Int[0, 1000].Select(number => $"{number / 10.0:0.0}%"),
        Gen.OneOf("Mather School", "Hale Academy", "2024-25", "<10", "*", "", "English learners", "K"));

    private static readonly Gen<string> Header = Gen.OneOf(
        "School", "Grade", "Year", "Students", "Rate", "Remark", "Group", "", "n", "Code", "Name of school", "Percent", "Notas", "Program");

    private static readonly Gen<string> Id = Gen.Int[1_000_000, 9_999_999].Select(number => number.ToString());
    private static readonly Gen<string> Email = Gen.Select(Gen.OneOf(Given), Gen.Int[1, 99]).Select((name, number) => $"{name}{number}@mail.example.org");
    private static readonly Gen<string> Phone = Gen.Select(Gen.Int[200, 999], Gen.Int[200, 999], Gen.Int[0, 9999], Gen.OneOf("{0}-{1}-{2:0000}", "({0}) {1}-{2:0000}", "{0}.{1}.{2:0000}"))
        .Select((area, exchange, line, format) => string.Format(format, area, exchange, line));
    private static readonly Gen<string> Address = Gen.Select(Gen.Int[1, 9999], Gen.OneOf("Elm Street", "Old Mill Rd", "North Main St", "Ocean Ave"))
        .Select((number, street) => $"{number} {street}");
    private static readonly Gen<string> Birth = Gen.Int[3 * 365 + 5, 21 * 365].Select(days => Gate.Today.PlusDays(-days).ToString("uuuu-MM-dd", null));
    private static readonly Gen<string> LastFirst = Gen.Select(Gen.OneOf(Family), Gen.OneOf(Given)).Select((family, given) => $"{family}, {given}");

    private static readonly Gen<(string Header, Gen<string> Cell)> ByHeader = Gen.OneOf(
        ("Student ID", Id), ("SASID", Id), ("e_mail", Email), ("studentName", LastFirst), ("DOB", Birth), ("Home Address", Address), ("Teléfono", Phone));

    /// <summary>Found without the header's help, so under a header that says nothing; IDs and dates only where they are not one of a kind.</summary>
    private static readonly Gen<(string Header, Gen<string> Cell)> ByContent = Gen.Select(
        Gen.OneOf("Remark", "x", "Info", ""), Gen.OneOf(Gen.Const(Email), Gen.Const(Phone), Gen.Const(Address)), (header, cell) => (header, cell));

    private static readonly Gen<(string Header, Gen<string> Cell)> Planted = Gen.OneOf(ByHeader, ByContent);

    private static readonly Gen<string[]> Tables =
        from columns in Gen.Int[1, 6]
        from rows in Gen.Int[2, 30]
        from planted in Planted
        from place in Gen.Int[0, columns]
        from headers in Header.Array[columns]
        from cells in Harmless.Array[columns].Array[rows]
        from identifiers in planted.Cell.Array[rows]
        select (string[])
        [
            string.Join('|', Insert(headers, place, planted.Header)),
            .. cells.Select((row, index) => string.Join('|', Insert(row, place, identifiers[index]))),
        ];

    [Fact]
    public void A_planted_identifier_column_never_passes_an_aggregate_or_a_de_identified_file() =>
        Gen.Select(Tables, Gen.OneOf(DataLevel.Aggregate, DataLevel.DeIdentifiedStudentLevel, DataLevel.Published))
            .Sample((rows, level) => Gate.Check(level, rows).Check.Verdict == Verdict.Block, iter: 1000);

    private static readonly string[] Sentences =
    [
        "The team met about {0} in the fall", "Nobody had asked for {0} before the break", "We looked at {0} again, with no change",
        "Se habló de {0} en la reunión", "Moved twice since then, see {0}.", "Counted once more because of ({0}) and others",
    ];

    private static readonly Gen<string> InSentence = Gen.OneOf(
        Email, Phone, Id, LastFirst, Address.Select(address => address.Replace("North ", "")), Birth.Select(day => $"somebody born {day}"),
        Gen.Select(Gen.OneOf(Given), Gen.OneOf("Rivera", "Nguyen", "Haddad", "O'Neil")).Select((given, family) => $"{given} {family}"),
        Gen.OneOf(Given).Select(given => $"{given}'s plan"));

    [Fact]
    public void A_single_cell_that_tells_of_a_student_within_a_sentence_never_passes() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[0, 59], Gen.OneOf(Sentences), InSentence, Gen.OneOf(DataLevel.Aggregate, DataLevel.Published))
            .Sample((rows, at, sentence, told, level) =>
            {
                Table(string.Format(sentence, told)).Check.Verdict.ShouldBeOneOf(Verdict.Fix, Verdict.Block);
                Table(string.Format(sentence, "the new schedule")).Check.Verdict.ShouldBe(Verdict.Pass);

                FileCheckResult Table(string text) => Gate.Check(level,
                [
                    "School|Students|Remark",
                    .. Enumerable.Range(0, rows).Select(row => $"Mather School {row}|{row + 20}|{(row == at % rows ? text : "Nothing more to say about this")}"),
                ]);
            }, iter: 2000);

    [Fact]
    public void The_gate_judges_any_text_whatever() =>
        Gen.Select(Gen.String.Array[0, 8].Array[0, 30], Gen.Enum<DataLevel>()).Sample((rows, level) =>
        {
            var parts = rows.Select((cells, index) => (FilePart)new FilePart.Row(index + 1, cells));
            var result = ReleaseGate.Check(new ApprovedData(level, [], 10), Gate.Today, parts);
            result.Check.Findings.ShouldAllBe(finding => finding.Where.Length > 0 && finding.Text.EndsWith('.'));
        }, iter: 1000);

    private static IEnumerable<string> Insert(string[] cells, int place, string planted) => cells.Take(place).Append(planted).Concat(cells.Skip(place));
}
