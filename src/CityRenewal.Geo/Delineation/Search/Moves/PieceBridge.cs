namespace CityRenewal.Geo.Delineation;

/// <summary>Finds the shortest way through free land from one piece to another near it.</summary>
internal sealed class PieceBridge(UnitPieces pieces)
{
    private const int MostLooked = 120;

    private readonly int[] _stamp = new int[pieces.Land.ParcelCount];
    private readonly int[] _before = new int[pieces.Land.ParcelCount];
    private readonly int[] _queue = new int[pieces.Land.ParcelCount];
    private int _time;

    /// <summary>The other piece, -1 where none is near; the free nodes on the way after the first one are added to a list.</summary>
    public int From(int node, int piece, List<int> way)
    {
        _time++;
        var count = 1;
        _queue[0] = node;
        _stamp[node] = _time;
        for (var at = 0; at < count && at < MostLooked; at++)
        {
            foreach (ref readonly var link in pieces.Land.LinksOf(_queue[at]))
            {
                var other = pieces.PieceOf(link.Other);
                if (!link.Joins || _stamp[link.Other] == _time || other == piece)
                {
                    continue;
                }

                if (other >= 0)
                {
                    for (var step = _queue[at]; step != node; step = _before[step])
                    {
                        way.Add(step);
                    }

                    return other;
                }

                _stamp[link.Other] = _time;
                _before[link.Other] = _queue[at];
                _queue[count++] = link.Other;
            }
        }

        return -1;
    }
}
