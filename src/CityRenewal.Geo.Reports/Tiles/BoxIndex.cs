using System.Runtime.InteropServices;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>
/// Finds rows by their boxes: a tree packed along the Hilbert curve, every node of <see cref="Fan"/> children, in three
/// arrays. Safe for any number of readers.
/// </summary>
internal sealed class BoxIndex
{
    private const int Fan = 16;

    private readonly int[] _rows;
    private readonly GridBox[] _boxes;
    private readonly int[] _levelStart;

    private BoxIndex(int[] rows, GridBox[] boxes, int[] levelStart)
    {
        _rows = rows;
        _boxes = boxes;
        _levelStart = levelStart;
    }

    /// <summary>The box around all rows.</summary>
    public GridBox Bounds => _rows.Length == 0 ? GridBox.Empty : _boxes[^1];

    /// <summary>An index over boxes; rows with an empty box are in none.</summary>
    public static BoxIndex Of(ReadOnlySpan<GridBox> boxes)
    {
        var rows = new List<int>(boxes.Length);
        var places = new List<ulong>(boxes.Length);
        for (var row = 0; row < boxes.Length; row++)
        {
            if (!boxes[row].IsEmpty)
            {
                rows.Add(row);
                places.Add(HilbertCurve.PlaceOf(Middle(boxes[row].MinX, boxes[row].MaxX), Middle(boxes[row].MinY, boxes[row].MaxY)));
            }
        }

        CollectionsMarshal.AsSpan(places).Sort(CollectionsMarshal.AsSpan(rows));
        var nodes = new List<GridBox>(rows.Count + (rows.Count / (Fan - 1)) + 2);
        foreach (var row in rows)
        {
            nodes.Add(boxes[row]);
        }

        return new BoxIndex([.. rows], [.. nodes.Concat(Above(nodes, out var levelStart))], levelStart);
    }

    /// <summary>Adds the rows whose boxes meet a box, in no order.</summary>
    public void Query(GridBox box, List<int> found)
    {
        if (_rows.Length > 0 && !box.IsEmpty)
        {
            Visit(_levelStart.Length - 2, 0, box, found);
        }
    }

    private void Visit(int level, int node, GridBox box, List<int> found)
    {
        if (!_boxes[_levelStart[level] + node].Meets(box))
        {
            return;
        }

        if (level == 0)
        {
            found.Add(_rows[node]);
            return;
        }

        var last = Math.Min(_levelStart[level] - _levelStart[level - 1], (node + 1) * Fan);
        for (var child = node * Fan; child < last; child++)
        {
            Visit(level - 1, child, box, found);
        }
    }

    private static List<GridBox> Above(List<GridBox> leaves, out int[] levelStart)
    {
        var starts = new List<int> { 0, leaves.Count };
        var above = new List<GridBox>();
        var below = leaves;
        while (below.Count > 1)
        {
            var level = new List<GridBox>();
            for (var start = 0; start < below.Count; start += Fan)
            {
                var box = below[start];
                for (var i = start + 1; i < Math.Min(below.Count, start + Fan); i++)
                {
                    box = box.With(below[i]);
                }

                level.Add(box);
            }

            above.AddRange(level);
            starts.Add(starts[^1] + level.Count);
            below = level;
        }

        levelStart = [.. starts];
        return above;
    }

    private static int Middle(int low, int high) => (int)(((long)low + high) / 2);
}
