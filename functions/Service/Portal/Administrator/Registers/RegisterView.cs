using Service.Portal.Layout;
using Service.Registers;

namespace Service.Portal.Administrator.Registers;

/// <summary>A register as administrators see it.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Required">Those that must not be empty.</param>
/// <param name="Rows">Its entries.</param>
/// <param name="Others">The other registers: address and title.</param>
/// <param name="History">The latest versions, the one in force first.</param>
/// <param name="In">What was typed into a form that was not carried out.</param>
public sealed record RegisterView(
    string Name, string Title, IReadOnlyList<string> Columns, IReadOnlyList<string> Required, IReadOnlyList<RegisterRow> Rows,
    IReadOnlyList<Option> Others, IReadOnlyList<VersionLine> History, Entries In)
{
    /// <summary>How many versions a page shows.</summary>
    public const int VersionsShown = 20;

    /// <summary>Its address.</summary>
    public string Address => $"/admin/registers/{Name}";
}

/// <summary>A register that is to be put in force.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Seen">The version it was compared with.</param>
/// <param name="Text">It as a file.</param>
/// <param name="Note">What the change is.</param>
/// <param name="Differences">What would change.</param>
/// <param name="Problems">Why it was not put in force.</param>
public sealed record RegisterPreviewView(
    string Name, string Title, int Seen, string Text, string Note, IReadOnlyList<RegisterDifference> Differences, IReadOnlyList<Problem> Problems)
{
    /// <summary>Its address.</summary>
    public string Address => $"/admin/registers/{Name}";
}
