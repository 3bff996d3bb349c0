using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>
/// The shapes of one layer on the world map as columns, for all zooms: every corner once, with the zoom from which it is
/// shown. Rings are not closed; their shells have areas above zero and their holes below, with y to the south.
/// </summary>
internal sealed class TileShapes
{
    private TileShapes(ShapeKind kind, int vertices, int[] pathStart, int[] featureStart)
    {
        Kind = kind;
        X = GC.AllocateUninitializedArray<int>(vertices);
        Y = GC.AllocateUninitializedArray<int>(vertices);
        FromZoom = GC.AllocateUninitializedArray<byte>(vertices);
        PathStart = pathStart;
        FeatureStart = featureStart;
        IsHole = new bool[pathStart.Length - 1];
        Boxes = new GridBox[featureStart.Length - 1];
        Sizes = new float[featureStart.Length - 1];
    }

    public ShapeKind Kind { get; }

    public int Count => FeatureStart.Length - 1;

    public int[] X { get; }

    public int[] Y { get; }

    /// <summary>The lowest zoom that shows each corner.</summary>
    public byte[] FromZoom { get; }

    /// <summary>First corner of each ring or line, and one past the last.</summary>
    public int[] PathStart { get; }

    /// <summary>First ring or line of each feature, and one past the last.</summary>
    public int[] FeatureStart { get; }

    /// <summary>Of every ring whether it is a hole; of a line never.</summary>
    public bool[] IsHole { get; }

    /// <summary>Box of every feature, empty for one without shape.</summary>
    public GridBox[] Boxes { get; }

    /// <summary>Area or length of every feature: where a tile cannot hold all, the greater are shown.</summary>
    public float[] Sizes { get; }

    public static TileShapes Of(PolygonColumns shapes, MercatorGrid grid, int threads)
    {
        // Every ring gives up its closing corner.
        var starts = shapes.RingStart.ToArray();
        for (var ring = 0; ring < starts.Length; ring++)
        {
            starts[ring] -= ring;
        }

        var made = new TileShapes(ShapeKind.Polygon, starts[^1], starts, shapes.FeatureStart.ToArray());
        FixedChunks.Run(made.Count, threads, () => new Scratch(), (scratch, _, start, end) =>
        {
            made.TakeRings(shapes, grid, scratch, start, end);
            made.Finish(scratch, start, end);
        });
        return made;
    }

    public static TileShapes Of(LineColumns lines, MercatorGrid grid, int threads)
    {
        var made = new TileShapes(ShapeKind.Line, lines.X.Length, lines.PathStart.ToArray(), lines.FeatureStart.ToArray());
        FixedChunks.Run(made.Count, threads, () => new Scratch(), (scratch, _, start, end) =>
        {
            int from = made.PathStart[made.FeatureStart[start]], count = made.PathStart[made.FeatureStart[end]] - from;
            grid.From(lines.X.Slice(from, count), lines.Y.Slice(from, count), made.X.AsSpan(from), made.Y.AsSpan(from));
            made.Finish(scratch, start, end);
        });
        return made;
    }

    private void TakeRings(PolygonColumns shapes, MercatorGrid grid, Scratch scratch, int start, int end)
    {
        int firstRing = FeatureStart[start], lastRing = FeatureStart[end];
        int from = shapes.RingStart[firstRing], count = shapes.RingStart[lastRing] - from;
        scratch.Reserve(count);
        grid.From(shapes.X.Slice(from, count), shapes.Y.Slice(from, count), scratch.X, scratch.Y);
        for (var ring = firstRing; ring < lastRing; ring++)
        {
            // The map turns north to south, so a ring is read backwards to stay a shell or a hole.
            var at = PathStart[ring];
            for (var i = shapes.RingStart[ring + 1] - 1; i > shapes.RingStart[ring]; i--, at++)
            {
                (X[at], Y[at]) = (scratch.X[i - from], scratch.Y[i - from]);
            }
        }
    }

    private void Finish(Scratch scratch, int start, int end)
    {
        for (var feature = start; feature < end; feature++)
        {
            int from = PathStart[FeatureStart[feature]], to = PathStart[FeatureStart[feature + 1]];
            Boxes[feature] = GridBox.Of(X.AsSpan(from, to - from), Y.AsSpan(from, to - from));
            double size = 0;
            for (var path = FeatureStart[feature]; path < FeatureStart[feature + 1]; path++)
            {
                int first = PathStart[path], count = PathStart[path + 1] - first;
                var part = count > 0 ? FinishPath(scratch, first, count) : 0;
                IsHole[path] = part < 0;
                size += part;
            }

            Sizes[feature] = (float)size;
        }
    }

    private double FinishPath(Scratch scratch, int first, int count)
    {
        ReadOnlySpan<int> x = X.AsSpan(first, count), y = Y.AsSpan(first, count);
        if (Kind == ShapeKind.Polygon)
        {
            scratch.Zooms.OfRing(x, y, FromZoom.AsSpan(first, count));
            return AreaOf(x, y);
        }

        scratch.Zooms.OfPath(x, y, FromZoom.AsSpan(first, count));
        return LengthOf(x, y);
    }

    private static double AreaOf(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        double twice = 0, originX = x[0], originY = y[0];
        for (var i = 1; i + 1 < x.Length; i++)
        {
            twice += ((x[i] - originX) * (y[i + 1] - originY)) - ((x[i + 1] - originX) * (y[i] - originY));
        }

        return twice / 2;
    }

    private static double LengthOf(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        double length = 0;
        for (var i = 1; i < x.Length; i++)
        {
            double dx = (double)x[i] - x[i - 1], dy = (double)y[i] - y[i - 1];
            length += Math.Sqrt((dx * dx) + (dy * dy));
        }

        return length;
    }

    private sealed class Scratch
    {
        public VertexZooms Zooms { get; } = new();

        public int[] X { get; private set; } = [];

        public int[] Y { get; private set; } = [];

        public void Reserve(int count)
        {
            if (X.Length < count)
            {
                (X, Y) = (new int[count], new int[count]);
            }
        }
    }
}
