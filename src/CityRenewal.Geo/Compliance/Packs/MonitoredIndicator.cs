namespace CityRenewal.Geo.Compliance;

/// <summary>An indicator that a text sets for a whole city and that is monitored elsewhere: never an area's verdict.</summary>
/// <param name="Id">Stable name, kebab-case.</param>
/// <param name="Title">What it asks for, in English.</param>
/// <param name="TitleChinese">What it asks for, in Chinese.</param>
/// <param name="Citation">Where it is written.</param>
public sealed record MonitoredIndicator(string Id, string Title, string TitleChinese, Citation Citation);
