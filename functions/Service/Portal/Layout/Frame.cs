using Core.Languages;
using Core.Policy;
using Core.Requests;
using NodaTime;

namespace Service.Portal.Layout;

/// <summary>Who a page is for: decides the navigation in its header.</summary>
public enum Visitor
{
    /// <summary>Somebody who asks, or might.</summary>
    Requester,
    /// <summary>The office.</summary>
    Staff,
    /// <summary>Somebody at a school who does the office's work without being signed in; English, as all the staff's pages.</summary>
    School,
}

/// <summary>What every page shows around its content, and what it needs to speak of time.</summary>
/// <param name="District">The district and its office, from the policy.</param>
/// <param name="Path">The page's own path.</param>
/// <param name="Staff">Who is signed in, if anybody.</param>
/// <param name="IsDevelopment">The pages under /dev exist.</param>
/// <param name="Dates">Speaks of moments in the office's time zone.</param>
/// <param name="Done">What was just done, said at the top of the page.</param>
public sealed record Frame(DistrictNames District, string Path, Actor.Staff? Staff, bool IsDevelopment, Dates Dates, string? Done = null)
{
    /// <summary>The language of the page; staff read English.</summary>
    public Texts Say => Dates.Say;

    /// <summary>The languages a requester may choose from, as the policy offers them.</summary>
    public IReadOnlyList<Texts> Offered { get; init; } = [Texts.English];

    /// <summary>The address that shows this page again, without a language; what a posted page is shown under where it is one.</summary>
    public string Here { get; init; } = Path;

    /// <summary>The same page in another language.</summary>
    public string In(Texts language) => $"{Here}{(Here.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{PageLanguage.Name}={language.Tag}";

    /// <summary>The signed-in person has this role.</summary>
    public bool Is(StaffRole role) => Staff?.Roles.Contains(role) == true;

    /// <summary>A frame for when nothing can be read: the error pages must not fail for the reason they report.</summary>
    public static Frame Bare(string path) =>
        new(new("School district", "Data office", ""), path, null, false, new(DateTimeZone.Utc, Instant.MinValue));
}
