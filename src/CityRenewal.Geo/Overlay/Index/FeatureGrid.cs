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
    private const int CellsPerFeature = 16;

    private readonly int[] _start;
    private readonly int[] _items;

    private FeatureGrid((GridFrame Cells, GridFrame Finest) frames, int[] start, int[] items, int[] large)
    {
        (Frame, Finest) = frames;
        _start = start;
        _items = items;
        Large = large;
    }

    /// <summary>The cells.</summary>
    public GridFrame Frame { get; }

    /// <summary>Cells as large as a feature: those of <see cref="Frame"/>, but where a few features lie far apart.</summary>
    public GridFrame Finest { get; }

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

    /// <summary>Whether none of some features of a layer is kept aside as large, and the cells that tell are those of the layer before.</summary>
    public static bool AreSmall(PolygonColumns shapes, (FeatureBoxes Before, FeatureBoxes Now) boxes, IEnumerable<int> features)
    {
        GridFrame before = FinestOf(boxes.Before), finest = FinestOf(boxes.Now);
        return before == finest && features.All(feature => !IsLarge(shapes, feature, boxes.Now, finest));
    }

    /// <summary>
    /// Indexes all features that have an area; cells are about as large as a feature, and larger where features are few.
    /// </summary>
    public static FeatureGrid Of(PolygonColumns shapes, FeatureBoxes boxes)
    {
        var finest = FinestOf(boxes);
        var spread = Math.Sqrt((double)finest.Cells / CellsPerFeature / Math.Max(1, boxes.Count));
        var frame = spread <= 1 ? finest : GridFrame.Over(boxes.Extent, Math.ScaleB(spread, finest.Shift));
        var start = new int[frame.Cells + 1];
        var large = new List<int>();
        for (var feature = 0; feature < boxes.Count; feature++)
        {
            if (boxes.Areas[feature] <= 0 || !frame.TryRange(boxes.Boxes[feature], out var range))
            {
                continue;
            }

            if (IsLarge(shapes, feature, boxes, finest))
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

        return new FeatureGrid((frame, finest), start, Filled(shapes, boxes, (frame, finest), start), [.. large]);
    }

    private static GridFrame FinestOf(FeatureBoxes boxes) => GridFrame.Over(boxes.Extent, MeanSideOf(boxes));

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

    private static int[] Filled(
        PolygonColumns shapes, FeatureBoxes boxes, (GridFrame Cells, GridFrame Finest) frames, int[] start)
    {
        var frame = frames.Cells;

        // start[c] becomes the end of cell c; filling backwards walks it down to the start, in ascending order of features.
        for (var cell = 1; cell < start.Length; cell++)
        {
            start[cell] += start[cell - 1];
        }

        var items = new int[start[^1]];
        for (var feature = boxes.Count - 1; feature >= 0; feature--)
        {
            if (boxes.Areas[feature] <= 0 || !frame.TryRange(boxes.Boxes[feature], out var range)
                || IsLarge(shapes, feature, boxes, frames.Finest))
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

    private static bool IsLarge(PolygonColumns shapes, int feature, FeatureBoxes boxes, GridFrame finest) =>
        shapes.VertexEnd(feature) - shapes.VertexStart(feature) > MostVertices
        || (finest.TryRange(boxes.Boxes[feature], out var range)
            && (range.LastColumn - range.FirstColumn + 1L) * (range.LastRow - range.FirstRow + 1L) > MostCells);
}
