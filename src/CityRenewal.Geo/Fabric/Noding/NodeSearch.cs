using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Finds where borders must be noded: a vertex of land within the tolerance of a border of land, a vertex exactly on any
/// border, and two borders that cross. Reads only; every thread has a search of its own.
/// </summary>
internal sealed class NodeSearch(Vertices vertices, BorderEdges edges, EdgeCells cells, int tolerance)
{
    private const int SweepFrom = 48;

    private readonly List<Box> _boxes = [];

    /// <summary>Edges that must pass a vertex; one may be found several times.</summary>
    public List<Nick> Nicks { get; } = [];

    /// <summary>Edges that cross; one pair may be found several times.</summary>
    public List<Crossing> Crossings { get; } = [];

    private readonly record struct Box(int Edge, int MinX, int MinY, int MaxX, int MaxY) : IComparable<Box>
    {
        public int CompareTo(Box other) =>
            MinX != other.MinX ? MinX.CompareTo(other.MinX) : Edge.CompareTo(other.Edge);
    }

    /// <summary>Searches among all edges and vertices of a cell.</summary>
    public void InCell(int cell)
    {
        var here = cells.Of(cell);
        if (here.IsEmpty)
        {
            return;
        }

        FillBoxes(here);
        var (start, end) = vertices.Range(cell);
        for (var vertex = start; vertex < end; vertex++)
        {
            if (tolerance > 0 && vertices.IsLand(vertex))
            {
                FindBordersNear(vertex);
            }
        }

        PairBoxes();
    }

    /// <summary>Searches between one edge and all others, exactly, without tolerance.</summary>
    public void Around(int edge)
    {
        var own = BoxOf(edge);
        foreach (var (column, row) in cells.CellsOf(edge, 0))
        {
            var cell = vertices.Grid.CellAt(column, row);
            if (cell < 0)
            {
                continue;
            }

            foreach (var other in cells.Of(cell))
            {
                Meet(own, other);
            }

            var added = cells.AddedTo(cell);
            for (var i = 0; i < added.Count; i++)
            {
                Meet(own, added[i]);
            }
        }
    }

    private void Meet(Box own, int other)
    {
        if (other != own.Edge && !edges.IsDead[other] && Overlap(own, BoxOf(other)))
        {
            Pair(own.Edge, other);
        }
    }

    private static bool Overlap(in Box a, in Box b) =>
        a.MinX <= b.MaxX && b.MinX <= a.MaxX && a.MinY <= b.MaxY && b.MinY <= a.MaxY;

    private Box BoxOf(int edge)
    {
        int a = edges.From[edge], b = edges.To[edge];
        int ax = vertices.X[a], ay = vertices.Y[a], bx = vertices.X[b], by = vertices.Y[b];
        return new Box(edge, Math.Min(ax, bx), Math.Min(ay, by), Math.Max(ax, bx), Math.Max(ay, by));
    }

    private void FillBoxes(ReadOnlySpan<int> here)
    {
        _boxes.Clear();
        foreach (var edge in here)
        {
            _boxes.Add(BoxOf(edge));
        }

        if (_boxes.Count >= SweepFrom)
        {
            _boxes.Sort();
        }
    }

    private void PairBoxes()
    {
        var boxes = CollectionsMarshal.AsSpan(_boxes);
        var isSorted = boxes.Length >= SweepFrom;
        for (var i = 0; i < boxes.Length; i++)
        {
            ref readonly var first = ref boxes[i];
            foreach (ref readonly var second in boxes[(i + 1)..])
            {
                if (isSorted && second.MinX > first.MaxX)
                {
                    break;
                }

                if (Overlap(first, second))
                {
                    Pair(first.Edge, second.Edge);
                }
            }
        }
    }

