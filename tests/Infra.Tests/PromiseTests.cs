using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Core.Requests;
using Service.Storage;

namespace Infra.Tests;

/// <summary>What a district is promised of its installation, read off the compiled templates.</summary>
public sealed partial class PromiseTests(CompiledTemplate template) : IClassFixture<CompiledTemplate>
{
    private const string Storage = "Microsoft.Storage/storageAccounts";
    private const string Container = Storage + "/blobServices/containers";
    private const string Roles = "Microsoft.Authorization/roleAssignments";

    [Theory]
    [InlineData("allowBlobPublicAccess", false)]
    [InlineData("allowSharedKeyAccess", false)]
    [InlineData("allowCrossTenantReplication", false)]
    [InlineData("defaultToOAuthAuthentication", true)]
    [InlineData("supportsHttpsTrafficOnly", true)]
    public void Storage_has_no_public_blobs_and_no_keys(string property, bool expected) =>
        template.One(Storage)["properties"]![property]!.GetValue<bool>().ShouldBe(expected);

    [Fact]
    public void Storage_and_site_speak_TLS_1_2_or_newer_only()
    {
        template.One(Storage)["properties"]!["minimumTlsVersion"]!.GetValue<string>().ShouldBe("TLS1_2");
        var site = template.One("Microsoft.Web/sites")["properties"]!;
        site["httpsOnly"]!.GetValue<bool>().ShouldBeTrue();
        site["siteConfig"]!["minTlsVersion"]!.GetValue<string>().ShouldBe("1.2");
        site["siteConfig"]!["ftpsState"]!.GetValue<string>().ShouldBe("Disabled");
    }

    [Fact]
    public void Every_container_the_app_uses_is_there_and_none_is_public()
    {
        template.All(Container).ShouldAllBe(container => container["properties"]!["publicAccess"]!.GetValue<string>() == "None");
        var listed = template.Variables(Container)["containers"]!.AsArray().Select(name => name!.GetValue<string>()).Append("audit");
        StoragePreparation.Containers.Except(listed).ShouldBeEmpty();
        listed.Except(StoragePreparation.Containers).ShouldBe(["releases"], "the app itself is deployed from there");
    }

