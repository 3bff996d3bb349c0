namespace CityRenewal.Geo.Editing;

/// <summary>An edit that was made, in words.</summary>
/// <param name="Command">As a command that makes it again.</param>
/// <param name="Text">What it did, in English.</param>
/// <param name="TextChinese">The same in Chinese.</param>
public sealed record AppliedEdit(string Command, string Text, string TextChinese);
