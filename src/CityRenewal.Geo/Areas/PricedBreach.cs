namespace CityRenewal.Geo.Areas;

/// <summary>A soft limit that a plan breaks, and what that costs it.</summary>
/// <param name="Area">The area's id; empty where the whole plan breaks it.</param>
/// <param name="Limit">The limit by its word of the request, or the id of a rule.</param>
/// <param name="Text">What was found, in English.</param>
/// <param name="TextChinese">The same in Chinese.</param>
/// <param name="Price">What it costs, m² of benefit.</param>
public sealed record PricedBreach(string Area, string Limit, string Text, string TextChinese, double Price);
