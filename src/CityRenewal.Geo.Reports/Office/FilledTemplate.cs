namespace CityRenewal.Geo.Reports.Office;

/// <summary>A template with its placeholders filled, or everything that is wrong with it.</summary>
/// <param name="Bytes">The file; empty where something is wrong.</param>
/// <param name="Problems">Each with its place and what to do; empty where nothing is wrong.</param>
public sealed record FilledTemplate(byte[] Bytes, IReadOnlyList<string> Problems);
