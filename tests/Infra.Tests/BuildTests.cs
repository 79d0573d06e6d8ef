namespace Infra.Tests;

/// <summary>The templates compile and lint without a word, with the rules of <c>infra/bicepconfig.json</c>.</summary>
public sealed class BuildTests
{
    public static TheoryData<string> Files { get; } =
        [.. Directory.EnumerateFiles(Bicep.Templates, "*.bicep", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Bicep.Templates, file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public async Task A_template_lints_without_a_warning(string file)
    {
        var outcome = await Bicep.RunAsync("lint", file);
        outcome.Complaints.ShouldBeEmpty();
        outcome.Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_parameters_fit_the_template(string environment)
    {
        var outcome = await Bicep.RunAsync("build-params", $"{environment}.bicepparam", "--stdout");
        outcome.Complaints.ShouldBeEmpty();
        outcome.Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_template_with_a_mistake_is_noticed()
    {
        var folder = Directory.CreateTempSubdirectory("infra");
        try
        {
            var file = Path.Combine(folder.FullName, "wrong.bicep");
            await File.WriteAllTextAsync(file, "param unused string\n", TestContext.Current.CancellationToken);
            (await Bicep.RunAsync("lint", file)).Complaints.ShouldContain("no-unused-params");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
