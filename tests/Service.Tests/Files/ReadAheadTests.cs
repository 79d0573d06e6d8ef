using Core.Release;
using Service.Files;

namespace Service.Tests.Files;

/// <summary>Reading ahead must not be seen in what is read.</summary>
public sealed class ReadAheadTests
{
    // Many batches, so that the reader has to wait for whoever takes them.
    private const int Many = 20_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IEnumerable<FilePart> Rows(int count) => Enumerable.Range(1, count).Select(number => new FilePart.Row(number, [$"School {number}", "40"]));

    private static IEnumerable<FilePart> Broken(int after)
    {
        foreach (var row in Rows(after))
            yield return row;
        throw new InvalidDataException("broken here");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Many)]
    public void Every_part_comes_in_its_order(int rows) =>
        ReadAhead.Of(() => Rows(rows), Cancel).Select(part => ((FilePart.Row)part).Number).ShouldBe(Enumerable.Range(1, rows));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Many)]
    public void What_stands_before_the_broken_place_comes_before_the_error(int rows)
    {
        var seen = 0;
        Should.Throw<InvalidDataException>(() =>
        {
            foreach (var _ in ReadAhead.Of(() => Broken(rows), Cancel))
                seen++;
        }).Message.ShouldBe("broken here");
        seen.ShouldBe(rows);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_says_so() =>
        Should.Throw<InvalidDataException>(() => ReadAhead.Of(() => throw new InvalidDataException("no table"), Cancel).ToList());

    [Fact]
    public void Whoever_stops_taking_leaves_no_reader_behind()
    {
        var isOpen = false;
        ReadAhead.Of(Endless, Cancel).Take(3).Count().ShouldBe(3);
        Volatile.Read(ref isOpen).ShouldBeFalse();

        IEnumerable<FilePart> Endless()
        {
            Volatile.Write(ref isOpen, true);
            try
            {
                for (var number = 1; ; number++)
                    yield return new FilePart.Row(number, ["40"]);
            }
            finally
            {
                Volatile.Write(ref isOpen, false);
            }
        }
    }

    [Fact]
    public void Who_cancels_is_not_kept_waiting()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Should.Throw<OperationCanceledException>(() =>
        {
            foreach (var part in ReadAhead.Of(() => Rows(int.MaxValue - 1), cancel.Token))
            {
                if (part is FilePart.Row { Number: 5_000 })
                    cancel.Cancel();
            }
        });
    }
}
