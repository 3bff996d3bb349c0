namespace CityRenewal.Geo.Fabric;

/// <summary>Replaces edges by chains of pieces; a piece that runs along another edge merges with it.</summary>
internal sealed class EdgeSplits(Vertices vertices, BorderEdges edges)
{
    private const int DeepestRecursion = 16;

    private readonly Dictionary<int, int[]> _chains = [];
    private readonly Marks _cutFrom = new(vertices.GridCount);
    private List<int> _made = [];

    /// <summary>Whether the edge from u to v was cut.</summary>
    public bool IsCut(int u, int v)
    {
        // Few edges are cut: a bit tells of most vertices that none from there is.
        var from = Math.Min(u, v);
        if (from < vertices.GridCount && !_cutFrom[from])
        {
            return false;
        }

        var edge = u == v ? -1 : edges.Find(u, v);
        return edge >= 0 && edges.IsDead[edge];
    }

    /// <summary>Appends the vertices of the path that now leads from u to v, u itself left out.</summary>
    public void AddPath(int u, int v, List<int> path)
    {
        var edge = u == v ? -1 : edges.Find(u, v);
        if (edge < 0 || !edges.IsDead[edge])
        {
            path.Add(v);
            return;
        }

        var chain = _chains[edge];
        for (var i = 1; i < chain.Length; i++)
        {
            var isForward = chain[0] == u;
            AddPath(chain[isForward ? i - 1 : chain.Length - i], chain[isForward ? i : chain.Length - 1 - i], path);
        }
    }

    /// <summary>Cuts edges at vertices; gives the edges that were made or brought back, ascending.</summary>
    public List<int> Cut(List<Nick> nicks)
    {
        _made = [];
        var sorted = nicks.Distinct().Where(nick => nick.Vertex != edges.From[nick.Edge] && nick.Vertex != edges.To[nick.Edge])
            .Select(nick => (nick.Edge, Along: AlongOf(nick), nick.Vertex)).ToArray();
        Array.Sort(sorted);
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end].Edge == sorted[start].Edge)
            {
                end++;
            }

            Cut(sorted[start].Edge, [.. sorted[start..end].Select(nick => nick.Vertex)]);
        }

        return [.. _made.Distinct().Where(edge => !edges.IsDead[edge]).Order()];
    }

    private Int128 AlongOf(Nick nick)
    {
        int a = edges.From[nick.Edge], b = edges.To[nick.Edge];
        long ux = (long)vertices.X[b] - vertices.X[a], uy = (long)vertices.Y[b] - vertices.Y[a];
        long vx = (long)vertices.X[nick.Vertex] - vertices.X[a], vy = (long)vertices.Y[nick.Vertex] - vertices.Y[a];
        return ((Int128)ux * vx) + ((Int128)uy * vy);
    }

    private void Cut(int edge, int[] inner)
    {
        int[] chain = [edges.From[edge], .. inner, edges.To[edge]];
        _chains[edge] = chain;
        if (chain[0] < vertices.GridCount)
        {
            _cutFrom.Set(chain[0]);
        }

        edges.IsDead[edge] = true;
        var sides = (edges.Land[2 * edge], edges.Land[(2 * edge) + 1], edges.Frame[edge]);
        AddChain(chain, sides, 0);
    }

    private void AddChain(int[] chain, (int Left, int Right, short Frame) sides, int depth)
    {
        for (var i = 0; i + 1 < chain.Length; i++)
        {
            AddPiece(chain[i], chain[i + 1], sides, depth);
        }
    }

    private void AddPiece(int u, int v, (int Left, int Right, short Frame) sides, int depth)
    {
        var edge = edges.Find(u, v);
        if (edge >= 0 && edges.IsDead[edge])
        {
            if (depth < DeepestRecursion)
            {
                var chain = _chains[edge];
                AddChain(chain[0] == u ? chain : [.. chain.Reverse()], sides, depth + 1);
                return;
            }

            // Two needles that each pull the other to their point would cut one another for ever: this one stays whole.
            Revive(edge);
        }

        if (edge < 0)
        {
            edge = edges.Make(u, v);
            _made.Add(edge);
        }

        edges.Merge(edge, u, sides);
    }

    private void Revive(int edge)
    {
        edges.IsDead[edge] = false;
        edges.Land[2 * edge] = Covers.None;
        edges.Land[(2 * edge) + 1] = Covers.None;
        edges.Frame[edge] = 0;
        _made.Add(edge);
    }
}
