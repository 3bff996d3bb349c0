namespace CityRenewal.Geo.Shapes;

/// <summary>Box and area of every feature of a layer, computed in one pass: what most questions are decided by.</summary>
public sealed class FeatureBoxes
{
    /// <summary>Rows in a block; chunks hold whole blocks.</summary>
    public const int BlockSize = 32;

    private readonly GridBox[] _boxes;
    private readonly double[] _areas;
    private readonly GridBox[] _blocks;

    private FeatureBoxes(GridBox[] boxes, double[] areas, GridBox[] blocks)
    {
        _boxes = boxes;
        _areas = areas;
        _blocks = blocks;
    }

    /// <summary>Number of features.</summary>
    public int Count => _boxes.Length;

    /// <summary>Bounding boxes; empty for a feature without rings.</summary>
    public ReadOnlySpan<GridBox> Boxes => _boxes;

    /// <summary>Areas in square grid units, holes taken off; summed as integers, rounded once.</summary>
    public ReadOnlySpan<double> Areas => _areas;

    /// <summary>
    /// The box around each block of 32 rows. Rows lie along a Hilbert curve, so a block is a small place, and most questions
    /// are settled for all of it at once.
    /// </summary>
    public ReadOnlySpan<GridBox> Blocks => _blocks;

    /// <summary>The box around all features.</summary>
    public GridBox Extent
    {
        get
        {
            var extent = GridBox.Empty;
            foreach (var box in _blocks)
            {
                extent = extent.With(box);
            }

            return extent;
        }
    }

    /// <summary>The features whose boxes meet a box, ascending.</summary>
    internal List<int> RowsMeeting(GridBox box)
    {
        var rows = new List<int>();
        for (var block = 0; block < _blocks.Length; block++)
        {
            var end = Math.Min((block + 1) * BlockSize, _boxes.Length);
            for (var row = block * BlockSize; row < end && _blocks[block].Meets(box); row++)
            {
                if (_boxes[row].Meets(box))
                {
                    rows.Add(row);
                }
            }
        }

        return rows;
    }

    /// <summary>Boxes and areas of all features.</summary>
    /// <param name="shapes">The layer.</param>
    /// <param name="threads">Threads to use; 0 takes all.</param>
    /// <param name="cancel">Stops the work between chunks.</param>
    public static FeatureBoxes Of(PolygonColumns shapes, int threads = 0, CancellationToken cancel = default)
    {
        var boxes = GC.AllocateUninitializedArray<GridBox>(shapes.Count);
        var areas = GC.AllocateUninitializedArray<double>(shapes.Count);
        var blocks = new GridBox[(shapes.Count + BlockSize - 1) / BlockSize];
        Array.Fill(blocks, GridBox.Empty);
        FixedChunks.Run(
            shapes.Count,
            threads,
            (_, start, end) =>
            {
                for (var feature = start; feature < end; feature++)
                {
                    boxes[feature] = shapes.BoxOf(feature);
                    areas[feature] = HalfAreaOf(shapes, feature, boxes[feature]);
                    blocks[feature / BlockSize] = blocks[feature / BlockSize].With(boxes[feature]);
                }
            },
            cancel);
        return new FeatureBoxes(boxes, areas, blocks);
    }

    /// <summary>The boxes with those of some features instead, or behind the others.</summary>
    /// <param name="shapes">The layer afterwards.</param>
    /// <param name="rows">The features that are other than before, further ones at the end.</param>
    internal FeatureBoxes With(PolygonColumns shapes, IReadOnlyList<int> rows)
    {
        var (boxes, areas) = (GC.AllocateUninitializedArray<GridBox>(shapes.Count), GC.AllocateUninitializedArray<double>(shapes.Count));
        _boxes.CopyTo(boxes, 0);
        _areas.CopyTo(areas, 0);
        foreach (var row in rows)
        {
            boxes[row] = shapes.BoxOf(row);
            areas[row] = HalfAreaOf(shapes, row, boxes[row]);
        }

        var blocks = new GridBox[(shapes.Count + BlockSize - 1) / BlockSize];
        _blocks.CopyTo(blocks, 0);
        foreach (var block in rows.Select(row => row / BlockSize).Distinct())
        {
            blocks[block] = GridBox.Empty;
            for (var row = block * BlockSize; row < Math.Min((block + 1) * BlockSize, shapes.Count); row++)
            {
                blocks[block] = blocks[block].With(boxes[row]);
            }
        }

        return new FeatureBoxes(boxes, areas, blocks);
    }

    private static double HalfAreaOf(PolygonColumns shapes, int feature, GridBox box)
    {
        // Below 2^24 units (1.7 km) a side, products stay below 2^48 and 32,000 of them fit Int64 without a check.
        var isSmall = (long)box.MaxX - box.MinX < 1 << 24 && (long)box.MaxY - box.MinY < 1 << 24
            && shapes.VertexEnd(feature) - shapes.VertexStart(feature) < 1 << 14;
        return 0.5 * (isSmall ? SmallTwiceAreaOf(shapes, feature, box) : (double)shapes.TwiceAreaOf(feature));
    }

    private static long SmallTwiceAreaOf(PolygonColumns shapes, int feature, GridBox box)
    {
        var x = shapes.X;
        var y = shapes.Y;
        long sum = 0;
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            int start = shapes.RingStart[ring], end = shapes.RingStart[ring + 1];
            if (end - start < 4)
            {
                continue;
            }

            long ax = x[start] - box.MinX, ay = y[start] - box.MinY;
            for (var i = start + 1; i < end; i++)
            {
                long bx = x[i] - box.MinX, by = y[i] - box.MinY;
                sum += (ax * by) - (bx * ay);
                ax = bx;
                ay = by;
            }
        }

        return sum;
    }
}
