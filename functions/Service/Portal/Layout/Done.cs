using Core.Languages;

namespace Service.Portal.Layout;

/// <summary>
/// What a page says after a form was carried out. The address carries only the form's name, never words, so that nobody can
/// put words into the office's mouth with a link.
/// </summary>
internal static class Done
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
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

    /// <summary>The words for a form's name; null for anything else. Staff read English.</summary>
    public static string? Say(string? name, Texts say) => name switch
    {
        null => null,
        "answer" => say.DoneAnswer,
        "fee-accepted" => say.DoneFeeAccepted,
        "fee-declined" => say.DoneFeeDeclined,
        "nda" => say.DoneNda,
        "document" => say.DoneDocument,
        "withdraw" => say.DoneWithdraw,
        "destruction" => say.DoneDestruction,
        "code" => say.DoneCode,
        "language" => say.DoneLanguage,
        _ => Words.GetValueOrDefault(name),
    };
}
