using CityRenewal.Geo.Service.Faults;
using Google.Type;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Days on the wire.</summary>
internal static class Dates
{
    /// <summary>A day as a message.</summary>
    public static Date ToMessage(DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    /// <summary>The day of a message; null, with a problem, where it is none.</summary>
    public static DateOnly? Of(Date? date, string field, List<FieldProblem> problems)
    {
        if (date is { Year: > 0 and < 10_000, Month: > 0 and < 13, Day: > 0 } && date.Day <= System.DateTime.DaysInMonth(date.Year, date.Month))
        {
            return new DateOnly(date.Year, date.Month, date.Day);
        }

        problems.Add(new FieldProblem(field, date is null ? "Give the date of the document, with year, month and day." : "This is no day; give year, month and day."));
        return null;
    }
}
