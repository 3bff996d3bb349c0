using System.Globalization;

namespace CityRenewal.Geo.Shapes;

/// <summary>
/// The codes that the EPSG register gives to China's datums and their Gauss-Krüger zones, whole rows of them. Most are not
/// supported; knowing them lets a message say what a code means and why a layer in it is not taken.
/// </summary>
public static class ChineseSystems
{
    private static readonly CodeRow[] Rows =
    [
        new(4491, 11, ChineseDatum.Cgcs2000, 6, 13, IsPrefixed: true), new(4502, 11, ChineseDatum.Cgcs2000, 6, 13, false),
        new(4513, 21, ChineseDatum.Cgcs2000, 3, 25, IsPrefixed: true), new(4534, 21, ChineseDatum.Cgcs2000, 3, 25, false),
        new(2327, 11, ChineseDatum.Xian1980, 6, 13, IsPrefixed: true), new(2338, 11, ChineseDatum.Xian1980, 6, 13, false),
        new(2349, 21, ChineseDatum.Xian1980, 3, 25, IsPrefixed: true), new(2370, 21, ChineseDatum.Xian1980, 3, 25, false),
        new(21413, 11, ChineseDatum.Beijing1954, 6, 13, IsPrefixed: true), new(21453, 11, ChineseDatum.Beijing1954, 6, 13, false),
        new(21473, 11, ChineseDatum.Beijing1954, 6, 13, false),
        new(2401, 21, ChineseDatum.Beijing1954, 3, 25, IsPrefixed: true), new(2422, 21, ChineseDatum.Beijing1954, 3, 25, false),
        new(4568, 11, ChineseDatum.NewBeijing, 6, 13, IsPrefixed: true), new(4579, 11, ChineseDatum.NewBeijing, 6, 13, false),
        new(4652, 5, ChineseDatum.NewBeijing, 3, 25, IsPrefixed: true), new(4766, 16, ChineseDatum.NewBeijing, 3, 30, true),
        new(4782, 21, ChineseDatum.NewBeijing, 3, 25, false),
    ];

    /// <summary>The system of a code with its own ellipsoid; null where the code is none of China's.</summary>
    public static ReferenceSystem? Find(int epsg) => epsg switch
    {
        4490 => Geographic(epsg, ChineseDatum.Cgcs2000),
        4610 => Geographic(epsg, ChineseDatum.Xian1980),
        4214 => Geographic(epsg, ChineseDatum.Beijing1954),
        4555 => Geographic(epsg, ChineseDatum.NewBeijing),
        _ => Rows.FirstOrDefault(row => epsg >= row.First && epsg < row.First + row.Count)?.System(epsg),
    };

    /// <summary>The datum of a code; null where the code is none of China's.</summary>
    public static ChineseDatum? DatumOf(int epsg) => epsg switch
    {
        4490 => ChineseDatum.Cgcs2000,
        4610 => ChineseDatum.Xian1980,
        4214 => ChineseDatum.Beijing1954,
        4555 => ChineseDatum.NewBeijing,
        _ => Rows.FirstOrDefault(row => epsg >= row.First && epsg < row.First + row.Count)?.Datum,
    };

    /// <summary>Name of a datum in the register.</summary>
    public static string NameOf(ChineseDatum datum) => datum switch
    {
        ChineseDatum.Xian1980 => "Xian 1980",
        ChineseDatum.Beijing1954 => "Beijing 1954",
        ChineseDatum.NewBeijing => "New Beijing",
        _ => "CGCS2000",
    };

    /// <summary>Ellipsoid of a datum.</summary>
    public static Ellipsoid EllipsoidOf(ChineseDatum datum) => datum switch
    {
        ChineseDatum.Xian1980 => Ellipsoid.Iag1975,
        ChineseDatum.Beijing1954 or ChineseDatum.NewBeijing => Ellipsoid.Krassovsky,
        _ => Ellipsoid.Grs80,
    };

    /// <summary>Degrees on a datum.</summary>
    public static ReferenceSystem Geographic(ChineseDatum datum) => Find(datum switch
    {
        ChineseDatum.Xian1980 => 4610,
        ChineseDatum.Beijing1954 => 4214,
        ChineseDatum.NewBeijing => 4555,
        _ => 4490,
    })!;

    private static ReferenceSystem Geographic(int epsg, ChineseDatum datum) =>
        new(epsg, NameOf(datum), ProjectionKind.Geographic, EllipsoidOf(datum), new LonLatBox(73.62, 3.4, 134.77, 53.56));

    private sealed record CodeRow(int First, int Count, ChineseDatum Datum, int Width, int FirstZone, bool IsPrefixed)
    {
        public ReferenceSystem System(int epsg)
        {
            var zone = FirstZone + epsg - First;
            var meridian = Width == 3 ? zone * 3 : (zone * 6) - 3;
            var half = Width / 2.0;
            var name = (Width == 3 ? "3-degree Gauss-Kruger " : "Gauss-Kruger ")
                + (IsPrefixed ? "zone " + zone.ToString(CultureInfo.InvariantCulture) : $"CM {meridian}E");
            return new ReferenceSystem(
                epsg,
                $"{NameOf(Datum)} / {name}",
                ProjectionKind.TransverseMercator,
                EllipsoidOf(Datum),
                new LonLatBox(meridian - half, 16, meridian + half, 54))
            {
                CentralMeridian = meridian,
                FalseEasting = 500_000 + (IsPrefixed ? zone * 1_000_000 : 0),
                IsNorthFirst = true,
            };
        }
    }
}

/// <summary>The datums of Chinese surveys.</summary>
public enum ChineseDatum
{
    /// <summary>CGCS2000 国家大地坐标系, the one in force.</summary>
    Cgcs2000 = 0,

    /// <summary>Xian 1980 西安80, on the IAG 1975 ellipsoid.</summary>
    Xian1980 = 1,

    /// <summary>Beijing 1954 北京54, on Krassovsky's ellipsoid.</summary>
    Beijing1954 = 2,

    /// <summary>New Beijing 新北京54, on Krassovsky's ellipsoid.</summary>
    NewBeijing = 3,
}
