using System.Xml.Linq;

namespace App.Tests;

/// <summary>The app is built on the official packages, pinned in one place, and on nothing that stands in for them.</summary>
public sealed class PackagesTests
{
    private static readonly IReadOnlyDictionary<string, string> Pinned =
        XDocument.Parse(RepositoryFiles.Text("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value, StringComparer.Ordinal);

    [Theory]
    [InlineData("Microsoft.Azure.Functions.Worker", "2.52.0")]
    [InlineData("Microsoft.Azure.Functions.Worker.Sdk", "2.0.7")]
    [InlineData("Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore", "2.1.0")]
    [InlineData("Microsoft.Azure.Functions.Worker.Extensions.Timer", "4.3.1")]
    [InlineData("Microsoft.Azure.Functions.Worker.Extensions.DurableTask", "1.15.0")]
    [InlineData("Microsoft.DurableTask.Abstractions", "1.25.0")]
    [InlineData("Microsoft.DurableTask.Client", "1.25.0")]
    [InlineData("Microsoft.DurableTask.Analyzers", "1.25.0")]
    public void The_app_references_this_package_in_this_version(string package, string version)
    {
        Referenced("functions/App/Packages.props").ShouldContain(package);
        Pinned[package].ShouldBe(version);
    }

    [Fact]
    public void The_probe_tries_exactly_what_the_app_references()
    {
        RepositoryFiles.Text("functions/App/Registry/Probe.csproj").ShouldContain("Import Project=\"../Packages.props\"");
        RepositoryFiles.Text("functions/App/App.csproj").ShouldContain("Import Project=\"Packages.props\"");
        Referenced("functions/App/App.csproj").ShouldBeEmpty();
    }

    [Fact]
    public void What_would_break_a_replay_is_an_error()
    {
        var project = RepositoryFiles.Text("functions/App/App.csproj");
        foreach (var rule in Enumerable.Range(1, 11))
        {
            project.ShouldContain($"DURABLE{rule:0000}");
        }
    }

    private static IEnumerable<string> Referenced(string project) =>
        XDocument.Parse(RepositoryFiles.Text(project)).Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value);
}
