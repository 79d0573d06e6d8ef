using System.Runtime.CompilerServices;
using Local;
using Microsoft.Extensions.Configuration;
using Service.Settings;
using Shared;

namespace Service.Tests.Settings;

public sealed class SettingsCheckTests(AzuriteFixture azurite)
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string Id = "11111111-2222-3333-4444-555555555555";

    /// <summary>What a deployment by the templates sets (infra/modules/app.bicep).</summary>
    private static Dictionary<string, string?> Deployed() => new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage__accountName"] = "sthcpsdatarequests",
        ["AzureWebJobsStorage__credential"] = "managedidentity",
        ["AzureWebJobsStorage__clientId"] = Id,
        ["AZURE_CLIENT_ID"] = Id,
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"InstrumentationKey={Id};IngestionEndpoint=https://eastus-8.in.applicationinsights.azure.com/",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = $"ClientId={Id};Authorization=AAD",
        ["Mail__PublicBaseUrl"] = "https://datarequests.district.example",
        ["AzureAd__Instance"] = "https://login.microsoftonline.com/",
        ["AzureAd__TenantId"] = Id,
        ["AzureAd__ClientId"] = Id,
    };

    private static IReadOnlyList<string> Problems(Dictionary<string, string?> settings, string environment = "Production") => SettingsCheck.Problems(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key.Replace("__", ":", StringComparison.Ordinal), one.Value))).Build(),
        environment);

    [Fact]
    public void What_the_templates_set_is_enough()
    {
        Problems(Deployed()).ShouldBeEmpty();
        Problems(Deployed(), "Staging").ShouldBeEmpty();
    }

    [Fact]
    public void Everything_has_a_default_in_Development() => Problems([], "Development").ShouldBeEmpty();

    [Fact]
    public void Everything_that_is_missing_is_said_at_once_a_line_each()
    {
        var problems = Problems([]);
        problems.Select(problem => problem.Split(':')[0]).ShouldBe(
            ["AzureWebJobsStorage__accountName", "AzureAd__TenantId", "AzureAd__ClientId", "Mail__PublicBaseUrl"]);
        problems.ShouldAllBe(problem => !problem.Contains('\n') && problem.EndsWith('.') && problem.Contains("missing"));
    }

    // The setting, a wrong value (null takes it away), and the name that the one line begins with.
    [Theory]
    [InlineData("AzureWebJobsStorage__accountName", null, "AzureWebJobsStorage__accountName")]
    [InlineData("AzureWebJobsStorage__accountName", "Has-Capitals", "AzureWebJobsStorage__accountName")]
    [InlineData("AzureWebJobsStorage__accountName", "st", "AzureWebJobsStorage__accountName")]
    [InlineData("AzureWebJobsStorage", "UseDevelopmentStorage=true", "AzureWebJobsStorage")]
    [InlineData("AzureWebJobsStorage__blobServiceUri", "blobs.example", "AzureWebJobsStorage__blobServiceUri")]
    [InlineData("AzureWebJobsStorage__tableServiceUri", "http://tables.example", "AzureWebJobsStorage__tableServiceUri")]
    [InlineData("AzureWebJobsStorage__queueServiceUri", "ftp://queues.example", "AzureWebJobsStorage__queueServiceUri")]
    [InlineData("AzureWebJobsStorage__credential", "password", "AzureWebJobsStorage__credential")]
    [InlineData("AzureWebJobsStorage__clientId", "our-identity", "AzureWebJobsStorage__clientId")]
    [InlineData("AZURE_CLIENT_ID", "7", "AZURE_CLIENT_ID")]
    [InlineData("AzureAd__TenantId", null, "AzureAd__TenantId")]
    [InlineData("AzureAd__TenantId", " ", "AzureAd__TenantId")]
    [InlineData("AzureAd__TenantId", "common", "AzureAd__TenantId")]
    [InlineData("AzureAd__ClientId", null, "AzureAd__ClientId")]
    [InlineData("AzureAd__ClientId", "data requests", "AzureAd__ClientId")]
    [InlineData("AzureAd__Instance", "login.microsoftonline.com", "AzureAd__Instance")]
    [InlineData("AzureAd__Instance", "http://login.example", "AzureAd__Instance")]
    [InlineData("AzureAd__ClientSecret", "s3cret", "AzureAd__ClientSecret")]
    [InlineData("Mail__PublicBaseUrl", null, "Mail__PublicBaseUrl")]
    [InlineData("Mail__PublicBaseUrl", "datarequests.district.example", "Mail__PublicBaseUrl")]
    [InlineData("Mail__PublicBaseUrl", "data@district.example", "Mail__PublicBaseUrl")]
    [InlineData("Mail__PublicBaseUrl", "http://datarequests.district.example", "Mail__PublicBaseUrl")]
    [InlineData("Mail__PublicBaseUrl", "https://datarequests.district.example?x=1", "Mail__PublicBaseUrl")]
    [InlineData("Mail__PublicBaseUrl", "https://name:word@district.example", "Mail__PublicBaseUrl")]
    [InlineData("Mail__GraphBaseUrl", "graph", "Mail__GraphBaseUrl")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "some-resource", "APPLICATIONINSIGHTS_CONNECTION_STRING")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    public void One_wrong_setting_is_named_in_one_line(string name, string? value, string named)
    {
        var settings = Deployed();
        settings[name] = value;
        var problem = Problems(settings).ShouldHaveSingleItem();
        problem.ShouldStartWith($"{named}");
        problem.ShouldNotContain('\n');
        problem.ShouldNotContain("s3cret");
        problem.ShouldNotContain("name:word");
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", true)]
    [InlineData($"DefaultEndpointsProtocol=https;AccountName=st1;AccountKey={Key};EndpointSuffix=core.windows.net", true)]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=st1", false)]
    [InlineData("st1", false)]
    public void A_connection_string_will_do_if_it_is_one(string connection, bool isOne)
    {
        var settings = Deployed();
        foreach (var name in settings.Keys.Where(name => name.StartsWith("AzureWebJobsStorage", StringComparison.Ordinal)).ToList())
        {
            settings.Remove(name);
        }

        settings["AzureWebJobsStorage"] = connection;
        var problems = Problems(settings);
        (problems.Count == 0).ShouldBe(isOne);
        problems.ShouldAllBe(problem => problem.StartsWith("AzureWebJobsStorage:") && !problem.Contains("st1"));
    }

    [Fact]
    public void Addresses_of_both_services_will_do_without_a_name_and_one_of_them_will_not()
    {
        var settings = Deployed();
        settings.Remove("AzureWebJobsStorage__accountName");
        settings["AzureWebJobsStorage__blobServiceUri"] = "https://st1.blob.core.usgovcloudapi.net";
        Problems(settings).ShouldHaveSingleItem().ShouldContain("AzureWebJobsStorage__tableServiceUri");
        settings["AzureWebJobsStorage__tableServiceUri"] = "https://st1.table.core.usgovcloudapi.net";
        Problems(settings).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Produktion")]
    [InlineData("development")]
    [InlineData("")]
    public void An_environment_nobody_knows_is_refused(string environment) => Problems(Deployed(), environment).ShouldHaveSingleItem().ShouldContain("ENVIRONMENT");

    [Fact]
    public void Development_is_not_for_Azure() =>
        Problems(new(StringComparer.Ordinal) { ["WEBSITE_INSTANCE_ID"] = "abc" }, "Development").ShouldHaveSingleItem().ShouldContain("one machine alone");

    [Fact]
    public void Entra_half_set_is_wrong_in_Development_too() =>
        Problems(new(StringComparer.Ordinal) { ["AzureAd__ClientId"] = Id }, "Development").ShouldHaveSingleItem().ShouldStartWith("AzureAd__TenantId");

    [Fact]
    public async Task The_app_does_not_start_with_wrong_settings_and_says_all_of_them()
    {
        await using var app = LocalApp.Build(["--environment", "Production", "--urls", "http://127.0.0.1:0", "--AzureAd:TenantId", "common"], azurite.NewStorage());
        var problem = await Should.ThrowAsync<SettingsException>(() => app.StartAsync(TestContext.Current.CancellationToken));
        problem.Message.Split('\n').Select(line => line.Split(':')[0]).ShouldBe(["AzureAd__ClientId", "AzureAd__TenantId", "Mail__PublicBaseUrl"]);
    }

    [Fact]
    public void The_readme_lists_every_setting()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "README.md"));
        foreach (var setting in Setting.All)
        {
            readme.ShouldContain($"| `{setting.Name}` | {setting.Meaning} | {setting.Otherwise} | {setting.Needed} |");
        }
    }

    [Fact]
    public void Every_setting_of_the_templates_is_in_the_table()
    {
        var template = File.ReadAllText(Path.Combine(Root(), "infra", "modules", "app.bicep"));
        var block = template[template.IndexOf("name: 'appsettings'", StringComparison.Ordinal)..];
        var names = block[..block.IndexOf("}\n  }", StringComparison.Ordinal)].Split('\n')
            .Select(line => line.Trim().Split(':')[0]).Where(name => name.Length > 0 && name.All(letter => char.IsAsciiLetter(letter) || letter == '_')).ToList();
        names.Count.ShouldBeGreaterThan(8);
        names.Except(["name", "properties"], StringComparer.Ordinal).ShouldBeSubsetOf(Setting.All.Select(setting => setting.Name));
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
