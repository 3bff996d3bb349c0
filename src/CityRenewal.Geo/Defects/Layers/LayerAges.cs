using System.Globalization;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>How old layers are, where they say: the newest year in a column of dates, and of buildings the newest year of completion.</summary>
internal static class LayerAges
{
    private const string YearBuilt = "year_built";
    private const int YearsApart = 5;
    private const int FewestYears = 200;

    private static readonly string[] Dates = ["date", "version", "year", "日期", "时间", "年份", "版本", "时点"];
    private static readonly string[] OfFeatures = [YearBuilt, "renewed_year"];

    /// <summary>Layers that are years older than the newest one, or than the baseline year.</summary>
    public static List<Defect> Of(IReadOnlyList<SourceLayer> layers, int? baselineYear)
    {
        var dated = layers.Select(layer => (Layer: layer, Year: NewestDate(layer))).Where(layer => layer.Year > 0).ToList();
        var newest = dated.Count > 0 ? dated.Max(layer => layer.Year) : 0;
        var found = dated.Where(layer => newest - layer.Year >= YearsApart)
            .Select(layer => LayerDefects.StaleLayer.At(
                FeaturePlace.WholeLayer(layer.Layer.Name), $"its newest date is of {layer.Year}, the newest of all layers of {newest}"))
            .ToList();
        foreach (var layer in layers.Where(layer => layer.Name == LayerNames.Buildings))
        {
            if (baselineYear is { } baseline && NewestBuilding(layer, baseline) is { } built && baseline - built >= YearsApart)
            {
                found.Add(LayerDefects.StaleLayer.At(
                    FeaturePlace.WholeLayer(layer.Name), $"its newest building is of {built}, the baseline year is {baseline}"));
            }
        }

        return found;
    }

    /// <summary>Whether a column is read here.</summary>
    public static bool Reads(SourceLayer layer, SourceColumn column) =>
        IsDated(column) || (layer.Name == LayerNames.Buildings && column.Name == YearBuilt);

    private static bool IsDated(SourceColumn column) =>
        !OfFeatures.Contains(column.Name) && Dates.Any(word => column.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static int NewestDate(SourceLayer layer) => layer.Columns
        .Where(IsDated)
        .Select(column => Enumerable.Range(0, column.Count).Select(row => YearOf(column.TextOf(row))).DefaultIfEmpty(0).Max())
        .DefaultIfEmpty(0)
        .Max();

    private static int? NewestBuilding(SourceLayer layer, int baseline)
    {
        if (layer.Column(YearBuilt) is not IntegerSource { Values: var years })
        {
            return null;
        }

        int newest = 0, known = 0;
        foreach (var year in years)
        {
            var isYear = year >= AttributeCheck.FirstYear && year <= baseline + 1;
            (newest, known) = isYear ? (Math.Max(newest, year), known + 1) : (newest, known);
        }

        return known >= FewestYears ? newest : null;
    }

    // 2019, 2019-05-01, 20190501, 2019年5月: the first four digits, where they are a year of this age.
    private static int YearOf(string text) =>
        text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1950 and <= 2100 && (text.Length is 4 or 8 || !char.IsAsciiDigit(text[4])) ? year : 0;
}
