using Core.Routing;

namespace Service.Api.Bodies;

/// <summary>Reads an authority's visit to a school. No field asks for anybody's immigration or citizenship status, and none takes it.</summary>
internal static class VisitBody
{
    private const int Line = 200;

    /// <summary>The visit; null where something is wrong with it.</summary>
    public static AuthorityVisit? Read(BodyObject body)
    {
        var authority = body.Choice<Authority>("authority", required: true);
        var school = Label(body, "school", required: true);
        var badge = Label(body, "badge");
        var papers = body.Choice<PapersSeen>("papers");
        var forbids = body.Flag("orderForbidsNotice");
        var (name, email) = body.Object("recordedBy", required: true) is { } by ? (Label(by, "name", required: true), Address(by)) : (null, null);
        return body.Errors.None
            ? new()
            {
                Authority = authority!.Value,
                School = school!,
                Badge = badge,
                Papers = papers ?? PapersSeen.None,
                OrderForbidsNotice = forbids,
                RecordedBy = new(name!, email!),
            }
            : null;
    }

    private static string? Label(BodyObject body, string name, bool required = false)
    {
        var text = body.Text(name, Line, required);
        if (Screening.AsksForStatus(text))
        {
            body.Wrong(name, Screening.StatusRefusal);
        }

        return text;
    }

    private static string? Address(BodyObject body)
    {
        var email = body.Text("email", Line, required: true);
        if (email is not null && !SubmissionBody.IsAddress(email))
        {
            body.Wrong("email", "This must be an e-mail address such as name@example.org.");
        }

        return email;
    }
}
