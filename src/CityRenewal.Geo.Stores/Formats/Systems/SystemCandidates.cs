using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Finds the supported systems that a layer's numbers fit, and says of each where it would put the layer.</summary>
internal static class SystemCandidates
{
    private const double NearKnown = 20_000;
    private const int Most = 12;

    // Longitudes and latitudes of Chongqing 重庆市, after its statistical yearbook.
    private static readonly LonLatBox Chongqing = new(105.18, 28.16, 110.2, 32.22);

    /// <summary>The candidates, the best fitting one first.</summary>
    public static IReadOnlyList<SystemCandidate> Of(DeliveredLayer layer, IReadOnlyList<PlacedLayer> known, Func<int, bool, string> option)
    {
        if (LayerExtent.InItsOwn(layer.Shapes) is not { } box)
        {
            return [];
        }

        var swapped = new LonLatBox(box.MinLat, box.MinLon, box.MaxLat, box.MaxLon);
        var fitting = Fitting(box, false).Concat(Fitting(swapped, true)).ToList();
        var likely = fitting.Where(fit => IsTold(fit.System) || known.Any(other => BoxPlace.Of(fit.Extent, other.Extent).Gap < NearKnown)).ToList();
        return
        [
            .. (likely.Count > 0 ? likely : fitting.Where(fit => !IsUtm(fit.System)))
                .OrderBy(fit => Gap(fit.Extent, known)).ThenByDescending(fit => Overlap(fit.Extent, known))
                .ThenBy(fit => fit.SwapAxes).ThenBy(fit => fit.System.Epsg).Take(Most)
                .Select(fit => new SystemCandidate(
                    fit.System.Epsg, fit.SwapAxes, fit.System.Name, fit.Extent, Meaning(fit, known), option(fit.System.Epsg, fit.SwapAxes))),
        ];
    }

    /// <summary>How a box lies to the layers whose place is known; empty where there are none.</summary>
    public static string Relation(LonLatBox extent, IReadOnlyList<PlacedLayer> known)
    {
        if (known.Count == 0)
        {
            return "";
        }

        var other = known.OrderBy(layer => BoxPlace.Of(extent, layer.Extent).Gap > 0).ThenBy(layer => layer.Name != LayerNames.Parcels)
            .ThenBy(layer => layer.Name != LayerNames.Buildings).ThenByDescending(layer => layer.Features).First();
        var (place, name) = (BoxPlace.Of(extent, other.Extent), LayerNames.ChineseOf(other.Name));
        return place.Gap > 0
            ? $"{BoxPlace.Say(place.Distance)} {place.Direction} of {other.Name}(在{name}以{place.ChineseDirection} {BoxPlace.Say(place.Distance)})"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{(place.Overlap >= 0.5 ? "on top of" : "partly on")} {other.Name}, {place.Overlap * 100:0} %(与{name}重合 {place.Overlap * 100:0} %)");
    }

    private static IEnumerable<Fit> Fitting(LonLatBox box, bool swapAxes)
    {
        var taken = new List<ReferenceSystem>();
        foreach (var system in ReferenceSystems.Supported.OrderBy(Preference))
        {
            if (taken.All(other => !other.HasProjectionOf(system)) && LayerExtent.Of(box, LonLat.From(system)) is { } extent
                && system.AreaOfUse.Contains((extent.MinLon + extent.MaxLon) / 2, (extent.MinLat + extent.MaxLat) / 2))
            {
                taken.Add(system);
                yield return new Fit(system, swapAxes, extent);
            }
        }
    }

    // Of twins with the same numbers the 3-degree zone is named, and in China CGCS2000 instead of WGS 84.
    private static int Preference(ReferenceSystem system) =>
        system.Name.Contains("3-degree", StringComparison.Ordinal) || system.Epsg == ReferenceSystems.Cgcs2000 ? 0 : 1;

    // UTM zones all fit the same numbers, and Web Mercator fits any: they are named where they lead to a known layer.
    private static bool IsTold(ReferenceSystem system) => !IsUtm(system) && system.Kind != ProjectionKind.WebMercator;

    private static bool IsUtm(ReferenceSystem system) => system.Epsg is >= 32601 and <= 32760;

    private static double Gap(LonLatBox extent, IReadOnlyList<PlacedLayer> known) =>
        known.Count == 0 ? 0 : known.Min(layer => BoxPlace.Of(extent, layer.Extent).Gap);

    private static double Overlap(LonLatBox extent, IReadOnlyList<PlacedLayer> known) =>
        known.Count == 0 ? 0 : known.Max(layer => BoxPlace.Of(extent, layer.Extent).Overlap);

    private static string Meaning(Fit fit, IReadOnlyList<PlacedLayer> known)
    {
        double longitude = (fit.Extent.MinLon + fit.Extent.MaxLon) / 2, latitude = (fit.Extent.MinLat + fit.Extent.MaxLat) / 2;
        var relation = Relation(fit.Extent, known);
        var city = Chongqing.Contains(longitude, latitude) ? " (Chongqing 重庆)" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"the layer lies at {longitude:0.###}° E, {latitude:0.###}° N{city}{(relation.Length > 0 ? ", " : "")}{relation}{(fit.SwapAxes ? ", its first coordinate taken as north(首坐标为北)" : "")}");
    }

    private sealed record Fit(ReferenceSystem System, bool SwapAxes, LonLatBox Extent);
}
