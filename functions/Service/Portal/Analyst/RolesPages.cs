using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Portal.Layout;
using Service.Roles;

namespace Service.Portal.Analyst;

/// <summary>A row of the table as it is shown.</summary>
/// <param name="What">What it is for.</param>
/// <param name="Where">The address or the command.</param>
/// <param name="Who">Who may, by the columns of the table.</param>
public sealed record RolesRow(string What, string Where, IReadOnlyList<bool> Who);

/// <summary>Shows the table of who may do what, as the code uses it.</summary>
internal static class RolesPages
{
    private static readonly Who[] Columns = [Who.Anybody, Who.Requester, Who.Analyst, Who.Approver, Who.Administrator];

    public static void Map(IEndpointRouteBuilder staff) => staff.MapGet("/staff/roles", async (HttpContext http, FrameSource frames) =>
        Page.Of<RolesPage>(await frames.ForAsync(http), View));

    private static IReadOnlyList<(string Title, IReadOnlyList<RolesRow> Rows)> View { get; } =
    [
        ("Commands on a request", [.. CommandPermissions.Table.Select(row => new RolesRow(
            row.Key.Name, "", [false, false, .. Columns[2..].Select(who => row.Value.Any(role => AccessRow.Of(role) == who))]))]),
        ("Pages", [.. Of(row => !IsApi(row) && !row.Route.StartsWith("/dev", StringComparison.Ordinal))]),
        ("API", [.. Of(IsApi)]),
    ];

    private static bool IsApi(AccessRow row) => row.Route.StartsWith("/api", StringComparison.Ordinal);

    private static IEnumerable<RolesRow> Of(Func<AccessRow, bool> which) => AccessTable.Rows.Where(which).Select(row => new RolesRow(
        row.What, $"{row.Method} {row.Route}", [.. Columns.Select(who => row.Who.HasFlag(Who.Anybody) || row.Who.HasFlag(who))]));
}
