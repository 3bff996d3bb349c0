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
    private readonly Dictionary<int, OpenCorner[]>? _single;

    private OpenRings(LandFabric fabric, bool isWhole)
    {
        _fabric = fabric;
        _chunks = isWhole ? new (int[], OpenCorner[])[(fabric.FaceCount + FaceMask) >> FaceShift] : [];
        _single = isWhole ? null : [];
    }

    /// <summary>Rings that are gathered face by face as somebody looks at them, for one who looks at few; not for several threads.</summary>
    public static OpenRings WhereLookedAt(LandFabric fabric) => new(fabric, isWhole: false);

    public static OpenRings Of(LandFabric fabric, ParallelOptions parallel)
    {
        var rings = new OpenRings(fabric, isWhole: true);
        Parallel.For(0, rings._chunks.Length, parallel, () => new List<OpenCorner>(), rings.Gather, _ => { });
        return rings;
    }

    /// <summary>The corners of all rings of a face; each ring ends with its first point once more. Nothing for a parcel.</summary>
    public ReadOnlySpan<OpenCorner> Of(int face)
    {
        if (_single is not null)
        {
            return Single(face);
        }

        var (start, corners) = _chunks[face >> FaceShift];
        var first = start[face & FaceMask];
        return corners.AsSpan(first, start[(face & FaceMask) + 1] - first);
    }

    private OpenCorner[] Single(int face)
    {
        if (!_single!.TryGetValue(face, out var corners))
        {
            var found = new List<OpenCorner>();
            if (_fabric.FaceKinds[face] is FaceKind.Street or FaceKind.Void or FaceKind.Water)
            {
                AddFace(face, found);
            }

            _single[face] = corners = [.. found];
        }

        return corners;
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
