using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Where zones of one layer lie upon each other. Elsewhere the areas of single zones may simply be added; only here must
/// the union be measured, so that no land counts twice.
/// </summary>
public sealed class ZoneStacks
{
    /// <summary>No two zones share area.</summary>
    public static readonly ZoneStacks None = new([]);

    private readonly List<(int First, int Second, GridBox Box)> _pairs;

    private ZoneStacks(List<(int First, int Second, GridBox Box)> pairs) => _pairs = pairs;

    /// <summary>Number of pairs of zones that share area.</summary>
    public int Count => _pairs.Count;

    /// <summary>Joins a layer with itself.</summary>
    public static ZoneStacks Of(PolygonColumns shapes, OverlayRun run)
    {
        var measured = MeasuredFeatures.Of(shapes, run);
        var shared = OverlapPairs.Of(shapes, measured, shapes, measured, run);
        var pairs = new List<(int, int, GridBox)>();
        for (var zone = 0; zone < shapes.Count; zone++)
        {
            foreach (var (other, _) in shared.PartsOf(zone))
            {
                if (other > zone)
                {
                    GridBox a = measured.Boxes.Boxes[zone], b = measured.Boxes.Boxes[other];
                    pairs.Add((zone, other, new GridBox(
                        Math.Max(a.MinX, b.MinX), Math.Max(a.MinY, b.MinY), Math.Min(a.MaxX, b.MaxX), Math.Min(a.MaxY, b.MaxY))));
                }
            }
        }

        return new ZoneStacks(pairs);
    }

    /// <summary>The boxes in which zones of a set may lie upon each other.</summary>
    internal List<GridBox> Within(ReadOnlySpan<int> zones)
    {
        var members = new HashSet<int>(zones.ToArray());
        var boxes = new List<GridBox>();
        foreach (var (first, second, box) in _pairs)
        {
            if (members.Contains(first) && members.Contains(second))
            {
                boxes.Add(box);
            }
        }

        return boxes;
    }
}
