using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Whether the layers of a city lie where its parcels lie: a wrong zone puts a layer hundreds of kilometres away, coordinates
/// of an online map or a wrong datum some hundred metres beside. Where there are no parcels, buildings stand in.
/// </summary>
internal static class LayerPlaceCheck
{
    private const double NearEnough = 5_000;
    private const double NearEnoughForSheets = 100_000;

    /// <summary>Layers that do not lie on the others. Declared local layers have no place and are passed over.</summary>
    public static IReadOnlyList<Defect> Check(IReadOnlyList<SourceLayer> layers, CancellationToken cancel)
    {
        var parallel = new ParallelOptions { CancellationToken = cancel };
        var boxes = new LonLatBox?[layers.Count];
        Parallel.For(0, layers.Count, parallel, i => boxes[i] = BoxOf(layers[i]));
        var placed = Enumerable.Range(0, layers.Count).Where(i => boxes[i] is not null)
            .Select(i => new Placed(layers[i], boxes[i]!.Value)).ToList();
        var anchor = Largest(placed, LayerNames.Parcels) ?? Largest(placed, LayerNames.Buildings);
        var defects = new List<Defect>();
        var places = new Lazy<FirstPlaces>(() => new FirstPlaces(anchor!.Layer));
        var found = new Defect?[placed.Count];
        Parallel.For(0, anchor is null ? 0 : placed.Count, parallel, i => found[i] = placed[i] == anchor ? null : Of(placed[i], anchor!, places));
        foreach (var defect in found.OfType<Defect>())
        {
            // Several layers may tell the same of the parcels: it is said once.
            if (!defects.Any(told => (told.Code, told.Layer, told.File) == (defect.Code, defect.Layer, defect.File)))
            {
                defects.Add(defect);
            }
        }

        return defects;
    }

    private static LonLatBox? BoxOf(SourceLayer layer) => layer.Shapes.Count > 0 && ReferenceSystems.TryFind(layer.Epsg, out _)
        ? LayerExtent.Of(layer.Shapes, LonLat.From(layer.Epsg))
        : null;

    private static Defect? Of(Placed layer, Placed anchor, Lazy<FirstPlaces> places)
    {
        var place = BoxPlace.Of(layer.Box, anchor.Box);
        var isSheet = layer.Layer.Name == anchor.Layer.Name;
        var whole = FeaturePlace.WholeLayer(layer.Layer.Name) with { File = isSheet ? layer.Layer.Origin : "" };
        return place.Gap > Math.Max(isSheet ? NearEnoughForSheets : NearEnough, BoxPlace.Diagonal(anchor.Box))
            ? GeometryDefects.LayerFarAway.At(whole, Far(layer, anchor, place))
            : isSheet ? null : DisplacementCheck.Of(layer.Layer, places.Value);
    }

    private static Placed? Largest(List<Placed> layers, string name) => layers.Where(layer => layer.Layer.Name == name)
        .OrderByDescending(layer => layer.Layer.Shapes.Count).ThenBy(layer => layer.Layer.Origin, StringComparer.Ordinal).FirstOrDefault();

    private static string Far(Placed layer, Placed anchor, BoxPlace place)
    {
        var name = LayerNames.ChineseOf(anchor.Layer.Name);
        var kilometres = (place.Distance / 1000).ToString("0", CultureInfo.InvariantCulture);
        return $"in EPSG:{layer.Layer.Epsg} it lies {BoxPlace.Say(place.Distance)} {place.Direction} of {anchor.Layer.Name}"
            + $"(按 EPSG:{layer.Layer.Epsg} 位于{name}以{place.ChineseDirection}约 {kilometres} 公里){OtherReading(layer, anchor)}";
    }

    private static string OtherReading(Placed layer, Placed anchor)
    {
        if (Swapped(layer) is { } swapped && IsOn(swapped, anchor.Box))
        {
            return "; with its axes swapped it lies on them: --swap-axes, or axes: north_east in the mapping(交换坐标轴后重合)";
        }

        var other = ReferenceSystems.Supported.OrderBy(system => system.Epsg is >= 32601 and <= 32760)
            .ThenBy(system => !system.Name.Contains("3-degree", StringComparison.Ordinal)).ThenBy(system => system.Epsg)
            .FirstOrDefault(system => LayerExtent.Of(layer.Layer.Shapes, LonLat.From(system)) is { } box && IsOn(box, anchor.Box));
        return other is null
            ? ""
            : $"; in EPSG:{other.Epsg} ({other.Name}) it lies on them(按 EPSG:{other.Epsg} 读取则重合)";
    }

    private static LonLatBox? Swapped(Placed layer)
    {
        var shapes = layer.Layer.Shapes;
        return LayerExtent.Of(shapes.WithSwappedAxes(), LonLat.From(layer.Layer.Epsg));
    }

    private static bool IsOn(LonLatBox box, LonLatBox anchor) => BoxPlace.Of(box, anchor) is { Gap: 0, Overlap: > 0.25 };

    private sealed record Placed(SourceLayer Layer, LonLatBox Box);
}
