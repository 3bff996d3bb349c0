namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A kind of trouble with a rule pack, in words; where it stands is added by who meets it.</summary>
/// <param name="Code">Stable word for it.</param>
/// <param name="English">What is wrong and what to do, in English.</param>
/// <param name="Chinese">The same in Chinese.</param>
internal sealed record PackTrouble(string Code, (string What, string Remedy) English, (string What, string Remedy) Chinese);
