using System.Diagnostics;
using Core.Languages;

namespace Core.Release;

/// <summary>Why a cell is hidden.</summary>
public enum HiddenBecause
{
    /// <summary>It counts a small group itself (ODA-03).</summary>
    Small,
    /// <summary>A small count could be worked out from it.</summary>
    Protects,
    /// <summary>It is a share that tells a hidden count.</summary>
    TellsCount,
}

/// <summary>A cell that was hidden.</summary>
/// <param name="Where">Its place.</param>
/// <param name="Because">Why.</param>
/// <param name="Of">The place of the count that it protects, or tells; null where it is small itself, or what it would give away stands nowhere.</param>
public sealed record HiddenCell(string Where, HiddenBecause Because, string? Of = null)
{
    /// <summary>The reason as the office reads it.</summary>
    public string Words => Because switch
    {
        HiddenBecause.Small => "counts a small group",
        HiddenBecause.Protects => Of is null ? "a small group could be worked out from it" : $"{Of} could be worked out from it",
        HiddenBecause.TellsCount => Of is null ? "is a share that tells a small group" : $"is a share that tells {Of}",
        _ => throw new UnreachableException(),
    };
}

/// <summary>What was hidden in a suppressed table and why: cell by cell for the office, in plain words for its receiver (policy section 6).</summary>
/// <param name="FromFile">The table it was made from; "" where that has no name.</param>
/// <param name="SmallestGroup">Counts from 1 to below this were hidden for their own sake.</param>
/// <param name="Small">How many those are.</param>
/// <param name="Others">How many counts were hidden to protect them.</param>
/// <param name="Shares">How many shares were hidden.</param>
/// <param name="Releases">Earlier releases about the same students that it holds beside.</param>
/// <param name="Cells">The cells, the first <see cref="MostTold"/> of them.</param>
public sealed record HiddenCells(
    string FromFile, int SmallestGroup, int Small, int Others, int Shares, int Releases, IReadOnlyList<HiddenCell> Cells)
{
    /// <summary>Cells that are told one by one.</summary>
    public const int MostTold = 100;

    /// <summary>How many cells are hidden in all.</summary>
    public int All => Small + Others + Shares;

    /// <summary>What its receiver is told: that something is missing, why, and that the rest can be relied on.</summary>
    public IReadOnlyList<string> Sentences(Texts say) =>
    [
        say.HiddenWhy,
        .. Small > 0 ? [say.HiddenSmall(Small, mark: SafeVersion.Mark, smallest: say.Number(SmallestGroup))] : Array.Empty<string>(),
        .. Others > 0 ? [say.HiddenOthers(Others, SafeVersion.Mark)] : Array.Empty<string>(),
        .. Shares > 0 ? [say.HiddenShares(Shares, SafeVersion.Mark)] : Array.Empty<string>(),
        say.HiddenRest,
    ];
}
