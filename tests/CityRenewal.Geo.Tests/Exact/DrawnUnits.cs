using CityRenewal.Geo.Tests.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Exact;

/// <summary>Units small enough to try every plan of them.</summary>
internal static class DrawnUnits
{
    /// <summary>Up to eight parcels around voids, with a row that areas keep.</summary>
    public static readonly Gen<SmallUnit> Any =
        from width in Gen.Int[2, 5]
        from height in Gen.Int[1, 4]
        from rows in Gen.Int[0, 8].Select(sign => "ABCDEFGH."[sign]).Array[width].Array[height]
        from worth in Gen.Int[-200, 500].Array[8]
        from takes in Gen.Int[-3, 3].Array[8]
        from rowLimit in Gen.Int[0, 4]
        from price in Gen.Double[0.2, 4]
        from least in Gen.Int[1, 4]
        from room in Gen.Int[0, 4]
        select new SmallUnit([.. rows.Select(row => new string(row)).Prepend("AABBC"[..width])], worth, price, least, least + room)
        {
            Takes = takes,
            RowLimit = rowLimit,
        };
}
