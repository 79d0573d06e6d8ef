using System.Globalization;
using System.Net.Sockets;

namespace Local.Storage;

/// <summary>The ports that <c>UseDevelopmentStorage=true</c> means, and who is there.</summary>
internal static class AzuritePorts
{
    /// <summary>Blobs, queues, tables.</summary>
    public static readonly (int Blob, int Queue, int Table) Default = (10000, 10001, 10002);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private enum Occupant
    {
        Nobody,
        Azurite,
        SomethingElse,
    }

    /// <summary>Whether an Azurite serves blobs and tables there; false where all three ports are free.</summary>
    /// <exception cref="StartupProblem">A port is taken by something else.</exception>
    public static async Task<bool> LookAsync(CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = Patience };
        var (blob, queue, table) = (await WhoAsync(http, Default.Blob, cancel), await WhoAsync(http, Default.Queue, cancel), await WhoAsync(http, Default.Table, cancel));
        return (blob, queue, table) switch
        {
            (Occupant.Azurite, _, Occupant.Azurite) => true,
            (Occupant.Nobody, Occupant.Nobody, Occupant.Nobody) => false,
            (Occupant.SomethingElse, _, _) => throw Busy(Default.Blob),
            (_, Occupant.SomethingElse, _) => throw Busy(Default.Queue),
            (_, _, Occupant.SomethingElse) => throw Busy(Default.Table),
            _ => throw new StartupProblem(string.Create(CultureInfo.InvariantCulture,
                $"An Azurite runs without all of its services on ports {Default.Blob}-{Default.Table}: end it, or start it with blobs and tables.")),
        };
    }

    private static StartupProblem Busy(int port) => new(string.Create(CultureInfo.InvariantCulture,
        $"Port {port}, which storage on this machine needs, is used by another program: end it, or point AzureWebJobsStorage to a storage that runs already."));

    private static async Task<Occupant> WhoAsync(HttpClient http, int port, CancellationToken cancel)
    {
        using var socket = new TcpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await socket.ConnectAsync("127.0.0.1", port, limit.Token);
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return Occupant.Nobody;
        }

        try
        {
            // Azurite names itself even where it refuses to answer.
            using var answer = await http.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/devstoreaccount1?comp=list")), cancel);
            return answer.Headers.Server.ToString().StartsWith("Azurite", StringComparison.Ordinal) ? Occupant.Azurite : Occupant.SomethingElse;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return Occupant.SomethingElse;
        }
    }
}
