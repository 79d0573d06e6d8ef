using Azure.Data.Tables;
using Core.Requests;

namespace Service.Storage;

/// <summary>
/// Finds requests, ended ones too, by the beginnings of words: of the requester's name, e-mail address and organization, and of the id. A row a
/// word in the table <c>search</c>, so that a question costs one short range query a word however many requests there are.
/// </summary>
internal sealed class RequestSearch(TableServiceClient tables)
{
    public const string TableName = "search";

    /// <summary>Words shorter than this find too much.</summary>
    public const int ShortestWord = 2;

    // One partition, so that a request is made findable by one transaction, which takes a hundred rows; a partition bears 2,000 of them a second.
    private const string Words = "word";
    private const int MostOfARequest = 100;

    private const int MostWords = 6;
    private const int MostRows = 500;

    private readonly TableClient table = tables.GetTableClient(TableName);

    /// <summary>Makes a request findable; doing it again changes nothing.</summary>
    public Task AddAsync(RequestState state, CancellationToken cancel)
    {
        var requester = state.Submission.Requester;
        var words = new[] { requester.Name, requester.Email, requester.Organization, state.Id }
            .SelectMany(SearchWords.Of).Where(word => word.Length >= ShortestWord).Distinct(StringComparer.Ordinal).Take(MostOfARequest);
        return table.SubmitTransactionAsync(
            words.Select(word => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(Words, $"{word}|{state.Id}"))),
            cancel);
    }

    /// <summary>Ids of the requests that have all these words, or words that begin so, newest ids last; empty where a word finds too much to be of use.</summary>
    /// <param name="question">As typed.</param>
    /// <param name="most">How many at most.</param>
    public async Task<IReadOnlyList<string>> FindAsync(string question, int most, CancellationToken cancel)
    {
        var words = SearchWords.Of(question).Where(word => word.Length >= ShortestWord).Take(MostWords).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var found = await Task.WhenAll(words.Select(word => WithAsync(word, cancel)));
        return [.. found.Aggregate((all, these) => [.. all.Intersect(these, StringComparer.Ordinal)]).Order(StringComparer.Ordinal).Take(most)];
    }

    private async Task<HashSet<string>> WithAsync(string word, CancellationToken cancel)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Words} and RowKey ge {word} and RowKey lt {word + "~"}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: MostRows, cancellationToken: cancel))
        {
            ids.Add(row.RowKey[(row.RowKey.LastIndexOf('|') + 1)..]);
            if (ids.Count == MostRows)
            {
                break;
            }
        }

        return ids;
    }
}
