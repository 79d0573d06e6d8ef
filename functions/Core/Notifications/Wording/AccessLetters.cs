using RequestEvents = Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said about the requester's way in: a new link, and the code before data that names students.</summary>
internal static class AccessLetters
{
    public static Letter LinkRenewed(Occasion about) => about.ToRequester(
        about.Say.LinkSubject,
        [about.Say.LinkNew, about.Say.LinkNotYou],
        about.Say.LinkDo,
        Occasion.Known((about.Say.FactSent, about.Moment(about.At))));

    public static Letter DownloadCode(Occasion about)
    {
        var sent = about.About<RequestEvents.DownloadCodeSent>();
        var code = about.Context.Code ?? throw new InvalidOperationException($"The code of {about.Id} is not there to be written down.");
        return about.ToRequester(
            about.Say.CodeSubject,
            [about.Say.CodeShows, new Passage.Listed([code]), about.Say.CodeType, about.Say.CodeNotYou],
            about.Say.CodeDo,
            Occasion.Known((about.Say.FactWorksUntil, about.Moment(sent.ExpiresAt))));
    }
}
