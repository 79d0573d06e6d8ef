using Core.Authorities;
using Core.Policy;
using Core.Routing;
using Service.Portal.Layout;

namespace Service.Portal.Counter;

/// <summary>A step of writing down a visit.</summary>
/// <param name="Step">The step.</param>
/// <param name="In">What was typed so far.</param>
/// <param name="Key">Makes sending it twice harmless.</param>
/// <param name="Advice">What to say and not to do, once it is known who is there; null before.</param>
/// <param name="Offices">How the offices are reached.</param>
public sealed record CounterView(
    CounterStep Step, Entries In, string Key, CounterAdvice? Advice, IReadOnlyDictionary<Office, OfficeContact> Offices);

/// <summary>A visit that is on record.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Email">Where the confirmation went.</param>
/// <param name="Advice">What to say and not to do.</param>
/// <param name="Offices">How the offices are reached.</param>
/// <param name="In">What was typed into the form for papers.</param>
/// <param name="Papers">Names of the copies handed in.</param>
public sealed record CounterRecorded(
    string Id, string Email, CounterAdvice Advice, IReadOnlyDictionary<Office, OfficeContact> Offices, Entries In, IReadOnlyList<string> Papers);
