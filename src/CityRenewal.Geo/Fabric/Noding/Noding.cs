namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Cuts borders where they touch or cross, until no two meet anywhere but at vertices. The first round pulls borders of
/// land to vertices of land within the tolerance; the rounds after it are exact and look only at what changed.
/// </summary>
internal sealed class Noding
{
    private const int DirtyPerChunk = 1024;

    private readonly Vertices _vertices;
    private readonly BorderEdges _edges;
    private readonly EdgeCells _cells;
    private readonly int _tolerance;
    private readonly ParallelOptions _parallel;

    private Noding(Vertices vertices, BorderEdges edges, int tolerance, ParallelOptions parallel)
    {
        _vertices = vertices;
        _edges = edges;
        _tolerance = tolerance;
        _parallel = parallel;
        _cells = EdgeCells.Of(vertices, edges, tolerance, parallel);
        Splits = new EdgeSplits(vertices, edges);
    }

    /// <summary>Edges that were cut, and into what.</summary>
    public EdgeSplits Splits { get; }

    /// <summary>Edges by cell: those before noding and those it made.</summary>
    public EdgeCells Cells => _cells;

    public static Noding Of(Vertices vertices, BorderEdges edges, int tolerance, ParallelOptions parallel)
    {
        var noding = new Noding(vertices, edges, tolerance, parallel);
        var dirty = noding.Cut(noding.SearchAll());
        while (dirty.Count > 0)
        {
            foreach (var edge in dirty)
            {
                noding._cells.Add(edge);
            }

            dirty = noding.Cut(noding.SearchAround(dirty));
        }

        return noding;
    }

    private (List<Nick> Nicks, List<Crossing> Crossings) SearchAll()
    {
        var parts = new NodeSearch[_vertices.Grid.BlockCount];
        Parallel.For(0, parts.Length, _parallel, block =>
        {
            var search = new NodeSearch(_vertices, _edges, _cells, _tolerance);
            var first = block * CellGrid.CellsPerBlock;
            for (var cell = first; cell < first + CellGrid.CellsPerBlock; cell++)
            {
                search.InCell(cell);
            }

            parts[block] = search;
        });
        return Join(parts);
    }

    private (List<Nick> Nicks, List<Crossing> Crossings) SearchAround(List<int> dirty)
    {
        var parts = new NodeSearch[(dirty.Count + DirtyPerChunk - 1) / DirtyPerChunk];
        Parallel.For(0, parts.Length, _parallel, part =>
        {
            var search = new NodeSearch(_vertices, _edges, _cells, _tolerance);
            var end = Math.Min((part + 1) * DirtyPerChunk, dirty.Count);
            for (var i = part * DirtyPerChunk; i < end; i++)
            {
                search.Around(dirty[i]);
            }

            parts[part] = search;
        });
        return Join(parts);
    }

    private static (List<Nick> Nicks, List<Crossing> Crossings) Join(NodeSearch[] parts)
    {
        var nicks = new List<Nick>();
        var crossings = new List<Crossing>();
        foreach (var part in parts)
        {
            nicks.AddRange(part.Nicks);
            crossings.AddRange(part.Crossings);
        }

        return (nicks, crossings);
    }

    // An edge that is nicked anyway meets its crossings again, piece by piece, in the next round.
    private List<int> Cut((List<Nick> Nicks, List<Crossing> Crossings) found)
    {
        var nicks = found.Nicks;
        var nicked = nicks.Select(nick => nick.Edge).ToHashSet();
        var crossings = found.Crossings.Distinct().ToList();
        crossings.Sort((a, b) => a.EdgeA != b.EdgeA ? a.EdgeA.CompareTo(b.EdgeA) : a.EdgeB.CompareTo(b.EdgeB));
        foreach (var crossing in crossings)
        {
            if (!nicked.Contains(crossing.EdgeA) && !nicked.Contains(crossing.EdgeB))
            {
                var vertex = _vertices.At(crossing.X, crossing.Y);
                nicks.Add(new Nick(crossing.EdgeA, vertex));
                nicks.Add(new Nick(crossing.EdgeB, vertex));
            }
        }

        return Splits.Cut(nicks);
    }
}
