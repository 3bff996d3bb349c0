namespace CityRenewal.Geo.Fabric;

/// <summary>The faces of a fabric or of a window on it, compared by what they are and where they run, not by their numbers.</summary>
internal sealed class FaceView(FabricColumns columns, int[]? rows)
{
    private readonly Dictionary<(int X, int Y, int ToX, int ToY), int> _halves = [];

    public FabricColumns Columns => columns;

    private FaceGraph Graph => columns.Graph;

    /// <summary>Makes half-edges of faces known by their ends.</summary>
    public void Know(int face)
    {
        for (var ring = Graph.FaceRingStart[face]; ring < Graph.FaceRingStart[face + 1]; ring++)
        {
            int first = Graph.FaceRings[ring], h = first;
            do
            {
                _halves[KeyOf(h)] = h;
                h = Graph.Next[h];
            }
            while (h != first);
        }
    }

    /// <summary>The half-edge between two points; -1 where none is known.</summary>
    public int Find((int X, int Y, int ToX, int ToY) key) => _halves.GetValueOrDefault(key, -1);

    /// <summary>Where a half-edge runs.</summary>
    public (int X, int Y, int ToX, int ToY) KeyOf(int h)
    {
        int a = Graph.Origin[h], b = Graph.Origin[h ^ 1];
        return (Graph.VertexX[a], Graph.VertexY[a], Graph.VertexX[b], Graph.VertexY[b]);
    }

    /// <summary>The row of the city that a parcel has; -1 for none.</summary>
    public int RowOf(int parcel) => parcel < 0 || rows is null ? parcel : rows[parcel];

    /// <summary>The parcels that a face lies between, as rows of the city.</summary>
    public int[] SidesOf(int face) => Array.ConvertAll(columns.SideParcels[columns.SideStart[face]..columns.SideStart[face + 1]], RowOf);

    /// <summary>The half-edges around a face, ring after ring.</summary>
    public List<int> HalvesOf(int face)
    {
        var halves = new List<int>();
        for (var ring = Graph.FaceRingStart[face]; ring < Graph.FaceRingStart[face + 1]; ring++)
        {
            int first = Graph.FaceRings[ring], h = first;
            do
            {
                halves.Add(h);
                h = Graph.Next[h];
            }
            while (h != first);
        }

        return halves;
    }

    /// <summary>The face of another view that is just as this one: kind, parcel, sides, width, and rings from their first half-edges on; -1 where there is none.</summary>
    public int TwinIn(FaceView other, int face)
    {
        if (Graph.FaceRingStart[face] == Graph.FaceRingStart[face + 1])
        {
            return -1;
        }

        var h = other.Find(KeyOf(Graph.FaceRings[Graph.FaceRingStart[face]]));
        return h >= 0 && IsAs(face, other, other.Graph.Face[h]) ? other.Graph.Face[h] : -1;
    }

    private bool IsAs(int face, FaceView other, int twin)
    {
        var (here, there) = (columns, other.Columns);
        if (twin == 0 || here.FaceKinds[face] != there.FaceKinds[twin] || here.FaceInStudyArea[face] != there.FaceInStudyArea[twin]
            || here.TwiceArea[face] != there.TwiceArea[twin] || RowOf(here.FaceParcel[face]) != other.RowOf(there.FaceParcel[twin])
            || !here.StripWidthM[face].Equals(there.StripWidthM[twin]) || !SidesOf(face).AsSpan().SequenceEqual(other.SidesOf(twin)))
        {
            return false;
        }

        var rings = RingsOf(face);
        var others = other.RingsOf(twin);
        if (rings.Length != others.Length)
        {
            return false;
        }

        for (var i = 0; i < rings.Length; i++)
        {
            // Where the ring of a strip starts hangs on how all of the open land was triangulated: it means nothing.
            int h = rings[i], g = here.FaceParcel[face] < 0 ? other.Find(KeyOf(h)) : others[i], first = g;
            if (g < 0 || other.Graph.Face[g] != twin)
            {
                return false;
            }

            do
            {
                if (KeyOf(h) != other.KeyOf(g))
                {
                    return false;
                }

                (h, g) = (Graph.Next[h], other.Graph.Next[g]);
            }
            while (h != rings[i] && g != first);

            if (h != rings[i] || g != first)
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<int> RingsOf(int face) => Graph.FaceRings.AsSpan(Graph.FaceRingStart[face]..Graph.FaceRingStart[face + 1]);
}