    private void FindBordersNear(int vertex)
    {
        int x = vertices.X[vertex], y = vertices.Y[vertex];
        long minX = (long)x - tolerance, maxX = (long)x + tolerance, minY = (long)y - tolerance, maxY = (long)y + tolerance;
        foreach (ref readonly var box in CollectionsMarshal.AsSpan(_boxes))
        {
            if (maxX < box.MinX || minX > box.MaxX || maxY < box.MinY || minY > box.MaxY)
            {
                continue;
            }

            if (edges.From[box.Edge] != vertex && edges.To[box.Edge] != vertex
                && edges.IsLand(box.Edge) && IsNear(box.Edge, x, y))
            {
                Nicks.Add(new Nick(box.Edge, vertex));
            }
        }
    }

    // Within the tolerance of the edge, and beside it rather than beyond its ends.
    private bool IsNear(int edge, int x, int y)
    {
        int a = edges.From[edge], b = edges.To[edge];
        double ux = (double)vertices.X[b] - vertices.X[a], uy = (double)vertices.Y[b] - vertices.Y[a];
        double vx = (double)x - vertices.X[a], vy = (double)y - vertices.Y[a];
        double square = (ux * ux) + (uy * uy), along = (ux * vx) + (uy * vy), across = (ux * vy) - (uy * vx);
        return along > 0 && along < square && across * across <= (double)tolerance * tolerance * square;
    }

    private void Pair(int e, int f)
    {
        int a = edges.From[e], b = edges.To[e], c = edges.From[f], d = edges.To[f];
        if (a == c || a == d)
        {
            FindOverlapFrom(a, (e, b), (f, a == c ? d : c));
        }
        else if (b == c || b == d)
        {
            FindOverlapFrom(b, (e, a), (f, b == c ? d : c));
        }
        else
        {
            FindMeeting((e, a, b), (f, c, d));
        }
    }

    // Two edges with a common end overlap where they leave it in the same direction: the nearer far end cuts the other edge.
    private void FindOverlapFrom(int common, (int Edge, int Far) e, (int Edge, int Far) f)
    {
        if (Turn(common, e.Far, f.Far) != 0)
        {
            return;
        }

        if (IsBetween(common, f.Far, e.Far))
        {
            Nicks.Add(new Nick(f.Edge, e.Far));
        }
        else if (IsBetween(common, e.Far, f.Far))
        {
            Nicks.Add(new Nick(e.Edge, f.Far));
        }
    }

    private void FindMeeting((int Edge, int A, int B) e, (int Edge, int A, int B) f)
    {
        int fromE = Turn(e.A, e.B, f.A), toE = Turn(e.A, e.B, f.B);
        if (fromE * toE > 0)
        {
            return;
        }

        int fromF = Turn(f.A, f.B, e.A), toF = Turn(f.A, f.B, e.B);
        if (fromF * toF > 0)
        {
            return;
        }

        if (fromE != 0 && toE != 0 && fromF != 0 && toF != 0)
        {
            var (x, y) = Crossing.PointOf(At(e.A), At(e.B), At(f.A), At(f.B));
            Crossings.Add(new Crossing(Math.Min(e.Edge, f.Edge), Math.Max(e.Edge, f.Edge), x, y));
            return;
        }

        NickIfOn(fromE, e, f.A);
        NickIfOn(toE, e, f.B);
        NickIfOn(fromF, f, e.A);
        NickIfOn(toF, f, e.B);
    }

    private void NickIfOn(int turn, (int Edge, int A, int B) edge, int vertex)
    {
        if (turn == 0 && IsBetween(edge.A, edge.B, vertex))
        {
            Nicks.Add(new Nick(edge.Edge, vertex));
        }
    }

    private (int X, int Y) At(int vertex) => (vertices.X[vertex], vertices.Y[vertex]);

    private int Turn(int a, int b, int c) => Orientation.Of(
        vertices.X[a], vertices.Y[a], vertices.X[b], vertices.Y[b], vertices.X[c], vertices.Y[c]);

    private bool IsBetween(int a, int b, int p) => Orientation.IsBetween(
        vertices.X[a], vertices.Y[a], vertices.X[b], vertices.Y[b], vertices.X[p], vertices.Y[p]);
}
