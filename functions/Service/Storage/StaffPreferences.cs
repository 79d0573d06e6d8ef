using Azure;
using Azure.Data.Tables;

namespace Service.Storage;

/// <summary>A filter of the queue that somebody keeps.</summary>
/// <param name="Name">What they call it.</param>
/// <param name="Query">The address's query, with its question mark; empty for everything.</param>
public sealed record SavedFilter(string Name, string Query);

/// <summary>What members of the staff keep for themselves, in the table <c>preferences</c>: a partition a person.</summary>
internal sealed class StaffPreferences(TableServiceClient tables)
{
    public const string TableName = "preferences";

    /// <summary>More would be a queue of their own.</summary>
    public const int MostFilters = 20;

    /// <summary>The longest name of a filter.</summary>
    public const int LongestName = 60;

    private readonly TableClient table = tables.GetTableClient(TableName);

    /// <summary>A person's filters, by name.</summary>
    public async Task<IReadOnlyList<SavedFilter>> FiltersAsync(string person, CancellationToken cancel)
    {
        var filters = new List<SavedFilter>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Of(person)} and RowKey ge {"filter|"} and RowKey lt {"filter}"}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
        {
            filters.Add(new(row.GetString("Name"), row.GetString("Query") ?? ""));
        }

        return filters;
    }

    /// <summary>Keeps a filter; one of the same name is replaced. False where there are too many already.</summary>
    public async Task<bool> KeepAsync(string person, SavedFilter filter, CancellationToken cancel)
    {
        var kept = await FiltersAsync(person, cancel);
        if (kept.Count >= MostFilters && kept.All(one => one.Name != filter.Name))
        {
            return false;
        }

        await table.UpsertEntityAsync(
            new TableEntity(TableKey.Of(person), Row(filter.Name)) { ["Name"] = filter.Name, ["Query"] = filter.Query }, TableUpdateMode.Replace, cancel);
        return true;
    }

    /// <summary>Forgets a filter.</summary>
    public Task ForgetAsync(string person, string name, CancellationToken cancel) => table.DeleteEntityAsync(TableKey.Of(person), Row(name), ETag.All, cancel);

    private static string Row(string name) => $"filter|{TableKey.Of(name)}";
}
