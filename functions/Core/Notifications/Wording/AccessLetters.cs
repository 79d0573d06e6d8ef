using RequestEvents = Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said about the requester's way in: a new link, and the code before data that names students.</summary>
internal static class AccessLetters
{
    public static Letter LinkRenewed(Occasion about) => about.ToRequester(
        "A new link to your request",
        [
            "Here is a new link to your request, as it was asked for with your e-mail address. It is the only one that works now: links in our earlier " +
                "messages open nothing any more.",
            "If it was not you who asked, you need not do anything. If it happens again, please tell us.",
        ],
        "Open your request",
        Occasion.Known(("Sent", about.Moment(about.At))));

    public static Letter DownloadCode(Occasion about)
    {
        var sent = about.About<RequestEvents.DownloadCodeSent>();
        var code = about.Context.Code ?? throw new InvalidOperationException($"The code of {about.Id} is not there to be written down.");
        return about.ToRequester(
            "Your code for the download",
            [
                "The file you are about to download names students. This code shows that it is you. It works once:",
                new Passage.Listed([code]),
                "Type it on your page, beside the file. We never ask for it by telephone or e-mail.",
                "If it was not you who asked for it, somebody else has the link to your request: please tell us, and we replace it.",
            ],
            "Go to your files",
            Occasion.Known(("Works until", about.Moment(sent.ExpiresAt))));
    }
}
