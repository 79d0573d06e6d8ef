namespace Service.Portal.Layout;

/// <summary>Stands in a text where a piece of the page goes (<see cref="Woven"/>): characters that no text has.</summary>
public static class Slot
{
    /// <summary>The first piece.</summary>
    public const string One = "\ue000";
    /// <summary>The second piece.</summary>
    public const string Two = "\ue001";
}
