namespace CityRenewal.Geo.Fabric;

/// <summary>The vertices and borders that open land has, vertices numbered from 0 in the order of the arrangement.</summary>
internal sealed class OpenPoints
{
    private const int EdgesPerChunk = 1 << 15;

    private OpenPoints(int[] pointOf, int[] vertex, int[] borders, HalfEdges half)
    {
        PointOf = pointOf;
        Vertex = vertex;
        Borders = borders;
        X = Array.ConvertAll(vertex, v => half.X[v]);
        Y = Array.ConvertAll(vertex, v => half.Y[v]);
        Half = half;
    }

    public HalfEdges Half { get; }

    /// <summary>Forward half-edges with open land on a side, ascending.</summary>
    public int[] Borders { get; }

    /// <summary>The vertex that each point is.</summary>
    public int[] Vertex { get; }

    public int[] X { get; }

    public int[] Y { get; }

    public int Count => Vertex.Length;

    // One more than the number of the point that each vertex is; 0 for none.
    private int[] PointOf { get; }

    /// <summary>The points that a border runs between.</summary>
    public (int From, int To) EndsOf(int border) =>
        (PointOf[Half.Origin[border]] - 1, PointOf[Half.Origin[border + 1]] - 1);

    public static OpenPoints Of(Arrangement arrangement, bool[] isOpen, ParallelOptions parallel)
    {
        var half = arrangement.Half;
        var pointOf = new int[half.VertexCount];
        var edgeCount = half.Origin.Length / 2;
        var found = new List<int>[(edgeCount + EdgesPerChunk - 1) / EdgesPerChunk];
        Parallel.For(0, found.Length, parallel, chunk =>
        {
            var borders = new List<int>(EdgesPerChunk / 2);
            var end = 2 * Math.Min((chunk + 1) * EdgesPerChunk, edgeCount);
            for (var h = 2 * chunk * EdgesPerChunk; h < end; h += 2)
            {
                if (isOpen[arrangement.Face[h]] || isOpen[arrangement.Face[h + 1]])
                {
                    borders.Add(h);
                    pointOf[half.Origin[h]] = 1;
                    pointOf[half.Origin[h + 1]] = 1;
                }
            }

            found[chunk] = borders;
        });
        return new OpenPoints(pointOf, NumberPoints(pointOf), Concatenate(found), half);
    }

    private static int[] NumberPoints(int[] pointOf)
    {
        var count = 0;
        foreach (var mark in pointOf)
        {
            count += mark;
        }

        var vertices = new int[count];
        count = 0;
        for (var vertex = 0; vertex < pointOf.Length; vertex++)
        {
            if (pointOf[vertex] == 1)
            {
                vertices[count++] = vertex;
                pointOf[vertex] = count;
            }
        }

        return vertices;
    }

    private static int[] Concatenate(List<int>[] parts)
    {
        var all = new int[parts.Sum(part => part.Count)];
        var place = 0;
        foreach (var part in parts)
        {
            part.CopyTo(all, place);
            place += part.Count;
        }

        return all;
    }
}
