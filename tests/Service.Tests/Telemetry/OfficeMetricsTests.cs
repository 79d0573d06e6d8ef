using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NodaTime;
using Service.Telemetry;
using Service.Tests.Desk;
using Service.Tests.Storage;
using Shared;
using static Core.Requests.RequestCommand;

namespace Service.Tests.Telemetry;

public sealed class OfficeMetricsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Passed_deadlines_mail_and_failures_are_counted_as_they_happen()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        using var measured = new Measured(office.Services);
        var id = (await office.SubmitAsync()).Id;
        await office.DrainAsync();
        measured.Of("mail.lag").Count().ShouldBe(2);
        measured.Of("mail.lag").ShouldAllBe(seconds => seconds >= 0 && seconds < 3600);
        measured.Of("effects.retries").ShouldBeEmpty();

        office.MailIsDown = true;
        await office.DoAsync(id, new Assign("Ana Lyst"));
        await office.DrainAsync();
        office.MailIsDown = false;
        measured.All.ShouldContain(one => one.Name == "effects.retries" && one.Tag == "effect=SendMail");

        await office.AdvanceAsync(Duration.FromDays(30));
        measured.All.Where(one => one.Name == "requests.breaches").Select(one => one.Tag).ShouldBe(["deadline=fulfilment"]);

        await office.Get<OpenRequestsMeter>().MeasureAsync(TestContext.Current.CancellationToken);
        measured.Ask();
        measured.Of("requests.open").Last().ShouldBe(1);
        measured.Of("requests.due_soon").Last().ShouldBe(0);
        measured.Of("requests.breached").Last().ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_said_of_open_requests_before_they_were_counted()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        using var measured = new Measured(office.Services);
        measured.Ask();
        measured.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_measurement_that_an_alert_or_the_workbook_asks_for_exists()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        using var measured = new Measured(office.Services);
        var asked = Directory.GetFiles(Path.Combine(Root(), "infra", "modules"))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), """["']((?:requests|mail|effects|orchestrations|sweep)\.[a-z_]+)\\?["']""",
                RegexOptions.None, TimeSpan.FromSeconds(5)))
            .Select(match => match.Groups[1].Value).Distinct().ToList();
        asked.Count.ShouldBeGreaterThan(5);
        asked.ShouldBeSubsetOf(measured.Names);
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
