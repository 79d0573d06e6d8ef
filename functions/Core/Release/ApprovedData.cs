using Core.Policy;
using Core.Release.Tables;
using Core.Requests;
using Core.Routing;

namespace Core.Release;

/// <summary>What a file may hold: what it is checked against.</summary>
/// <param name="Level">The level the request really has (policy section 2).</param>
/// <param name="Attributes">What was asked for and not refused, in the requester's words.</param>
/// <param name="SmallestGroup">Counts from 1 to one less are not shown (policy section 2: 10).</param>
/// <param name="NarrowestRange">A hidden small count that can be narrowed down to fewer values than this is as good as shown (policy section 6).</param>
public sealed record ApprovedData(DataLevel Level, IReadOnlyList<string> Attributes, int SmallestGroup, int NarrowestRange = 2)
{
    /// <summary>Whom every figure of the file is about, where the file does not say: the school year and population of the request.</summary>
    public Group Covered { get; init; } = Group.Everybody;

    /// <summary>The only information a reviewer approved for law enforcement; null where no such limit was set (policy section 3).</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>An education-records request: reports of the school police are kept apart from it (34 CFR 99.8).</summary>
    public bool IsForEducationRecords { get; init; }

    /// <summary>Students alike in all that people know of them must differ at least so much in what they should not learn.</summary>
    public int FewestSensitiveValues { get; init; } = 2;

    /// <summary>Students may be recognisable in such a file, so each disclosure is recorded a student (34 CFR 99.32).</summary>
    public bool IsIdentifiable => Level is DataLevel.IdentifiableRoster or DataLevel.IndividualRecord;

    /// <summary>Only counts and rates may leave.</summary>
    public bool IsAggregate => Level is DataLevel.Aggregate or DataLevel.Published;

    /// <summary>What was approved for a request.</summary>
    public static ApprovedData For(RequestState state, OfficePolicy policy) => new(
        state.Decision.EffectiveLevel,
        [.. state.Submission.Data.Attributes.Except(state.Decision.RefusedAttributes, StringComparer.OrdinalIgnoreCase)],
        policy.SmallestGroup,
        policy.NarrowestRange)
    {
        Covered = Coverage.Of(state.Submission.Data),
        Only = state.LawEnforcement.ApprovedInformation,
        FewestSensitiveValues = policy.FewestSensitiveValues,
        IsForEducationRecords = !state.IsForLawEnforcement,
    };
}
