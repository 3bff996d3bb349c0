namespace CityRenewal.Geo.Fabric;

/// <summary>
/// The borders between vertices, each undirected edge once. Edge e runs from the smaller vertex From[e] to the larger
/// To[e]; half-edge 2e runs that way, 2e+1 back. Every half-edge knows the land on its left that ends here.
/// </summary>
internal sealed class BorderEdges
{
    private readonly Dictionary<long, int> _made = [];
    private readonly int[] _firstOfVertex;

    public BorderEdges(int[] firstOfVertex, Covers covers)
    {
        _firstOfVertex = firstOfVertex;
        var count = firstOfVertex[^1];
        Covers = covers;
        MergedCount = count;
        Count = count;
        From = GC.AllocateUninitializedArray<int>(count);
        To = GC.AllocateUninitializedArray<int>(count);
        Land = GC.AllocateUninitializedArray<int>(2 * count);
        Frame = GC.AllocateUninitializedArray<short>(count);
        IsDead = new bool[count];
    }

    public Covers Covers { get; }

    /// <summary>Number of edges merged from rings; those made by noding follow.</summary>
    public int MergedCount { get; }

    public int Count { get; private set; }

    public int[] From { get; private set; }

    public int[] To { get; private set; }

    /// <summary>Per half-edge the cover that ends at it on its left.</summary>
    public int[] Land { get; private set; }

    /// <summary>What changes from right to left of the forward half-edge: study area in the low byte, water in the high byte.</summary>
    public short[] Frame { get; private set; }

    /// <summary>Replaced by pieces.</summary>
    public bool[] IsDead { get; private set; }

    /// <summary>Whether land ends at the edge, and not only the study area or water.</summary>
    public bool IsLand(int edge) => Land[2 * edge] != Covers.None || Land[(2 * edge) + 1] != Covers.None;

    /// <summary>The edge between two vertices, dead or alive; -1 where there is none.</summary>
    public int Find(int u, int v)
    {
        int from = Math.Min(u, v), to = Math.Max(u, v);
        if (from < _firstOfVertex.Length - 1)
        {
            for (var e = _firstOfVertex[from]; e < _firstOfVertex[from + 1]; e++)
            {
                if (To[e] == to)
                {
                    return e;
                }
            }
        }

        return _made.GetValueOrDefault(((long)from << 32) | (uint)to, -1);
    }

    /// <summary>A new edge between two vertices, with nothing on either side yet.</summary>
    public int Make(int u, int v)
    {
        if (Count == From.Length)
        {
            Grow(Count + (Count / 8) + 256);
        }

        From[Count] = Math.Min(u, v);
        To[Count] = Math.Max(u, v);
        Land[2 * Count] = Covers.None;
        Land[(2 * Count) + 1] = Covers.None;
        _made[((long)From[Count] << 32) | (uint)To[Count]] = Count;
        return Count++;
    }

    /// <summary>Adds to what ends at an edge; (left, right) as seen going from vertex u.</summary>
    public void Merge(int edge, int u, (int Left, int Right, short Frame) sides)
    {
        var isForward = From[edge] == u;
        int forward = 2 * edge, backward = forward + 1;
        var left = Covers.With(Land[forward], isForward ? sides.Left : sides.Right, Covers.None);
        var right = Covers.With(Land[backward], isForward ? sides.Right : sides.Left, Covers.None);
        (Land[forward], Land[backward]) = Cancel(Covers, left, right);
        Frame[edge] = Sum(Frame[edge], isForward ? sides.Frame : Opposite(sides.Frame));
    }

    /// <summary>Land that ends on both sides of an edge does not end there at all.</summary>
    public static (int Left, int Right) Cancel(Covers covers, int left, int right) =>
        left == Covers.None || right == Covers.None || (left >= 0 && right >= 0 && left != right)
            ? (left, right)
            : covers.Split(covers.With(left, Covers.None, right));

    public static short Pack(int study, int water) => (short)((water << 8) | (study & 0xff));

    public static (int Study, int Water) Unpack(short frame) => ((sbyte)frame, frame >> 8);

    private static short Opposite(short frame)
    {
        var (study, water) = Unpack(frame);
        return Pack(-study, -water);
    }

    private static short Sum(short a, short b)
    {
        var (studyA, waterA) = Unpack(a);
        var (studyB, waterB) = Unpack(b);
        return Pack(studyA + studyB, waterA + waterB);
    }

    private void Grow(int capacity)
    {
        int[] from = From, to = To, land = Land;
        var frame = Frame;
        var isDead = IsDead;
        Array.Resize(ref from, capacity);
        Array.Resize(ref to, capacity);
        Array.Resize(ref land, 2 * capacity);
        Array.Resize(ref frame, capacity);
        Array.Resize(ref isDead, capacity);
        (From, To, Land, Frame, IsDead) = (from, to, land, frame, isDead);
    }
}
