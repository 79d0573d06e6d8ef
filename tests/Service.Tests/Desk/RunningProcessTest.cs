using System.Diagnostics;
using System.Globalization;
using Service.Engine;

namespace Service.Tests.Desk;

public sealed class RunningProcessTest
{
    [Fact]
    public void This_process_runs_and_a_later_one_with_its_number_is_another()
    {
        var name = RunningProcess.NewName();
        RunningProcess.HasEnded(name).ShouldBeFalse();
        RunningProcess.NewName().ShouldNotBe(name);
        var parts = name.Split('~');
        RunningProcess.HasEnded($"{parts[0]}~{parts[1]}~1~x").ShouldBe(parts[0].Length > 0);
    }

    [Fact]
    public async Task A_process_that_was_killed_has_ended()
    {
        using var process = Process.Start(new ProcessStartInfo("node", "-e \"setInterval(() => 0, 1000)\"") { UseShellExecute = false })!;
        var own = RunningProcess.NewName().Split('~');
        var start = process.StartTime;
        var name = $"{own[0]}~{process.Id.ToString(CultureInfo.InvariantCulture)}~started-before~x";
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        RunningProcess.HasEnded(name).ShouldBe(own[0].Length > 0, $"started {start}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0f8fad5bd9cb469fa16570867728950e")]
    [InlineData("another-machine~1~1~x")]
    public void Of_others_nothing_is_known(string name) => RunningProcess.HasEnded(name).ShouldBeFalse();
}
