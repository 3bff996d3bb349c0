namespace CityRenewal.Geo.Compliance;

/// <summary>Something a rule takes for granted that no source confirms (按假设).</summary>
/// <param name="Text">In English.</param>
/// <param name="TextChinese">In Chinese.</param>
public sealed record PackAssumption(string Text, string TextChinese);
