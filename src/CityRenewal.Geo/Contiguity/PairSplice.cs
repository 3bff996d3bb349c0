using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Contiguity;

/// <summary>The pairs of a graph written anew with some left out and others put between: those that stay are copied in runs.</summary>
internal sealed class PairSplice(ContiguityGraph graph, int gone, int come)
{
    private readonly int[] _a = GC.AllocateUninitializedArray<int>(graph.PairCount - gone + come);
    private readonly int[] _b = GC.AllocateUninitializedArray<int>(graph.PairCount - gone + come);
    private readonly int[] _shared = GC.AllocateUninitializedArray<int>(graph.PairCount - gone + come);
    private readonly int[] _facing = GC.AllocateUninitializedArray<int>(graph.PairCount - gone + come);
    private readonly byte[] _barrier = GC.AllocateUninitializedArray<byte>(graph.PairCount - gone + come);
    private readonly int[] _numbers = GC.AllocateUninitializedArray<int>(graph.PairCount); // of each pair afterwards
    private int _from;
    private int _to;

    /// <summary>Where among the pairs of before a pair belongs.</summary>
    public int PlaceOf((int A, int B) key)
    {
        int low = 0, high = graph.PairCount;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = (graph.A[middle], graph.B[middle]).CompareTo(key) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Keeps the pairs from where it stands up to one; none where that was left out just now, and comes again as another.</summary>
    public void KeepBefore(int pair)
    {
        var count = Math.Max(0, pair - _from);
        graph.A.Slice(_from, count).CopyTo(_a.AsSpan(_to));
        graph.B.Slice(_from, count).CopyTo(_b.AsSpan(_to));
        graph.SharedLength.Slice(_from, count).CopyTo(_shared.AsSpan(_to));
        graph.FacingLength.Slice(_from, count).CopyTo(_facing.AsSpan(_to));
        graph.Barrier.Slice(_from, count).CopyTo(_barrier.AsSpan(_to));
        var shift = _to - _from;
        for (; _from < pair; _from++)
        {
            _numbers[_from] = _from + shift;
        }

        _to += count;
    }

    /// <summary>Leaves out the pair where it stands.</summary>
    public void Skip() => _numbers[_from++] = -1;

    /// <summary>Puts a pair in.</summary>
    public void Put((int A, SeenRow Row) pair) =>
        (_a[_to], _b[_to], _shared[_to], _facing[_to], _barrier[_to++]) = (pair.A, pair.Row.Parcel, pair.Row.Shared, pair.Row.Facing, pair.Row.Barrier);

    /// <summary>The columns, with the neighbours of some parcels instead of those before.</summary>
    public GraphColumns ToColumns(IReadOnlyDictionary<int, int[]> neighbours, int parcelCount)
    {
        var (start, all) = CompressedRows.With(graph.NeighbourStart, graph.Neighbours, neighbours, parcelCount);
        var (_, pairs) = CompressedRows.With(graph.NeighbourStart, graph.NeighbourPairs, neighbours, parcelCount);
        var done = 0;
        foreach (var parcel in neighbours.Keys.Order())
        {
            Renumber(pairs.AsSpan(done..start[parcel]));
            for (var i = start[parcel]; i < start[parcel + 1]; i++)
            {
                pairs[i] = NumberOf(Math.Min(parcel, all[i]), Math.Max(parcel, all[i]));
            }

            done = start[parcel + 1];
        }

        Renumber(pairs.AsSpan(done..));
        return new GraphColumns
        {
            A = _a, B = _b, SharedLength = _shared, FacingLength = _facing, Barrier = _barrier,
            NeighbourStart = start, Neighbours = all, NeighbourPairs = pairs,
        };
    }

    private void Renumber(Span<int> pairs)
    {
        foreach (ref var pair in pairs)
        {
            pair = _numbers[pair];
        }
    }

    private int NumberOf(int a, int b)
    {
        int low = 0, high = _to;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = (_a[middle], _b[middle]).CompareTo((a, b)) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
