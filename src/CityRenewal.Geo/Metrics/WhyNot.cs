namespace CityRenewal.Geo.Metrics;

/// <summary>Why a measure has no value, in words that a planner can act on.</summary>
/// <param name="Code">Stable word for machines, for example no_area, nothing_demolished.</param>
/// <param name="Text">The sentence in English.</param>
/// <param name="TextChinese">The sentence in Chinese.</param>
public sealed record WhyNot(string Code, string Text, string TextChinese)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
