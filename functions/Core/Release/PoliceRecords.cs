namespace Core.Release;

/// <summary>
/// Looks over the sheets of a file for law enforcement: reports of the school police on one and education records on another are in one file
/// all the same (34 CFR 99.8(b)). What stands in one table is found there (<see cref="BeyondApproval.Mixed"/>).
/// </summary>
internal sealed class PoliceRecords(ApprovedData approved)
{
    private readonly List<(int Sheet, string Place)> police = [];
    private readonly List<(int Sheet, string Header)> education = [];
    private int sheets;

    public void See(SheetReport sheet)
    {
        sheets++;
        if (approved.IsForEducationRecords || approved.IsAggregate)
            return;
        if (BeyondApproval.PoliceRecordIn(sheet.Columns) is { } report)
            police.Add((sheets, Place.Column(sheet.Name, report.Index, report.Header)));
        if (BeyondApproval.EducationRecordIn(sheet.Columns) is { } record)
            education.Add((sheets, record.Header));
    }

    public void Report(Findings findings)
    {
        foreach (var (sheet, place) in police)
        {
            if (education.Find(record => record.Sheet != sheet) is { Header: { } header })
                findings.Add(BeyondApproval.KeptApart(place, header));
        }
    }
}
