using System.Text.Json;
using Service.Storage;

namespace App.Tests;

/// <summary>What README and the deployment rely on in host.json and in the sample of local settings.</summary>
public sealed class HostSettingsTests
{
    private static readonly JsonElement Host = JsonDocument.Parse(RepositoryFiles.Text("host.json")).RootElement;
    private static readonly JsonElement Durable = Host.GetProperty("extensions").GetProperty("durableTask");

    [Fact]
    public void Addresses_are_the_office_s_own_without_a_prefix() =>
        Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString().ShouldBe("");

    [Fact]
    public void Orchestrations_are_kept_in_azure_storage_under_a_name_of_their_own()
    {
        Durable.GetProperty("hubName").GetString().ShouldBe("datarequests");
        Durable.GetProperty("storageProvider").GetProperty("type").GetString().ShouldBe("AzureStorage");
    }

    [Fact]
    public void Starting_an_instance_that_lives_does_not_replace_it() =>
        Durable.GetProperty("overridableExistingInstanceStates").GetString().ShouldBe("NonRunningStates");

    [Fact]
    public void No_trace_and_no_exception_is_sampled_away() =>
        Host.GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings").GetProperty("excludedTypes").GetString()!
            .Split(';').ShouldBe(["Exception", "Trace", "Event"], ignoreOrder: true);

    [Fact]
    public void Inputs_and_outputs_of_functions_are_not_logged() =>
        Durable.GetProperty("tracing").GetProperty("traceInputsAndOutputs").GetBoolean().ShouldBeFalse();

    [Fact]
    public void The_sample_of_local_settings_names_what_the_app_asks_for_and_holds_no_secret()
    {
        var values = JsonDocument.Parse(RepositoryFiles.Text("local.settings.sample.json")).RootElement.GetProperty("Values");
        values.GetProperty("FUNCTIONS_WORKER_RUNTIME").GetString().ShouldBe("dotnet-isolated");
        values.GetProperty(StorageSetup.Setting).GetString().ShouldBe("UseDevelopmentStorage=true");
        values.EnumerateObject().ShouldNotContain(value => value.Value.GetString()!.Contains("AccountKey", StringComparison.OrdinalIgnoreCase));
    }
}
