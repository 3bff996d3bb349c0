using System.Globalization;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reports.Content;

/// <summary>A measure as people read it: shares in percent, areas with their unit, with the interval where there is one.</summary>
public static class MeasureText
{
    /// <summary>The value with its interval; why there is none otherwise.</summary>
    public static string Of(MeasureName name, Measured measured)
    {
        if (measured.Value is not { } value)
        {
            return measured.State == MeasuredState.NotApplicable ? "不适用 n/a" : "未知 unknown";
        }

        var text = Number(name, value);
        return measured.High is null ? OneSided(text, "≥", Number(name, measured.Low ?? value))
            : measured.Low is null ? OneSided(text, "≤", Number(name, measured.High.Value))
            : Number(name, measured.Low.Value) == Number(name, measured.High.Value) ? text
            : $"{text} ({Number(name, measured.Low.Value)}–{Number(name, measured.High.Value)})";
    }

    /// <summary>What a measure is called in English: its wire name in words, without the unit.</summary>
    public static string English(MeasureName name)
    {
        var words = name.Wire.Replace("_m2", "", StringComparison.Ordinal);
        return (words.EndsWith("_m", StringComparison.Ordinal) ? words[..^2] : words).Replace('_', ' ');
    }

    // Something that counts is unknown: the known part is told, and on which side of it the truth lies.
    private static string OneSided(string value, string sign, string end) => value == end ? $"{sign} {value}" : $"{value} ({sign} {end})";

    private static string Number(MeasureName name, double value) => name.Unit switch
    {
        MeasureUnit.SquareMetre => Text(value, "#,##0") + " m²",
        MeasureUnit.Metre => Text(value, "#,##0.#") + " m",
        MeasureUnit.Count => Text(value, "#,##0"),
        MeasureUnit.Year => Text(value, "0") + " a",
        MeasureUnit.PerHectare => Text(value, "#,##0.#") + " /ha",
        _ when IsShare(name.Wire) => Text(value * 100, "0.#") + " %",
        _ => Text(value, "0.###"),
    };

    private static bool IsShare(string wire) =>
        wire.EndsWith("_share", StringComparison.Ordinal) || wire.EndsWith("_rate", StringComparison.Ordinal)
        || wire.StartsWith("demolition_ratio", StringComparison.Ordinal) || wire.StartsWith("building_density", StringComparison.Ordinal);

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
