using Core.Languages;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>The steps of the request form, in order.</summary>
public enum FormStep
{
    /// <summary>Who asks.</summary>
    You,
    /// <summary>What only this kind of person is asked.</summary>
    Situation,
    /// <summary>What data.</summary>
    Data,
    /// <summary>What for, and for whom.</summary>
    Use,
    /// <summary>What will become of it, before it is sent.</summary>
    Review,
}

/// <summary>The steps as the form shows them.</summary>
internal static class FormSteps
{
    /// <summary>A step's heading.</summary>
    public static string Title(FormStep step, Texts say) => step switch
    {
        FormStep.You => say.StepYou,
        FormStep.Situation => say.StepSituation,
        FormStep.Data => say.StepData,
        FormStep.Use => say.StepUse,
        _ => say.StepReview,
    };

    /// <summary>The fields asked for on a step.</summary>
    public static IReadOnlyList<string> Fields(FormStep step) => step switch
    {
        FormStep.You => ["requester.kind", "requester.name", "requester.email", "requester.organization"],
        FormStep.Situation =>
        [
            "requester.partnerRegistration.complete", "requester.partnerRegistration.hasAgreements", "requester.researchApproval",
            "requester.coversOnlyOwnStudents", "isPublicRecordsRequest", "legalProcess", "claimedException", "ferpaException",
        ],
        FormStep.Data =>
        [
            "data.level", "data.scope", "data.attributes", "data.schoolYears", "data.population", "data.specificStudents", "data.studentIds",
        ],
        FormStep.Use => ["purpose", "audience"],
        _ => [Wording.Field],
    };

    /// <summary>The step that asks for a field; the last one for what no step asks for.</summary>
    public static FormStep Of(string field) =>
        Enum.GetValues<FormStep>().FirstOrDefault(step => Fields(step).Contains(field, StringComparer.Ordinal), FormStep.Review);

    /// <summary>The field a path is about: the path may go deeper ("data.attributes[2]").</summary>
    public static string Field(string path) =>
        Enum.GetValues<FormStep>().SelectMany(Fields).FirstOrDefault(name => path.StartsWith(name, StringComparison.Ordinal)) ?? path;
}
