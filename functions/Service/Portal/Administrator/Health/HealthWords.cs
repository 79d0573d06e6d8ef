using System.Text.RegularExpressions;
using Service.Upkeep;

namespace Service.Portal.Administrator.Health;

/// <summary>Names of e-mails and steps as administrators read them.</summary>
internal static partial class HealthWords
{
    /// <summary>"Nda reminder", of an e-mail's kind; what a step does.</summary>
    public static string Of(string what) => what switch
    {
        "RegisterNda" => "Enter the agreement and make its PDF",
        "RecordRequest" => "Write into the disclosure ledger",
        "RegisterDestruction" => "Enter what is to be destroyed",
        "DeleteFile" => "Delete a file whose time has ended",
        _ => Spaced(what),
    };

    /// <summary>The office's own work.</summary>
    public static string OfWork(string work) => work switch
    {
        DigestWork.WorkId => "The daily digest",
        _ => Spaced(work.Replace('-', ' ')),
    };

    private static string Spaced(string name)
    {
        var words = Capital().Replace(name, match => " " + match.Value.ToLowerInvariant()).Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Capital();
}
