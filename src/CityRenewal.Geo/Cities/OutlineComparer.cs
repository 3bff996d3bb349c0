using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Tells whether outlines have the same vertices, wherever their rings start and whichever way they run. Rights that lie
/// above each other may share an outline, so parcels of different position are never equal.
/// </summary>
internal sealed class OutlineComparer(SnappedLayer layer)
{
    private readonly SourceColumn? _position = layer.Column("rights_position");
    private readonly Dictionary<int, (int X, int Y)[]> _sorted = [];

    /// <summary>A number that equal outlines share; 0 where there is no outline.</summary>
    public ulong HashOf(int row)
    {
        var (rings, first, end) = layer.RingsOf(row);
        ReadOnlySpan<int> x = rings.X, y = rings.Y, ringStart = rings.RingStart;
        ulong hash = 0;
        for (var ring = first; ring < end; ring++)
        {
            for (var i = ringStart[ring]; i < ringStart[ring + 1] - 1; i++)
            {
                var vertex = ((ulong)(uint)x[i] << 32) | (uint)y[i];
                vertex = (vertex ^ (vertex >> 31)) * 0x9E37_79B9_7F4A_7C15UL;
                hash += vertex ^ (vertex >> 29);
            }
        }

        return first == end ? 0 : hash | 1UL << 63;
    }

    public int Compare(int a, int b)
    {
        var order = string.CompareOrdinal(_position?.TextOf(a), _position?.TextOf(b));
        return order != 0 ? order : SortedVertices(a).AsSpan().SequenceCompareTo(SortedVertices(b));
    }

    /// <summary>Whether two equal outlines also start at the same vertex and run the same way.</summary>
    public bool AreSameThroughout(int a, int b)
    {
        var ((ringsA, firstA, endA), (ringsB, firstB, endB)) = (layer.RingsOf(a), layer.RingsOf(b));
        return ringsA.X[ringsA.RingStart[firstA]..ringsA.RingStart[endA]].SequenceEqual(ringsB.X[ringsB.RingStart[firstB]..ringsB.RingStart[endB]])
            && ringsA.Y[ringsA.RingStart[firstA]..ringsA.RingStart[endA]].SequenceEqual(ringsB.Y[ringsB.RingStart[firstB]..ringsB.RingStart[endB]]);
    }

    private (int X, int Y)[] SortedVertices(int row)
    {
        if (!_sorted.TryGetValue(row, out var vertices))
        {
            var (rings, first, end) = layer.RingsOf(row);
            vertices = [.. Enumerable.Range(first, end - first)
                .SelectMany(ring => Enumerable.Range(rings.RingStart[ring], rings.RingStart[ring + 1] - rings.RingStart[ring] - 1))
                .Select(i => (rings.X[i], rings.Y[i]))];
            Array.Sort(vertices);
            _sorted[row] = vertices;
        }

        return vertices;
    }
}
