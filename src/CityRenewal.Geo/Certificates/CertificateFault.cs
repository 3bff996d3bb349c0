namespace CityRenewal.Geo.Certificates;

/// <summary>One thing in a certificate that does not hold.</summary>
/// <param name="Unit">Number of the unit; -1 for the whole plan.</param>
/// <param name="Text">What is wrong, in English.</param>
/// <param name="TextChinese">The same in Chinese.</param>
public sealed record CertificateFault(int Unit, string Text, string TextChinese);
