using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Which features have their box in which cell, for finding the few that may touch a given box. Features of many vertices
/// or of many cells are kept aside in <see cref="Large"/>: they go through an <see cref="AreaGrid"/> instead.
/// </summary>
internal sealed class FeatureGrid
{
    private const int MostVertices = 96;
    private const int MostCells = 64;

    private readonly int[] _start;
    private readonly int[] _items;

    private FeatureGrid(GridFrame frame, int[] start, int[] items, int[] large)
    {
        Frame = frame;
        _start = start;
        _items = items;
        Large = large;
    }

    public GridFrame Frame { get; }

    /// <summary>The features kept aside, ascending.</summary>
    public int[] Large { get; }

    /// <summary>The features in a cell, ascending.</summary>
    public ReadOnlySpan<int> In(int column, int row)
    {
        var cell = (row * Frame.Columns) + column;
        return _items.AsSpan(_start[cell], _start[cell + 1] - _start[cell]);
    }

    /// <summary>Whether a block of cells holds any feature.</summary>
    public bool HasAny(in CellRange range)
    {
        for (var row = range.FirstRow; row <= range.LastRow; row++)
        {
            var cell = row * Frame.Columns;
            if (_start[cell + range.FirstColumn] < _start[cell + range.LastColumn + 1])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Indexes all features that have an area; cells are about as large as a feature.</summary>
    public static FeatureGrid Of(PolygonColumns shapes, FeatureBoxes boxes)
    {
        var frame = GridFrame.Over(boxes.Extent, MeanSideOf(boxes));
        var start = new int[frame.Cells + 1];
        var large = new List<int>();
        for (var feature = 0; feature < boxes.Count; feature++)
        {
            if (boxes.Areas[feature] <= 0 || !frame.TryRange(boxes.Boxes[feature], out var range))
            {
                continue;
            }

            if (IsLarge(shapes, feature, range))
            {
                large.Add(feature);
                continue;
            }

            for (var row = range.FirstRow; row <= range.LastRow; row++)
            {
                for (var column = range.FirstColumn; column <= range.LastColumn; column++)
                {
                    start[(row * frame.Columns) + column]++;
                }
            }
        }

        return new FeatureGrid(frame, start, Filled(shapes, boxes, frame, start), [.. large]);
    }

    private static double MeanSideOf(FeatureBoxes boxes)
    {
        double sides = 0;
        var count = 0;
        foreach (var box in boxes.Boxes)
        {
            if (!box.IsEmpty)
            {
                sides += ((double)box.MaxX - box.MinX + box.MaxY - box.MinY) / 2;
                count++;
            }
        }

        return sides / Math.Max(1, count);
    }

    private static int[] Filled(PolygonColumns shapes, FeatureBoxes boxes, GridFrame frame, int[] start)
    {
        // start[c] becomes the end of cell c; filling backwards walks it down to the start, in ascending order of features.
        for (var cell = 1; cell < start.Length; cell++)
        {
            start[cell] += start[cell - 1];
        }

        var items = new int[start[^1]];
        for (var feature = boxes.Count - 1; feature >= 0; feature--)
        {
            if (boxes.Areas[feature] <= 0 || !frame.TryRange(boxes.Boxes[feature], out var range)
                || IsLarge(shapes, feature, range))
            {
                continue;
            }

            for (var row = range.FirstRow; row <= range.LastRow; row++)
            {
                for (var column = range.FirstColumn; column <= range.LastColumn; column++)
                {
                    items[--start[(row * frame.Columns) + column]] = feature;
                }
            }
        }

        return items;
    }

    private static bool IsLarge(PolygonColumns shapes, int feature, in CellRange range) =>
        shapes.VertexEnd(feature) - shapes.VertexStart(feature) > MostVertices
        || (range.LastColumn - range.FirstColumn + 1L) * (range.LastRow - range.FirstRow + 1L) > MostCells;
}
