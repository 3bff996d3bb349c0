namespace CityRenewal.Geo.Delineation;

/// <summary>Gathers neighbouring nodes of one piece, or of free land, around a node: breadth first, from a random side.</summary>
internal sealed class PieceBlock(UnitPieces pieces)
{
    private readonly int[] _stamp = new int[pieces.Land.ParcelCount];
    private readonly int[] _queue = new int[pieces.Land.ParcelCount];
    private int _time;

    /// <summary>At most so many nodes around one, in the piece that it is in; valid until the next call.</summary>
    public ReadOnlySpan<int> Around(int node, int most, ref SearchRandom random) => Gather(node, UnitPieces.None - 1, most, long.MaxValue, ref random);

    /// <summary>Nodes around one, in its piece or in another beside, until they have so much land.</summary>
    public ReadOnlySpan<int> UpTo(int node, int beside, long twiceArea, ref SearchRandom random) =>
        Gather(node, beside, int.MaxValue, twiceArea, ref random);

    private ReadOnlySpan<int> Gather(int node, int beside, int most, long twiceArea, ref SearchRandom random)
    {
        var piece = pieces.PieceOf(node);
        var count = 1;
        long area = 0;
        _time++;
        _queue[0] = node;
        _stamp[node] = _time;
        for (var at = 0; at < count; at++)
        {
            area += pieces.Land.TwiceArea(_queue[at]);
            if (at + 1 >= most || area >= twiceArea)
            {
                return _queue.AsSpan(0, at + 1);
            }

            var links = pieces.Land.LinksOf(_queue[at]);
            var turn = random.Below(links.Length);
            for (var i = 0; i < links.Length; i++)
            {
                ref readonly var link = ref links[i + turn < links.Length ? i + turn : i + turn - links.Length];
                var other = pieces.PieceOf(link.Other);
                if (link.Joins && (other == piece || other == beside) && _stamp[link.Other] != _time)
                {
                    _stamp[link.Other] = _time;
                    _queue[count++] = link.Other;
                }
            }
        }

        return _queue.AsSpan(0, count);
    }
}
