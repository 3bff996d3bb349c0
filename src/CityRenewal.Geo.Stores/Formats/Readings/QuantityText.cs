using System.Globalization;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Quantities as people write them: 120㎡, 1,200.5, ３５０, 0.5亩, 3.5万㎡, 约30户, 35%, ≤24m.</summary>
internal static partial class QuantityText
{
    /// <summary>The quantity in the column's unit where the text names one, else the number as it stands.</summary>
    public static Reading Read(string written, CityColumn column)
    {
        var narrow = WrittenText.Narrow(written);
        if (WrittenText.PlainNumber(narrow) is { } plain)
        {
            var isLiteral = narrow == written.Trim() && !narrow.Contains(',', StringComparison.Ordinal);
            return isLiteral ? Reading.Literal(plain) : Reading.By("full-width digits or separated thousands", plain);
        }

        if (WrittenText.SaysUnknown(narrow))
        {
            return Reading.SaidUnknown;
        }

        if (Interval().IsMatch(narrow))
        {
            return Reading.Interval;
        }

        var parts = Quantity().Match(narrow);
        if (!parts.Success || WrittenText.PlainNumber(parts.Groups["n"].Value) is not { } number)
        {
            return Reading.Unreadable;
        }

        // A limit may say that it is one; of anything else it would leave the value open.
        if (parts.Groups["limit"].Success && !IsLimit(column))
        {
            return Reading.Interval;
        }

        var unit = parts.Groups["unit"].Value;
        return unit.Length == 0 ? Reading.By(parts.Groups["about"].Success ? "about that much" : "the number of the limit", number)
            : MeasureUnits.Of(column).TryGetValue(unit, out var factor) ? Reading.By("a unit in the text", number * factor) with { HasUnit = true }
            : Reading.Unreadable;
    }

    private static bool IsLimit(CityColumn column) =>
        column.Name.Contains("limit", StringComparison.Ordinal) || column.Name.StartsWith("max_", StringComparison.Ordinal);

    [GeneratedRegex(@"^[\d.,]+[^\d.,]*(-|~|至|到)[\d.,]+\D*$|^[\d.,]+\D*(以上|以下|多|余)\D*$")]
    private static partial Regex Interval();

    [GeneratedRegex(@"^(?<about>约|大约|大概|近|≈|~)?(?<limit><=?|>=?|≤|≥|不大于|不超过|不小于)?(?<n>[+-]?[\d.,]+)(?<unit>[^\d.,+-]*?[2²]?)(左右)?$")]
    private static partial Regex Quantity();
}
