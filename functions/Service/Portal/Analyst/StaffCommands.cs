using System.Globalization;
using Core.Requests;
using Core.Routing;
using NodaTime.Text;
using Service.Portal.Layout;
using static Core.Requests.RequestCommand;

namespace Service.Portal.Analyst;

/// <summary>Reads an action's form: a command, or what does not read as one.</summary>
internal static class StaffCommands
{
    /// <summary>The command of a form; null where a field cannot be read, which is then named.</summary>
    public static RequestCommand? Read(Entries entries, out FieldError? error)
    {
        error = null;
        switch (entries.Form)
        {
            case "assign": return new Assign(entries["assignee"], entries.Optional("note"));
            case "ask": return new AskClarification(entries["question"]);
            case "waive": return new WaiveFee();
            case "require-nda": return new RequireNda();
            case "approve": return AuthorityForms.Approve(entries);
            case "deny": return new Deny(entries["reason"], entries["alternative"], AuthorityForms.Ground(entries));
            case "notify-family" or "forbid-notice" or "report" or "describe": return AuthorityForms.Read(entries, out error);
            case "override": return new OverrideCheck(entries["deliverableId"], entries["reason"]);
            case "except-consent" when Enum.TryParse<FerpaException>(entries["ground"], out var ground) && Enum.IsDefined(ground):
                return new ExceptConsent(ground, entries["reason"]);
            case "deliver": return new Deliver([.. entries.All("deliverableIds")], entries.Optional("note"));
            case "recall": return new RequestCommand.Recall(entries["deliverableId"], entries["reason"]);
            case "revoke-access": return new RevokeAccess(entries["reason"]);
            case "renew-access": return new RenewAccess();
            case "remind": return new Remind();
            case "note": return new AddNote(entries["text"]);
            case "close": return new Close();
            case "estimate" when !decimal.TryParse(entries["hours"], NumberStyles.Number, CultureInfo.InvariantCulture, out _):
                error = new("hours", "Enter the hours as a number, such as 6.5");
                return null;
            case "estimate" when !int.TryParse(entries["records"], NumberStyles.None, CultureInfo.InvariantCulture, out _):
                error = new("records", "Enter the number of records as a whole number");
                return null;
            case "estimate":
                return new EstimateFee(
                    decimal.Parse(entries["hours"], NumberStyles.Number, CultureInfo.InvariantCulture),
                    int.Parse(entries["records"], NumberStyles.None, CultureInfo.InvariantCulture), entries.Optional("note"));
            case "countersign" when LocalDatePattern.Iso.Parse(entries["endsOn"]) is { Success: true, Value: var endsOn }:
                return new CountersignNda(endsOn);
            case "countersign":
                error = new("endsOn", "Enter the day on which the agreement ends");
                return null;
            case "accept-document" when Enum.TryParse<DocumentKind>(entries["kind"], out var accepted):
                return new AcceptDocument(accepted);
            case "reject-document" when Enum.TryParse<DocumentKind>(entries["kind"], out var rejected):
                return new RejectDocument(rejected, entries["reason"]);
            case "reroute" when Enum.TryParse<Office>(entries["office"], out var office) && Enum.IsDefined(office):
                return new Reroute(office, entries["reason"]);
            case "extend" when int.TryParse(entries["businessDays"], NumberStyles.None, CultureInfo.InvariantCulture, out var days):
                return new Extend(days, entries["reason"]);
            case "extend":
                error = new("businessDays", "Enter the business days as a whole number");
                return null;
            default:
                error = new(null, "Choose one of the answers offered.");
                return null;
        }
    }
}
