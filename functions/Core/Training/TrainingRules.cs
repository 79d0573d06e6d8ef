namespace Core.Training;

/// <summary>What staff do that training can be made a condition of (policy section 5: "handling and approving need current training").</summary>
public enum TrainedWork
{
    /// <summary>Approve a request under review.</summary>
    Approve,
    /// <summary>Deny a request.</summary>
    Deny,
    /// <summary>Override the check of a file.</summary>
    OverrideCheck,
    /// <summary>Countersign an agreement.</summary>
    CountersignNda,
    /// <summary>Release files to the requester.</summary>
    Deliver,
    /// <summary>Upload a file for release.</summary>
    Upload,
    /// <summary>Accept what a requester handed in.</summary>
    AcceptDocument,
}

/// <summary>What the policy says about training.</summary>
/// <param name="Required">False: nothing is ever held up by training; reminders and completion stay.</param>
/// <param name="BlockUnlisted">
/// Whether somebody who is not in the register at all is held up too. False lets an office begin with an empty register: whoever is
/// entered is held to it from then on.
/// </param>
/// <param name="RemindBeforeCalendarDays">How many calendar days before a training ends its holder is reminded, one reminder each.</param>
/// <param name="Courses">The courses, and the work each is needed for.</param>
public sealed record TrainingRules(
    bool Required, bool BlockUnlisted, IReadOnlyList<int> RemindBeforeCalendarDays, IReadOnlyList<TrainingCourse> Courses)
{
    /// <summary>The course with this code, in any case of letters.</summary>
    public TrainingCourse? Course(string code) =>
        Courses.FirstOrDefault(course => course.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A course.</summary>
/// <param name="Code">How the register names it; stays stable.</param>
/// <param name="Name">As people read it.</param>
/// <param name="ValidMonths">How long it holds where the register gives no end.</param>
/// <param name="NeededFor">The work that cannot be done without it.</param>
public sealed record TrainingCourse(string Code, string Name, int ValidMonths, IReadOnlyList<TrainedWork> NeededFor);
