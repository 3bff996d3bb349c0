namespace CityRenewal.Geo.Register;

/// <summary>Why something cannot enter the register: what, and what to do.</summary>
/// <param name="Code">Stable word for machines.</param>
/// <param name="Text">In English, with the remedy.</param>
/// <param name="TextChinese">In Chinese, with the remedy.</param>
public sealed record RegisterProblem(string Code, string Text, string TextChinese);
