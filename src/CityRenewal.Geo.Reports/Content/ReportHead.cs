using System.Reflection;
using CityRenewal.Geo.Cities;

namespace CityRenewal.Geo.Reports.Content;

/// <summary>What stands on the first page of a report that no layer and no rule tells.</summary>
public sealed record ReportHead
{
    /// <summary>This program and its version.</summary>
    public static string ThisEngine { get; } =
        $"CityRenewal.Geo {typeof(CityWork).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}";

    /// <summary>Title for people; empty takes the usual one.</summary>
    public string Title { get; init; } = "";

    /// <summary>The day that the report is dated with, as given: a report has no clock of its own. Empty where nobody gives one.</summary>
    public string Date { get; init; } = "";

    /// <summary>Who hands it on; empty where nobody says.</summary>
    public string Office { get; init; } = "";

    /// <summary>Version of the program.</summary>
    public required string Engine { get; init; }

    /// <summary>Name of the file that was judged, without its folder.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it may be seen by everybody: then it sums up and names no building and no parcel.</summary>
    public bool IsPublic { get; init; }
}
