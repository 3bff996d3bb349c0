using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>Compares rows by id, then by shape, then by their attributes in the order of column names.</summary>
internal sealed class RowComparer(SnappedLayer layer) : IComparer<int>
{
    private readonly SourceColumn[] _columns = [.. layer.Columns.OrderBy(column => column.Name, StringComparer.Ordinal)];

    public int Compare(int a, int b)
    {
        if (a == b)
        {
            return 0;
        }

        var order = layer.Ids.Utf8(a).SequenceCompareTo(layer.Ids.Utf8(b));
        order = order != 0 ? order : CompareShapes(a, b);
        for (var i = 0; i < _columns.Length && order == 0; i++)
        {
            order = CompareValues(_columns[i], a, b);
        }

        return order;
    }

    private int CompareShapes(int a, int b)
    {
        var ((ringsA, firstA, endA), (ringsB, firstB, endB)) = (layer.RingsOf(a), layer.RingsOf(b));
        var order = (endA - firstA).CompareTo(endB - firstB);
        for (var ring = 0; ring < endA - firstA && order == 0; ring++)
        {
            var (fromA, toA) = (ringsA.RingStart[firstA + ring], ringsA.RingStart[firstA + ring + 1]);
            var (fromB, toB) = (ringsB.RingStart[firstB + ring], ringsB.RingStart[firstB + ring + 1]);
            order = ringsA.X[fromA..toA].SequenceCompareTo(ringsB.X[fromB..toB]);
            order = order != 0 ? order : ringsA.Y[fromA..toA].SequenceCompareTo(ringsB.Y[fromB..toB]);
        }

        return order;
    }

    private static int CompareValues(SourceColumn column, int a, int b) => column switch
    {
        TextSource texts => texts.Values.Utf8(a).SequenceCompareTo(texts.Values.Utf8(b)),
        IntegerSource integers => integers.Values[a].CompareTo(integers.Values[b]),
        RealSource reals => reals.Values[a].CompareTo(reals.Values[b]),
        _ => string.CompareOrdinal(column.TextOf(a), column.TextOf(b)),
    };
}
