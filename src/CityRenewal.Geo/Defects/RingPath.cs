namespace CityRenewal.Geo.Defects;

/// <summary>
/// One ring without repeated vertices and without its closing vertex, with boxes around runs of edges,
/// so that meetings are found without comparing every edge with every other. Reused from ring to ring.
/// </summary>
internal sealed class RingPath
{
    private const int LeafEdges = 8;

    /// <summary>Square of the sine below which a corner that turns back may be a spike; degrees stretch it a little.</summary>
    private const double LeastTurn = 4e-4;

    private double[] _x = new double[64];
    private double[] _y = new double[64];
    private int[] _from = new int[64];
    private double[] _boxes = new double[64];
    private bool _hasBoxes;

    /// <summary>Number of vertices, and of edges.</summary>
    public int Count { get; private set; }

    /// <summary>Number of edge runs at the lowest level.</summary>
    public int Leaves { get; private set; }

    public double X(int i) => _x[i];

    public double Y(int i) => _y[i];

    /// <summary>Number of a vertex among those delivered.</summary>
    public int Delivered(int i) => _from[i];

    public int After(int i) => i + 1 == Count ? 0 : i + 1;

    public int Before(int i) => i == 0 ? Count - 1 : i - 1;

    /// <summary>Takes the vertices of a ring as delivered.</summary>
    public void Take(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Reserve(x.Length);
        var count = 0;
        for (var i = 0; i < x.Length; i++)
        {
            if (count == 0 || x[i] != _x[count - 1] || y[i] != _y[count - 1])
            {
                (_x[count], _y[count], _from[count]) = (x[i], y[i], i);
                count++;
            }
        }

        while (count > 1 && _x[count - 1] == _x[0] && _y[count - 1] == _y[0])
        {
            count--;
        }

        Count = count;
        Leaves = (count + LeafEdges - 1) / LeafEdges;
        _hasBoxes = false;
    }

    /// <summary>
    /// Whether the ring surely is convex and without spikes: it turns to one side only, and once around. Most rings are, and
    /// nothing else has to be asked of them.
    /// </summary>
    public bool IsSurelyConvex()
    {
        int side = 0, turnsBack = 0;
        for (int i = 0, before = Count - 1; i < Count; before = i++)
        {
            var after = After(i);
            double inX = _x[i] - _x[before], inY = _y[i] - _y[before], outX = _x[after] - _x[i], outY = _y[after] - _y[i];
            double cross = (inX * outY) - (inY * outX), along = (inX * outX) + (inY * outY);
            var isAcute = along < 0 && cross * cross < LeastTurn * ((inX * inX) + (inY * inY)) * ((outX * outX) + (outY * outY));
            if (isAcute || (cross != 0 && side != 0 && cross > 0 != side > 0))
            {
                return false;
            }

            side = cross > 0 ? 1 : cross < 0 ? -1 : side;
            turnsBack += (inX < 0 || (inX == 0 && inY < 0)) != (outX < 0 || (outX == 0 && outY < 0)) ? 1 : 0;
        }

        return side != 0 && turnsBack == 2;
    }

    /// <summary>Puts boxes around the runs of edges; asked for before meetings are searched.</summary>
    public void NeedBoxes()
    {
        if (!_hasBoxes)
        {
            FillBoxes();
            _hasBoxes = true;
        }
    }

    /// <summary>Whether the boxes of two runs of leaves share a point.</summary>
    public bool Meets(int node, RingPath other, int otherNode)
    {
        var a = _boxes.AsSpan(node * 4, 4);
        var b = other._boxes.AsSpan(otherNode * 4, 4);
        return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
    }

    /// <summary>The edges of a leaf.</summary>
    public (int Start, int End) Edges(int leaf) => (leaf * LeafEdges, Math.Min(Count, (leaf + 1) * LeafEdges));

    /// <summary>Twice the signed area, positive where the ring runs anticlockwise.</summary>
    public double TwiceArea()
    {
        double sum = 0;
        for (var i = 1; i + 1 < Count; i++)
        {
            sum += ((_x[i] - _x[0]) * (_y[i + 1] - _y[0])) - ((_x[i + 1] - _x[0]) * (_y[i] - _y[0]));
        }

        return sum;
    }

