namespace CityRenewal.Geo.Cities;

/// <summary>Puts the rows of one building in an order of their own, and finds rows that only repeat another.</summary>
internal sealed class PartOrder(PartColumns columns) : IComparer<int>
{
    /// <summary>Outline first, then every column; 0 where two rows say the same of the same ground.</summary>
    public int Compare(int one, int other)
    {
        var (a, b) = (columns.RingsOf(one), columns.RingsOf(other));
        var order = a.Count.CompareTo(b.Count);
        for (var ring = 0; order == 0 && ring < a.Count; ring++)
        {
            order = a[ring].X.AsSpan().SequenceCompareTo(b[ring].X);
            order = order != 0 ? order : a[ring].Y.AsSpan().SequenceCompareTo(b[ring].Y);
        }

        foreach (var column in columns.Layer.Columns)
        {
            order = order != 0 ? order : string.CompareOrdinal(column.TextOf(one), column.TextOf(other));
        }

        return order;
    }
}
