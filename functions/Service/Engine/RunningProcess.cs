using System.Diagnostics;
using System.Globalization;

namespace Service.Engine;

/// <summary>
/// Names a process so that another one on the same machine can tell whether it is still running: where it runs, its number there, and
/// when it started, because numbers are used again.
/// </summary>
internal static class RunningProcess
{
    private const char Between = '~';

    private static readonly string? Place = ReadPlace();

    /// <summary>A name for this process and, because one process may have several engines, a part of chance.</summary>
    public static string NewName() => string.Create(CultureInfo.InvariantCulture,
        $"{Place}{Between}{Environment.ProcessId}{Between}{StartOf(Environment.ProcessId)}{Between}{Guid.NewGuid():N}");

    /// <summary>
    /// True where the process that bears this name ran here and has ended. False where it runs, and where that cannot be known: it runs
    /// elsewhere, or the name is none of these.
    /// </summary>
    public static bool HasEnded(string name) =>
        name.Split(Between) is [{ Length: > 0 } place, var number, { Length: > 0 } start, _] && place == Place
        && int.TryParse(number, CultureInfo.InvariantCulture, out var id) && StartOf(id) != start;

    /// <summary>When a process started, as the system counts it; empty where none has this number.</summary>
    private static string StartOf(int id)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                using var process = Process.GetProcessById(id);
                return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
            }

            // The 22nd field; the second one is a name in brackets, which may hold blanks (proc(5)).
            var fields = File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat").Split(") ")[^1].Split(' ');
            // One that has ended and was not collected by its parent yet has ended all the same.
            return fields[0] is "Z" or "X" ? "" : fields[19];
        }
        catch (Exception gone) when (gone is ArgumentException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>This machine since it was started, and on Linux the space that numbers of processes belong to: a container has its own.</summary>
    private static string? ReadPlace()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Environment.MachineName;
        }

        try
        {
            var space = new FileInfo("/proc/self/ns/pid").LinkTarget;
            return space is null ? null : $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}.{space.Trim("pid:[]".ToCharArray())}";
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