    /// <summary>Twice the area of the fan from the first vertex without regard to sign: near zero where all lies on one line.</summary>
    public double TwiceFan()
    {
        double sum = 0;
        for (var i = 1; i + 1 < Count; i++)
        {
            sum += Math.Abs(((_x[i] - _x[0]) * (_y[i + 1] - _y[0])) - ((_x[i + 1] - _x[0]) * (_y[i] - _y[0])));
        }

        return sum;
    }

    /// <summary>1 where the point lies inside, 0 on the ring, -1 outside.</summary>
    public int Side(double x, double y)
    {
        NeedBoxes();
        var inside = false;
        var width = Width;
        for (var leaf = 0; leaf < Leaves; leaf++)
        {
            // Edges that lie wholly above or below the point say nothing.
            var box = _boxes.AsSpan((width + leaf) * 4, 4);
            if (y < box[1] || y > box[3])
            {
                continue;
            }

            var (start, end) = Edges(leaf);
            for (var j = start; j < end; j++)
            {
                var edge = SideOfEdge(j, x, y);
                if (edge == 0)
                {
                    return 0;
                }

                inside ^= edge > 0;
            }
        }

        return inside ? 1 : -1;
    }

    // 0 where the point lies on the edge, 1 where a ray from it to the east or west meets the edge, else -1.
    private int SideOfEdge(int j, double x, double y)
    {
        var i = After(j);
        var isAcross = (_y[i] > y) != (_y[j] > y);
        var turn = isAcross || (_y[i] == y && _y[j] == y) || (_x[i] == x && _y[i] == y)
            ? Turn.Of(_x[j], _y[j], _x[i], _y[i], x, y)
            : 2;
        if (turn == 0 && Between(_x[i], _x[j], x) && Between(_y[i], _y[j], y))
        {
            return 0;
        }

        return isAcross && turn > 0 == (_y[i] > _y[j]) ? 1 : -1;
    }

    private static bool Between(double a, double b, double value) => value >= Math.Min(a, b) && value <= Math.Max(a, b);

    // A binary tree over the leaves in an array: node 1 is the root, the children of k are 2k and 2k + 1.
    private void FillBoxes()
    {
        var width = Width;
        if (_boxes.Length < width * 8)
        {
            _boxes = new double[width * 8];
        }

        for (var leaf = 0; leaf < width; leaf++)
        {
            FillLeaf(_boxes.AsSpan((width + leaf) * 4, 4), leaf);
        }

        for (var node = width - 1; node > 0; node--)
        {
            Join(_boxes.AsSpan(node * 4, 4), _boxes.AsSpan(node * 8, 4), _boxes.AsSpan((node * 8) + 4, 4));
        }
    }

    /// <summary>Number of leaves rounded up to a power of two; leaf k is node Width + k.</summary>
    public int Width => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, Leaves));

    private void FillLeaf(Span<double> box, int leaf)
    {
        (box[0], box[1], box[2], box[3]) =
            (double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        if (leaf >= Leaves)
        {
            return;
        }

        var (start, end) = Edges(leaf);
        for (var i = start; i <= end; i++)
        {
            var at = i == Count ? 0 : i;
            box[0] = Math.Min(box[0], _x[at]);
            box[1] = Math.Min(box[1], _y[at]);
            box[2] = Math.Max(box[2], _x[at]);
            box[3] = Math.Max(box[3], _y[at]);
        }
    }

    private static void Join(Span<double> box, Span<double> a, Span<double> b)
    {
        box[0] = Math.Min(a[0], b[0]);
        box[1] = Math.Min(a[1], b[1]);
        box[2] = Math.Max(a[2], b[2]);
        box[3] = Math.Max(a[3], b[3]);
    }

    private void Reserve(int count)
    {
        if (_x.Length < count)
        {
            var size = Math.Max(count, _x.Length * 2);
            (_x, _y, _from) = (new double[size], new double[size], new int[size]);
        }
    }
}
