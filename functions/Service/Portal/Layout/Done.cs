namespace Service.Portal.Layout;

/// <summary>
/// What a page says after a form was carried out. The address carries only the form's name, never words, so that nobody can
/// put words into the office's mouth with a link.
/// </summary>
internal static class Done
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["answer"] = "Your answer was sent. Thank you.",
        ["fee-accepted"] = "You accepted the fee. We go on.",
        ["fee-declined"] = "You declined the fee. The request is closed.",
        ["nda"] = "You signed the agreement. We countersign it next.",
        ["document"] = "Your document was handed in.",
        ["code"] = "A code is on its way to your e-mail address. Type it in beside the file.",
        ["revoke-access"] = "The requester's link was taken away: it opens nothing any more.",
        ["renew-access"] = "A new link is on its way to the requester.",
        ["withdraw"] = "Your request was withdrawn.",
        ["destruction"] = "Thank you: the destruction of the data is on record.",
        ["assign"] = "The request was assigned.",
        ["ask"] = "The question was sent. The clock stands still until it is answered.",
        ["estimate"] = "The estimate was sent.",
        ["waive"] = "The fee was waived.",
        ["require-nda"] = "An agreement is required now and was put before the requester.",
        ["countersign"] = "The agreement is fully executed. The clock runs.",
        ["accept-document"] = "The documents were accepted.",
        ["reject-document"] = "The documents were rejected; the requester is asked for them again.",
        ["approve"] = "The request was approved.",
        ["deny"] = "The request was denied.",
        ["reroute"] = "The request was given to the other office.",
        ["extend"] = "The deadline was extended; the requester is told why.",
        ["upload"] = "The file was uploaded and checked. See what the check found below.",
        ["suppress"] = "The suppressed table was made and checked. It is one more file below; the uploaded one stays as it is.",
        ["override"] = "The check was overridden; your reason is on record.",
        ["deliver"] = "The files were delivered.",
        ["recall"] = "The file was recalled.",
        ["remind"] = "The reminder was sent.",
        ["notify-family"] = "The notice is on record. The clock stands still while the family may object.",
        ["forbid-notice"] = "It is on record that the family must not be told.",
        ["report"] = "The report was sent to the superintendent.",
        ["describe"] = "The number was saved.",
        ["paper"] = "The copy was handed in.",
        ["destruction-reminded"] = "The receiver was reminded.",
        ["destruction-exempted"] = "The attestation is done without; your reason is on record.",
        ["note"] = "The note was saved.",
        ["close"] = "The request was closed.",
        ["sample"] = "The sample was drawn.",
        ["finding"] = "The finding was recorded.",
        ["calendar"] = "The calendar was changed.",
        ["text-saved"] = "The text was kept.",
        ["text-removed"] = "The text was removed.",
        ["texts-back"] = "The texts of that version are in force again.",
        ["catalog"] = "The catalogue was changed.",
        ["training"] = "The training register was changed.",
        ["register"] = "The register was changed.",
        ["policy"] = "The policy was changed.",
        ["signed-out"] = "You are signed out.",
    };

    /// <summary>The words for a form's name; null for anything else.</summary>
    public static string? Say(string? name) => name is not null && Words.TryGetValue(name, out var words) ? words : null;
}
