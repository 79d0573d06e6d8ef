using System.Diagnostics;

namespace Core.Release;

/// <summary>The codes of <see cref="Finding"/>s. A new one needs a line here and in <see cref="VerdictOf"/>.</summary>
public static class FindingCode
{
    /// <summary>The file cannot be read, so it cannot be checked.</summary>
    public const string UnreadableFile = nameof(UnreadableFile);
    /// <summary>A document or picture, which is not checked: only an approver who has seen all of it lets it leave.</summary>
    public const string OtherFormat = nameof(OtherFormat);
    /// <summary>The file has no data.</summary>
    public const string EmptyFile = nameof(EmptyFile);
    /// <summary>The file carries a program.</summary>
    public const string MacroFile = nameof(MacroFile);
    /// <summary>The file says who a student is, which its level does not allow.</summary>
    public const string IdentifierColumn = nameof(IdentifierColumn);
    /// <summary>Immigration or citizenship status, which the district neither keeps nor shares (LTR-2018).</summary>
    public const string ImmigrationColumn = nameof(ImmigrationColumn);
    /// <summary>More than was asked for and approved.</summary>
    public const string UnapprovedColumn = nameof(UnapprovedColumn);
    /// <summary>More than the reviewer of a law-enforcement request approved (policy section 3).</summary>
    public const string BeyondApproval = nameof(BeyondApproval);
    /// <summary>A report of the school police in an education-records request (LTR-2018; 34 CFR 99.8).</summary>
    public const string PoliceRecord = nameof(PoliceRecord);
    /// <summary>Words that characterise a person, such as suspected gang membership (LTR-2018; policy sections 5 and 6).</summary>
    public const string Characterisation = nameof(Characterisation);
    /// <summary>A count of fewer than the smallest group (ODA-03: 10).</summary>
    public const string SmallCell = nameof(SmallCell);
    /// <summary>A hidden count that can be worked out from what is shown (policy section 6).</summary>
    public const string RecoverableCell = nameof(RecoverableCell);
    /// <summary>A share whose count, above the line or of the others, is smaller than the smallest group.</summary>
    public const string SmallShare = nameof(SmallShare);
    /// <summary>A group smaller than the smallest that no cell names, but that is what is left of a total.</summary>
    public const string SmallRest = nameof(SmallRest);
    /// <summary>A small count that this file and earlier releases together give away (policy section 6: differencing).</summary>
    public const string EarlierRelease = nameof(EarlierRelease);
    /// <summary>More was released about the same students than can be compared.</summary>
    public const string TooMuchReleased = nameof(TooMuchReleased);
    /// <summary>Too much, or too hard, to try in time whether hidden counts can be worked out: not proven, so no pass.</summary>
    public const string NotProven = nameof(NotProven);
    /// <summary>Identifiable rows without the ID under which their disclosure is recorded (34 CFR 99.32).</summary>
    public const string NoStudentIds = nameof(NoStudentIds);
    /// <summary>Rows of students whose families' consent is not in hand (ODA-03; 34 CFR 99.30).</summary>
    public const string NoConsent = nameof(NoConsent);
    /// <summary>A sheet that the reader of the file does not see at once.</summary>
    public const string HiddenSheet = nameof(HiddenSheet);
    /// <summary>A column that the reader of the file does not see at once.</summary>
    public const string HiddenColumn = nameof(HiddenColumn);
    /// <summary>A row that the reader of the file does not see at once.</summary>
    public const string HiddenRow = nameof(HiddenRow);
    /// <summary>A formula: it shows what a cell was made of.</summary>
    public const string Formula = nameof(Formula);
    /// <summary>Notes beside cells.</summary>
    public const string Comment = nameof(Comment);
    /// <summary>The rows behind a pivot table, kept out of sight.</summary>
    public const string PivotCache = nameof(PivotCache);
    /// <summary>Links to other files, which keep copies of their values.</summary>
    public const string ExternalLink = nameof(ExternalLink);
    /// <summary>A file within the file.</summary>
    public const string EmbeddedFile = nameof(EmbeddedFile);

    /// <summary>What may say who a student is, in a text: a name, an ID, a birthday, an address in a cell, a heading, or beside the table.</summary>
    public const string IdentifierInText = nameof(IdentifierInText);
    /// <summary>Pictures, shapes or charts, which are not read; a chart keeps a copy of the figures it was drawn from.</summary>
    public const string Drawing = nameof(Drawing);
    /// <summary>A part of a workbook that holds data out of sight, or that the gate does not know.</summary>
    public const string HiddenPart = nameof(HiddenPart);
    /// <summary>Sentences about students, in which anything may stand.</summary>
    public const string FreeText = nameof(FreeText);
    /// <summary>Rows alike in what people know of a student, of fewer students than the smallest group (policy section 6).</summary>
    public const string SmallGroup = nameof(SmallGroup);
    /// <summary>Rows alike in what people know of a student that also agree in what they should not learn.</summary>
    public const string OneValueGroup = nameof(OneValueGroup);

    /// <summary>How bad it is: what can be mended in the file without asking anybody is a <see cref="Verdict.Fix"/>.</summary>
    public static Verdict VerdictOf(string code) => code switch
    {
        UnreadableFile or EmptyFile or MacroFile or IdentifierColumn or ImmigrationColumn or BeyondApproval or PoliceRecord or NoConsent => Verdict.Block,
        UnapprovedColumn or SmallCell or RecoverableCell or SmallShare or SmallRest or EarlierRelease or TooMuchReleased or NotProven or NoStudentIds or HiddenSheet or HiddenColumn or HiddenRow or Formula
            or OtherFormat or Characterisation or IdentifierInText or Drawing or HiddenPart or FreeText or SmallGroup or OneValueGroup or Comment or PivotCache or ExternalLink or EmbeddedFile => Verdict.Fix,
        _ => throw new UnreachableException($"no verdict for {code}"),
    };
}
