using Core.Training;
using NodaTime;
using Service.Portal.Layout;
using Service.Training;

namespace Service.Portal.Administrator.Training;

/// <summary>The register as administrators see it.</summary>
/// <param name="Register">The register in force.</param>
/// <param name="Rules">What the policy says.</param>
/// <param name="Completion">Completion by office.</param>
/// <param name="Today">The office's date.</param>
/// <param name="History">The latest versions, the one in force first.</param>
/// <param name="In">What was typed into a form that was not carried out.</param>
public sealed record TrainingView(
    TrainingRegister Register, TrainingRules Rules, IReadOnlyList<TrainingCompletion> Completion, LocalDate Today,
    IReadOnlyList<VersionLine> History, Entries In)
{
    /// <summary>How many versions a page shows.</summary>
    public const int VersionsShown = 20;

    /// <summary>How a person stands with each course of the policy.</summary>
    public IReadOnlyList<TrainingStanding> Standings(TrainedPerson person) =>
        [.. Rules.Courses.Select(course => TrainingStanding.Of(person, course, Rules, Today))];

    /// <summary>Whether training holds this person up in anything now.</summary>
    public bool IsHeldUp(TrainedPerson person) => TrainingGate.AllGaps(person.Name, Register, Rules, Today).Count > 0;
}

/// <summary>A register that is to be put in force.</summary>
/// <param name="Seen">The version it was compared with.</param>
/// <param name="Text">It as a file.</param>
/// <param name="Note">What the change is.</param>
/// <param name="Change">What would change.</param>
/// <param name="Problems">Why it was not put in force.</param>
public sealed record TrainingPreviewView(int Seen, string Text, string Note, TrainingChange Change, IReadOnlyList<Problem> Problems);