    [Fact]
    public void Deleted_blobs_can_be_restored_for_some_days()
    {
        var blobs = template.One(Storage + "/blobServices")["properties"]!;
        blobs["deleteRetentionPolicy"]!["enabled"]!.GetValue<bool>().ShouldBeTrue();
        blobs["containerDeleteRetentionPolicy"]!["enabled"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void Deliverables_are_deleted_even_if_the_app_did_not_and_nothing_else_is()
    {
        var rule = template.One(Storage + "/managementPolicies")["properties"]!["policy"]!["rules"]!.AsArray().ShouldHaveSingleItem()!;
        rule["enabled"]!.GetValue<bool>().ShouldBeTrue();
        rule["definition"]!["filters"]!["prefixMatch"]!.AsArray().Select(prefix => prefix!.GetValue<string>()).ShouldBe(["deliverables/"]);
        rule["definition"]!["actions"]!["baseBlob"]!["delete"].ShouldNotBeNull();
    }

    [Fact]
    public void Sealed_audit_heads_cannot_be_changed()
    {
        var policy = template.One(Container + "/immutabilityPolicies");
        policy["name"]!.GetValue<string>().ShouldContain("'audit'");
        policy["properties"]!["immutabilityPeriodSinceCreationInDays"].ShouldNotBeNull();
        policy["properties"]!["allowProtectedAppendWrites"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public void The_app_runs_on_Flex_Consumption_as_an_isolated_worker_with_an_identity_of_its_own()
    {
        template.One("Microsoft.Web/serverfarms")["sku"]!["name"]!.GetValue<string>().ShouldBe("FC1");
        var site = template.One("Microsoft.Web/sites");
        site["identity"]!["type"]!.GetValue<string>().ShouldBe("UserAssigned");
        var runtime = site["properties"]!["functionAppConfig"]!["runtime"]!;
        (runtime["name"]!.GetValue<string>(), runtime["version"]!.GetValue<string>()).ShouldBe(("dotnet-isolated", "10.0"));
        site["properties"]!["functionAppConfig"]!["deployment"]!["storage"]!["authentication"]!["type"]!.GetValue<string>().ShouldBe("UserAssignedIdentity");
        template.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Count.ShouldBe(2);
        template.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ShouldAllBe(policy => !policy["properties"]!["allow"]!.GetValue<bool>());
    }

    [Fact]
    public void No_key_password_or_shared_signature_is_anywhere()
    {
        Secrets().Matches(template.Text).Select(match => match.Value).ShouldBeEmpty();
        var settings = template.One("Microsoft.Web/sites/config")["properties"]!.AsObject();
        settings.Select(setting => setting.Key).Where(key => SecretNames().IsMatch(key)).ShouldBeEmpty();
        settings["AzureWebJobsStorage__credential"]!.GetValue<string>().ShouldBe("managedidentity");
        settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]!.GetValue<string>().ShouldContain("Authorization=AAD");
        template.One("Microsoft.OperationalInsights/workspaces")["properties"]!["features"]!["disableLocalAuth"]!.GetValue<bool>().ShouldBeTrue();
        template.One("Microsoft.Insights/components")["properties"]!["DisableLocalAuth"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void The_identity_has_four_rights_and_each_is_on_one_resource()
    {
        // Data contributor on blobs, queues and tables; publisher of metrics. No owner, no contributor of the resources themselves.
        string[] least =
        [
            "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "3913510d-42f4-4e42-8a64-420c390055eb",
            "974c5e8b-45b9-4653-ba55-5f855dd0fb88", "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ];
        Guids().Matches(template.Variables(Roles).ToJsonString()).Select(match => match.Value).Order(StringComparer.Ordinal).ShouldBe(least);
        var assignments = template.All(Roles);
        assignments.ShouldAllBe(role => role["properties"]!["roleDefinitionId"]!.GetValue<string>().Contains("variables(", StringComparison.Ordinal));
        assignments.Select(role => role["scope"]!.GetValue<string>().Split('\'')[1]).ShouldBe([Storage, "Microsoft.Insights/components"], ignoreOrder: true);
        template.Types.ShouldNotContain("Microsoft.Authorization/roleDefinitions");
    }

    [Theory]
    [InlineData("deadline-breached", "requests.breaches")]
    [InlineData("orchestration-failed", "orchestrations.failed")]
    [InlineData("mail-failing", "effects.retries")]
    [InlineData("mail-late", "mail.lag")]
    [InlineData("sweep-not-run", "sweep.runs")]
    public void Somebody_is_told(string alert, string metric)
    {
        var rules = template.Variables("Microsoft.Insights/scheduledQueryRules")["rules"]!.AsArray();
        var rule = rules.Single(rule => rule!["name"]!.GetValue<string>() == alert)!;
        rule["query"]!.GetValue<string>().ShouldContain($"\"{metric}\"");
        template.One("Microsoft.Insights/scheduledQueryRules")["properties"]!["actions"]!["actionGroups"]!.AsArray().ShouldNotBeEmpty();
        template.One("Microsoft.Insights/actionGroups").ToJsonString().ShouldContain("emailReceivers");
    }

    [Fact]
    public async Task The_roles_that_staff_are_given_are_the_roles_the_app_knows()
    {
        var roles = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Bicep.Templates, "roles.json"), TestContext.Current.CancellationToken))!.AsArray();
        roles.Select(role => role!["value"]!.GetValue<string>()).ShouldBe(Enum.GetNames<StaffRole>(), ignoreOrder: true);
        roles.Select(role => role!["id"]!.GetValue<string>()).Distinct().Count().ShouldBe(roles.Count);
    }

    [GeneratedRegex("listKeys|listAccountSas|listServiceSas|AccountKey=|SharedAccessKey|SharedAccessSignature|InstrumentationKey=|listCredentials|clientSecret", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Secrets();

    [GeneratedRegex("secret|password|accountkey|connectionstring$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SecretNames();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.None, 1000)]
    private static partial Regex Guids();
}
