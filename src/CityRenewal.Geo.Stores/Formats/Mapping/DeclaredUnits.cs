using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Settles the unit of declared areas where nothing names it: what people declare is near the area of the outline in one
/// unit only, for the units lie fifteenfold apart and more.
/// </summary>
internal static class DeclaredUnits
{
    private const string Column = "declared_area_m2";
    private const double Nearness = 0.1;
    private const double Agreeing = 0.8;

    private static readonly (string Word, double Factor)[] Units = [("m2", 1), ("mu", 10_000.0 / 15), ("ha", 10_000), ("km2", 1_000_000)];

    /// <summary>The layer with its declared areas in m², and the unit that they were in where this had to be found out.</summary>
    public static (SourceLayer Layer, string? Unit) Settled(SourceLayer layer, LayerMapping mapping, DeliveredLayer delivered, List<string> notes)
    {
        if (layer.Column(Column) is not RealSource declared || IsNamed(mapping, delivered) || layer.Shapes.Kind != ShapeKind.Polygon
            || (layer.Epsg != ReferenceSystems.Local && !ReferenceSystems.TryFind(layer.Epsg, out _)))
        {
            return (layer, null);
        }

        var (areas, _) = LegalMeasures.Of(layer, new ParallelOptions());
        var pairs = Enumerable.Range(0, areas.Length).Where(row => areas[row] > 0 && declared.Values[row] > 0).ToList();
        if (pairs.Count == 0)
        {
            return (layer, null);
        }

        var best = Units.MaxBy(unit => pairs.Count(row => IsNear(declared.Values[row] * unit.Factor, areas[row])));
        var agreeing = pairs.Count(row => IsNear(declared.Values[row] * best.Factor, areas[row])) / (double)pairs.Count;
        if (agreeing < Agreeing)
        {
            notes.Add($"{Column}: no unit is named, and none brings the areas near those of the outlines; taken as m2");
            return (layer, null);
        }

        notes.Add(string.Create(
            CultureInfo.InvariantCulture, $"{Column}: no unit is named; {best.Word}, which brings {agreeing:P0} of the areas within a tenth of their outlines"));
        return (With(layer, new RealSource(Column, [.. declared.Values.Select(value => value * best.Factor)])), best.Word);
    }

    private static bool IsNamed(LayerMapping mapping, DeliveredLayer delivered)
    {
        var rule = FieldRules.Of(mapping, delivered).First(rule => rule.Column.Name == Column);
        return rule.Column.Name.Equals(rule.Sources.FirstOrDefault(), StringComparison.OrdinalIgnoreCase)
            || (rule.Unit is { } unit && (unit.Field is null || delivered.Field(unit.Field) is not null))
            || rule.Sources.Any(source => delivered.Field(source) is { } field && MeasureUnits.InName(field.Name, rule.Column) is not null);
    }

    private static bool IsNear(double declared, double area) => Math.Abs((declared / area) - 1) < Nearness;

    /// <summary>The layer with another column of that name.</summary>
    public static SourceLayer With(SourceLayer layer, SourceColumn column) => new()
    {
        Name = layer.Name,
        Epsg = layer.Epsg,
        Shapes = layer.Shapes,
        Fids = layer.Fids,
        Origin = layer.Origin,
        Classification = layer.Classification,
        Columns = [.. layer.Columns.Where(known => known.Name != column.Name), column],
    };
}
