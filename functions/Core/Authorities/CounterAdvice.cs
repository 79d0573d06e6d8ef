using Core.Routing;

namespace Core.Authorities;

/// <summary>A sentence of advice.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Source">Where the rule comes from.</param>
public sealed record AdviceLine(string Text, string Source);

/// <summary>What a person at a school's counter needs on the spot.</summary>
/// <param name="Call">The offices to call, the one that decides first.</param>
/// <param name="Say">What they may say, word for word.</param>
/// <param name="Do">What they do.</param>
/// <param name="DoNot">What they do not do, and do not hand over.</param>
public sealed record CounterAdvice(
    IReadOnlyList<Office> Call, IReadOnlyList<AdviceLine> Say, IReadOnlyList<AdviceLine> Do, IReadOnlyList<AdviceLine> DoNot)
{
    private const string Letter = "LTR-2018";
    private const string Plan = "PLAN-2020";
    private const string Ferpa = "FERPA §99.31(a)(9)";

    /// <summary>The advice for an authority and what it brings and claims. By rules 2 and 3 of policy section 3, as the routing.</summary>
    public static CounterAdvice For(Authority authority, LegalProcess? process, ClaimedException? claimed) => new(
        [.. Offices(authority, process, claimed).Distinct()], [.. ToSay(authority, process, claimed)], [.. ToDo(authority, process, claimed)],
        [.. NotToDo(authority, process)]);

    private static IEnumerable<Office> Offices(Authority authority, LegalProcess? process, ClaimedException? claimed)
    {
        yield return process is null && claimed is null ? Office.Superintendent : Office.LegalAdvisor;
        if (authority == Authority.ImmigrationOfficials)
        {
            yield return Office.LegalAdvisor;
        }
    }

    private static IEnumerable<AdviceLine> ToSay(Authority authority, LegalProcess? process, ClaimedException? claimed)
    {
        yield return process is null && claimed is null
            ? new("“I cannot give out anything about a student myself. The superintendent's office decides, and I am calling it now.”", Plan)
            : new("“I cannot give out anything about a student myself. The district's legal advisor decides, and I am calling that office now.”", Letter);
        yield return new("“May I see your identification, and may I copy your papers?”", Letter);
        if (authority == Authority.ImmigrationOfficials)
        {
            yield return new("“The district does not collect, keep or share anybody's immigration or citizenship status.”", Letter);
            yield return new("“Please wait here in the office. The legal advisor will speak with you.”", Letter);
        }
    }

    private static IEnumerable<AdviceLine> ToDo(Authority authority, LegalProcess? process, ClaimedException? claimed)
    {
        if (claimed == ClaimedException.HealthOrSafetyEmergency)
        {
            yield return new("If somebody is in danger right now, call 911 first. Then call the legal advisor, who decides without delay.", "FERPA §99.36");
        }

        if (claimed == ClaimedException.SuspectedChildAbuse || authority == Authority.ChildProtection)
        {
            yield return new("If you yourself suspect that a child is abused, your own duty to report it is not changed by any of this.", Plan);
        }

        yield return new("Stay calm and polite. Ask them to wait in the office, where there are no students.", Letter);
        yield return process switch
        {
            LegalProcess.Warrant => new("Copy every page of the warrant. Only the legal advisor judges it. If the officers go ahead, do not stand in their way: " +
                "write down what they do, and tell the legal advisor.", Letter),
            LegalProcess.Subpoena => new("Copy every page of the subpoena, and write down when it came. Send the officer to the legal advisor with it.", Letter),
            LegalProcess.CourtOrder => new("Copy every page of the order, and write down when it came. Send the officer to the legal advisor with it.", Letter),
            _ => new("Write down what they ask for, in their words, and what they say it is for.", Plan),
        };
        if (process is LegalProcess.Subpoena or LegalProcess.CourtOrder)
        {
            yield return new("The district tells the family before anything is given out, unless the paper forbids it. That is not for you to do.", Ferpa + "(ii)");
        }

        if (authority == Authority.ImmigrationOfficials && process is not null)
        {
            yield return new("A paper signed by an immigration officer is not one signed by a judge. You need not know the difference: the legal advisor does.", Letter);
        }
    }

    private static IEnumerable<AdviceLine> NotToDo(Authority authority, LegalProcess? process)
    {
        yield return new("Do not hand over, read out or show any record: no schedule, address, attendance, photo, grades or discipline file.", "LTR-2018; FERPA §99.30");
        yield return new("Do not say whether a student is at school, comes to this school or came today.", "LTR-2018; FERPA §99.30");
        yield return new("Do not sign anything, and do not agree to a search.", Letter);
        if (authority == Authority.ImmigrationOfficials)
        {
            yield return new("Do not let them into classrooms or hallways, and do not bring a student to them, before the legal advisor has said so.", Letter);
            yield return new("Do not ask any student or family where they come from, and do not write down what somebody says about it.", Letter);
        }

        if (authority == Authority.SchoolPolice)
        {
            yield return new("Do not give the school police a student's file, and do not take an incident report of theirs into one: the two are kept apart.",
                "LTR-2018; FERPA §99.8");
        }

        if (process is LegalProcess.Subpoena or LegalProcess.CourtOrder)
        {
            yield return new("Do not comply on the spot, whatever date is on the paper.", Ferpa + "(ii)");
        }
    }
}
