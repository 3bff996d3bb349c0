namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>
/// Whether the edges of some rings meet anywhere but at the corners where one follows the other, exactly. Edges are swept
/// from west to east. One object serves one thread.
/// </summary>
internal sealed class EdgeTouches
{
    private Edge[] _edges = new Edge[64];
    private int[] _west = new int[64];

    /// <summary>Whether any two edges meet that are not neighbours on a ring.</summary>
    public bool Any(TilePaths rings)
    {
        var count = Collect(rings);
        if (count > 16)
        {
            Array.Sort(_west, _edges, 0, count);
        }

        for (var i = 0; i < count; i++)
        {
            ref readonly var edge = ref _edges[i];
            for (var j = i + 1; j < count; j++)
            {
                if (count > 16 && _west[j] > edge.East)
                {
                    break;
                }

                if (edge.Touches(_edges[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int Collect(TilePaths rings)
    {
        if (_edges.Length < rings.PointCount)
        {
            Array.Resize(ref _edges, 2 * rings.PointCount);
            Array.Resize(ref _west, 2 * rings.PointCount);
        }

        var count = 0;
        for (var ring = 0; ring < rings.Count; ring++)
        {
            ReadOnlySpan<int> x = rings.X(ring), y = rings.Y(ring);
            var first = count;
            for (int i = 0, j = x.Length - 1; i < x.Length; j = i++)
            {
                // Edge i ends at corner i; the first follows the last.
                var follower = i + 1 == x.Length ? first : count + 1;
                _west[count] = Math.Min(x[j], x[i]);
                _edges[count] = new Edge(x[j], y[j], x[i], y[i], count, follower);
                count++;
            }
        }

        return count;
    }

    private readonly record struct Edge(int AX, int AY, int BX, int BY, int Number, int Follower)
    {
        public int East => Math.Max(AX, BX);

        public bool Touches(in Edge other)
        {
            if (Math.Max(AX, BX) < Math.Min(other.AX, other.BX) || Math.Max(other.AX, other.BX) < Math.Min(AX, BX)
                || Math.Max(AY, BY) < Math.Min(other.AY, other.BY) || Math.Max(other.AY, other.BY) < Math.Min(AY, BY)
                || Follower == other.Number || other.Follower == Number)
            {
                return false;
            }

            long a = SideOf(other.AX, other.AY), b = SideOf(other.BX, other.BY);
            long c = other.SideOf(AX, AY), d = other.SideOf(BX, BY);
            return ((a <= 0 && b >= 0) || (a >= 0 && b <= 0)) && ((c <= 0 && d >= 0) || (c >= 0 && d <= 0));
        }

        private long SideOf(int x, int y) => (((long)BX - AX) * ((long)y - AY)) - (((long)BY - AY) * ((long)x - AX));
    }
}
