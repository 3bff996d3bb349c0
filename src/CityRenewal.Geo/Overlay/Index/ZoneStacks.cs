using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Where zones of one layer may lie upon each other. Elsewhere the areas of single zones may simply be added; only here must
/// the union be measured, so that no land counts twice.
/// </summary>
/// <remarks>
/// Small zones are joined by area, which is exact. Large ones (hundreds of vertices) are only marked: there the cells decide,
/// on the safe side.
/// </remarks>
public sealed class ZoneStacks
{
    /// <summary>No two zones share area.</summary>
    public static readonly ZoneStacks None = new([], []);

    private readonly List<(int First, int Second, GridBox Box)> _pairs;
    private readonly HashSet<int> _large;

    private ZoneStacks(List<(int First, int Second, GridBox Box)> pairs, HashSet<int> large)
    {
        _pairs = pairs;
        _large = large;
    }

    /// <summary>Whether it is certain that no two zones of the layer share area.</summary>
    public bool AreNone => _pairs.Count == 0 && _large.Count == 0;

    /// <summary>Joins a layer with itself.</summary>
    public static ZoneStacks Of(PolygonColumns shapes, OverlayRun run)
    {
        // A single zone can't lie upon another.
        if (shapes.Count < 2)
        {
            return None;
        }

        var boxes = FeatureBoxes.Of(shapes, run.Threads, run.Cancel);
        var index = FeatureGrid.Of(shapes, boxes);
        var large = new HashSet<int>(index.Large);
        var found = new List<(int First, int Second, GridBox Box)>[FixedChunks.CountOf(shapes.Count)];
        FixedChunks.Run(
            shapes.Count,
            run.Threads,
            () => OverlapSearch.WithinLayer(index, shapes, boxes),
            (search, chunk, start, end) =>
            {
                found[chunk] = [];
                var others = new List<ZoneArea>();
                for (var zone = start; zone < end; zone++)
                {
                    others.Clear();
                    if (!large.Contains(zone))
                    {
                        search.Find(shapes, zone, boxes, others);
                    }

                    foreach (var (other, _) in others)
                    {
                        found[chunk].Add((zone, other, boxes.Boxes[zone].Within(boxes.Boxes[other])));
                    }
                }
            },
            run.Cancel);
        return new ZoneStacks([.. found.SelectMany(pairs => pairs)], large);
    }

    /// <summary>The boxes in which small zones of a set lie upon each other.</summary>
    internal List<GridBox> Within(ReadOnlySpan<int> zones)
    {
        var boxes = new List<GridBox>();
        if (_pairs.Count > 0)
        {
            var members = new HashSet<int>(zones.ToArray());
            boxes.AddRange(
                from pair in _pairs where members.Contains(pair.First) && members.Contains(pair.Second) select pair.Box);
        }

        return boxes;
    }

    /// <summary>For each zone of a set whether it is large.</summary>
    internal bool[] LargeOf(ReadOnlySpan<int> zones)
    {
        var isLarge = new bool[zones.Length];
        for (var i = 0; i < isLarge.Length; i++)
        {
            isLarge[i] = _large.Contains(zones[i]);
        }

        return isLarge;
    }
}
