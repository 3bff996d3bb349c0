using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Which features of one layer share area with which of another, both ways, with the shared area in m².</summary>
internal sealed class OverlapPairs
{
    private readonly int[] _start;
    private readonly ZoneArea[] _parts;

    private OverlapPairs(int[] start, ZoneArea[] parts)
    {
        _start = start;
        _parts = parts;
    }

    /// <summary>First part of each feature, and one past the last.</summary>
    public ReadOnlySpan<int> Start => _start;

    /// <summary>All parts, feature after feature.</summary>
    public ReadOnlySpan<ZoneArea> Parts => _parts;

    /// <summary>The features of the other layer that feature i shares area with, ascending.</summary>
    public ReadOnlySpan<ZoneArea> PartsOf(int i) => _parts.AsSpan(_start[i], _start[i + 1] - _start[i]);

    /// <summary>Joins two layers by area.</summary>
    public static OverlapPairs Of(
        PolygonColumns shapes, MeasuredFeatures measured, PolygonColumns others, MeasuredFeatures measuredOthers, OverlayRun run)
    {
        var index = FeatureGrid.Of(others, measuredOthers.Boxes);
        var large = index.Large.Length > 0 ? AreaGrid.OfZones(others, index.Large, RoomPerEdge(others, index)) : null;
        var start = new int[shapes.Count + 1];
        var parts = new ZoneArea[FixedChunks.CountOf(shapes.Count)][];
        FixedChunks.Run(
            shapes.Count,
            run.Threads,
            () => (Search: new OverlapSearch(index, large, new PairArea(shapes, measured.Boxes, others), measuredOthers.Boxes),
                Found: new List<ZoneArea>()),
            (scratch, chunk, first, end) =>
            {
                var (search, found) = scratch;
                found.Clear();
                for (var i = first; i < end; i++)
                {
                    if (i % FeatureBoxes.BlockSize == 0
                        && !search.MayMeet(measured.Boxes.Blocks[i / FeatureBoxes.BlockSize]))
                    {
                        i += FeatureBoxes.BlockSize - 1;
                        continue;
                    }

                    var before = found.Count;
                    search.Find(shapes, i, measured.Boxes, found);
                    start[i + 1] = found.Count - before;
                }

                parts[chunk] = [.. found];
            },
            run.Cancel);
        for (var i = 0; i < shapes.Count; i++)
        {
            start[i + 1] += start[i];
        }

        return new OverlapPairs(start, Joined(parts, start[^1], run.Plane));
    }

    /// <summary>The pairs with the parts of some features instead, further features behind the others.</summary>
    public OverlapPairs With(IReadOnlyDictionary<int, ZoneArea[]> rows, int count)
    {
        var (start, parts) = CompressedRows.With<ZoneArea>(_start, _parts, rows, count);
        return new OverlapPairs(start, parts);
    }

    /// <summary>The same pairs seen from the other layer.</summary>
    public OverlapPairs Turned(int others)
    {
        var start = new int[others + 1];
        foreach (var part in _parts)
        {
            start[part.Zone + 1]++;
        }

        for (var i = 0; i < others; i++)
        {
            start[i + 1] += start[i];
        }

        var next = start.AsSpan(0, others).ToArray();
        var turned = new ZoneArea[_parts.Length];
        for (var i = 0; i + 1 < _start.Length; i++)
        {
            foreach (var (other, area) in PartsOf(i))
            {
                turned[next[other]++] = new ZoneArea(i, area);
            }
        }

        return new OverlapPairs(start, turned);
    }

    // Four cells an edge: few edges in a cell, and not too many cells.
    private static double RoomPerEdge(PolygonColumns others, FeatureGrid index)
    {
        long edges = 0;
        foreach (var feature in index.Large)
        {
            edges += others.VertexEnd(feature) - others.VertexStart(feature);
        }

        return Math.ScaleB(Math.Sqrt((double)index.Finest.Cells / (4 * edges)), index.Finest.Shift);
    }

    private static ZoneArea[] Joined(ZoneArea[][] parts, int count, WorkingPlane plane)
    {
        var joined = GC.AllocateUninitializedArray<ZoneArea>(count);
        var next = 0;
        foreach (var found in parts)
        {
            foreach (var (other, area) in found)
            {
                joined[next++] = new ZoneArea(other, plane.SquareMetres(area));
            }
        }

        return joined;
    }
}
