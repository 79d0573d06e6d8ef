using Core.Calendar;

namespace Service.Calendar;

/// <summary>The calendar in force, kept in blob storage as iCalendar with every earlier version.</summary>
internal sealed class CalendarStore
{
    /// <summary>The calendar in force.</summary>
    public Task<BusinessCalendar> CurrentAsync(CancellationToken cancel) => throw new NotImplementedException();
}
