using Core.Calendar;
using Core.Languages;
using Core.Policy;
using Core.Requests;
using NodaTime;

namespace Core.Notifications;

/// <summary>An e-mail's words, before they are given a form (HTML, plain text) and an address.</summary>
/// <param name="Subject">One line. To staff it carries no name or address of the requester.</param>
/// <param name="Greeting">"Dear …,".</param>
/// <param name="Passages">What happened and what is asked of the reader, in reading order.</param>
/// <param name="Facts">Labelled values: the request's number, a date, a line of a fee.</param>
/// <param name="Action">The reader's page, and what they do there.</param>
/// <param name="ByWhen">By when something is asked of the reader, as a sentence; null where nothing is.</param>
/// <param name="Closing">Who writes and how to reach them, a line each.</param>
public sealed record Letter(
    string Subject, string Greeting, IReadOnlyList<Passage> Passages, IReadOnlyList<Fact> Facts, LetterAction Action, string? ByWhen,
    IReadOnlyList<string> Closing)
{
    /// <summary>The language it is written in.</summary>
    public Texts Say { get; init; } = Texts.English;
}

/// <summary>A piece of a letter's body.</summary>
public abstract record Passage
{
    private Passage() { }

    /// <summary>A paragraph of ours.</summary>
    public sealed record Said(string Text) : Passage;
    /// <summary>Somebody's own words; line breaks are theirs.</summary>
    public sealed record Quoted(string Text) : Passage;
    /// <summary>Points, one below the other.</summary>
    public sealed record Listed(IReadOnlyList<string> Items) : Passage;

    /// <summary>A paragraph of ours.</summary>
    public static implicit operator Passage(string text) => new Said(text);
}

/// <summary>A labelled value.</summary>
public sealed record Fact(string Label, string Value);

/// <summary>The one thing to click.</summary>
/// <param name="Text">What the reader does there, such as "Read and sign the agreement".</param>
/// <param name="Link">Absolute address.</param>
public sealed record LetterAction(string Text, string Link);

/// <summary>What a letter needs to know besides the request.</summary>
/// <param name="Policy">The policy in force.</param>
/// <param name="Calendar">The calendar in force.</param>
/// <param name="Standing">Where the request stands now: its deadline and the clock's sentence.</param>
/// <param name="Links">Where the reader's page is.</param>
/// <param name="Code">The one-time code, for the letter that carries it alone.</param>
public sealed record LetterContext(
    OfficePolicy Policy, BusinessCalendar Calendar, Standing Standing, LetterLinks Links, string? Code = null);

/// <summary>The pages that letters link to, as absolute addresses.</summary>
/// <param name="RequesterPage">The requester's page, with the token that opens it.</param>
/// <param name="StaffPage">The staff's page of the request.</param>
public sealed record LetterLinks(string RequesterPage, string StaffPage)
{
    /// <summary>The links of a request.</summary>
    /// <param name="publicBaseUrl">Address of the site.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="accessToken">What opens the requester's page.</param>
    public static LetterLinks For(string publicBaseUrl, string requestId, string accessToken)
    {
        var site = publicBaseUrl.TrimEnd('/');
        return new($"{site}/requests/{Uri.EscapeDataString(requestId)}?token={Uri.EscapeDataString(accessToken)}",
            $"{site}/staff/requests/{Uri.EscapeDataString(requestId)}");
    }
}
