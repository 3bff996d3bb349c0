using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Which protected items hit each parcel or building: an outlined item by overlap, a point item by lying in it or on its
/// outline (a point on a shared edge hits both: better one too many than a monument missed), and a building that the item
/// names as itself.
/// </summary>
public sealed class ItemHits
{
    private readonly int[] _start;
    private readonly int[] _items;

    private ItemHits(int[] start, int[] items)
    {
        _start = start;
        _items = items;
    }

    /// <summary>Number of features.</summary>
    public int Count => _start.Length - 1;

    /// <summary>The items that hit feature i, ascending.</summary>
    public ReadOnlySpan<int> ItemsOf(int i) => _items.AsSpan(_start[i], _start[i + 1] - _start[i]);

    /// <summary>Number of items that hit feature i.</summary>
    public int CountOf(int i) => _start[i + 1] - _start[i];

    /// <summary>The hits with those of some features found anew, further ones behind the others.</summary>
    internal ItemHits With(int[] rows, ItemHits found, int count)
    {
        var (start, items) = CompressedRows.With<int>(
            _start, _items, Enumerable.Range(0, rows.Length).ToDictionary(i => rows[i], i => found.ItemsOf(i).ToArray()), count);
        return new ItemHits(start, items);
    }

    /// <summary>Finds the items of some of the parcels of a city.</summary>
    internal static ItemHits OfSome(PolygonColumns parcels, MeasuredFeatures measured, City city, OverlayOptions options, OverlayRun run) =>
        Of(parcels, measured, city.ProtectedItems, options, run, []);

    /// <summary>Finds the items of every parcel.</summary>
    public static ItemHits OfParcels(City city, MeasuredFeatures measured, OverlayOptions options, OverlayRun run) =>
        Of(city.Parcels.Shapes, measured, city.ProtectedItems, options, run, []);

    /// <summary>Finds the items of every building, those included that name it.</summary>
    public static ItemHits OfBuildings(City city, MeasuredFeatures measured, OverlayOptions options, OverlayRun run) =>
        Of(
            city.Buildings.Shapes, measured, city.ProtectedItems, options, run,
            NamedBuildings.Of(city.ProtectedItems.BuildingIds, city.Buildings.Ids));

    private static ItemHits Of(
        PolygonColumns shapes, MeasuredFeatures measured, ProtectedItems items, OverlayOptions options, OverlayRun run,
        List<(int Feature, int Item)> hits)
    {
        var itemMeasures = MeasuredFeatures.Of(items.Shapes, run);
        AddOutlines(shapes, measured, (items, itemMeasures), options, run, hits);
        AddPoints(shapes, measured.Boxes, items, hits);
        var sorted = hits.Distinct().OrderBy(hit => hit.Feature).ThenBy(hit => hit.Item).ToArray();
        var start = new int[shapes.Count + 1];
        foreach (var (feature, _) in sorted)
        {
            start[feature + 1]++;
        }

        for (var i = 0; i < shapes.Count; i++)
        {
            start[i + 1] += start[i];
        }

        return new ItemHits(start, Array.ConvertAll(sorted, hit => hit.Item));
    }

    private static void AddOutlines(
        PolygonColumns shapes, MeasuredFeatures measured, (ProtectedItems Items, MeasuredFeatures Measures) items,
        OverlayOptions options, OverlayRun run, List<(int Feature, int Item)> hits)
    {
        var pairs = OverlapPairs.Of(shapes, measured, items.Items.Shapes, items.Measures, run);
        for (var feature = 0; feature < shapes.Count; feature++)
        {
            foreach (var (item, area) in pairs.PartsOf(feature))
            {
                var smaller = Math.Min(measured.Areas[feature], items.Measures.Areas[item]);
                if (area > options.ProtectedItemShare * smaller)
                {
                    hits.Add((feature, item));
                }
            }
        }
    }

    private static void AddPoints(
        PolygonColumns shapes, FeatureBoxes boxes, ProtectedItems items, List<(int Feature, int Item)> hits)
    {
        var points = PointGrid.Of(items);
        for (var block = 0; block < boxes.Blocks.Length; block++)
        {
            var near = points.In(boxes.Blocks[block]).ToArray();
            var end = Math.Min((block + 1) * FeatureBoxes.BlockSize, shapes.Count);
            for (var feature = block * FeatureBoxes.BlockSize; near.Length > 0 && feature < end; feature++)
            {
                AddPoints(shapes, feature, boxes.Boxes[feature], (items, near), hits);
            }
        }
    }

    private static void AddPoints(
        PolygonColumns shapes, int feature, in GridBox box, (ProtectedItems Items, int[] Near) points,
        List<(int Feature, int Item)> hits)
    {
        foreach (var item in points.Near)
        {
            int x = points.Items.PointX[item], y = points.Items.PointY[item];
            if (x >= box.MinX && x <= box.MaxX && y >= box.MinY && y <= box.MaxY && PointSide.IsIn(shapes, feature, x, y))
            {
                hits.Add((feature, item));
            }
        }
    }
}
