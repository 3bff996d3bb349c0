using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>Units small enough to try every plan of them.</summary>
internal static class DrawnUnits
{
    /// <summary>Up to eight parcels around voids, with a row that areas keep.</summary>
    public static readonly Gen<SmallUnit> Any = Of(5, 3, Gen.Int[0, 4]);

    /// <summary>The same, of some width.</summary>
    /// <param name="widest">Most cells in a line.</param>
    /// <param name="takes">What a parcel takes of the row, or gives, at most.</param>
    /// <param name="rowLimit">What an area may take of it.</param>
    public static Gen<SmallUnit> Of(int widest, int takes, Gen<int> rowLimit) =>
        from width in Gen.Int[2, widest]
        from height in Gen.Int[1, 4]
        from rows in Gen.Int[0, 8].Select(sign => "ABCDEFGH."[sign]).Array[width].Array[height]
        from worth in Gen.Int[-200, 500].Array[8]
        from taken in Gen.Int[-takes, takes].Array[8]
        from limit in rowLimit
        from price in Gen.Double[0.2, 4]
        from least in Gen.Int[1, 4]
        from room in Gen.Int[0, 4]
        select new SmallUnit([.. rows.Select(row => new string(row)).Prepend("AABBC"[..width])], worth, price, least, least + room)
        {
            Takes = taken,
            RowLimit = limit,
        };
}
