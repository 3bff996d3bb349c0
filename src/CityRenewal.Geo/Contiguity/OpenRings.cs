using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Contiguity;

/// <summary>
/// The rings of streets, voids and water, corner after corner: many borders look across the same land, and each time it
/// would have to be gathered from all over the fabric.
/// </summary>
internal sealed class OpenRings
{
    private const int FaceShift = 12;
    private const int FaceMask = (1 << FaceShift) - 1;

    private readonly LandFabric _fabric;
    private readonly (int[] Start, OpenCorner[] Corners)[] _chunks;

    private OpenRings(LandFabric fabric)
    {
        _fabric = fabric;
        _chunks = new (int[], OpenCorner[])[(fabric.FaceCount + FaceMask) >> FaceShift];
    }

    public static OpenRings Of(LandFabric fabric, ParallelOptions parallel)
    {
        var rings = new OpenRings(fabric);
        Parallel.For(0, rings._chunks.Length, parallel, () => new List<OpenCorner>(), rings.Gather, _ => { });
        return rings;
    }

    /// <summary>The corners of all rings of a face; each ring ends with its first point once more. Nothing for a parcel.</summary>
    public ReadOnlySpan<OpenCorner> Of(int face)
    {
        var (start, corners) = _chunks[face >> FaceShift];
        var first = start[face & FaceMask];
        return corners.AsSpan(first, start[(face & FaceMask) + 1] - first);
    }

    private List<OpenCorner> Gather(int chunk, ParallelLoopState state, List<OpenCorner> corners)
    {
        corners.Clear();
        var first = chunk << FaceShift;
        var start = new int[Math.Min(1 << FaceShift, _fabric.FaceCount - first) + 1];
        for (var i = 0; i < start.Length - 1; i++)
        {
            if (_fabric.FaceKinds[first + i] is FaceKind.Street or FaceKind.Void or FaceKind.Water)
            {
                AddFace(first + i, corners);
            }

            start[i + 1] = corners.Count;
        }

        _chunks[chunk] = (start, [.. corners]);
        return corners;
    }

    private void AddFace(int face, List<OpenCorner> corners)
    {
        ReadOnlySpan<int> origin = _fabric.Origin, next = _fabric.Next, vertexX = _fabric.VertexX, vertexY = _fabric.VertexY;
        for (var ring = _fabric.FaceRingStart[face]; ring < _fabric.FaceRingStart[face + 1]; ring++)
        {
            int first = _fabric.FaceRings[ring], h = first;
            do
            {
                corners.Add(new OpenCorner(vertexX[origin[h]], vertexY[origin[h]], h));
                h = next[h];
            }
            while (h != first);

            corners.Add(new OpenCorner(vertexX[origin[first]], vertexY[origin[first]], -1));
        }
    }
}
