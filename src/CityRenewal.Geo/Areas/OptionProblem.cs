namespace CityRenewal.Geo.Areas;

/// <summary>One thing that is wrong with what was asked for.</summary>
/// <param name="Field">The option, by its name on the wire with its unit: lambda, minimum_area_m2, …</param>
/// <param name="Value">The value that was given, as text.</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record OptionProblem(string Field, string Value, string Message, string Remedy)
{
    /// <summary>What is wrong and what to do, in Chinese; empty where only English is told (commands of the editor).</summary>
    public string TextChinese { get; init; } = "";

    /// <summary>What is wrong and what to do, in both languages.</summary>
    public string Said => TextChinese.Length > 0 ? $"{Message} {Remedy} {TextChinese}" : $"{Message} {Remedy}";
}
