using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The datums of the supported systems, and China's old ones.</summary>
internal enum DatumFamily
{
    Other = 0,
    Cgcs2000 = 1,
    Wgs84 = 2,
    Rgf93 = 3,
    Xian1980 = 4,
    Beijing1954 = 5,
    NewBeijing = 6,
}

/// <summary>A datum by its name and its ellipsoid, from a well-known text.</summary>
internal sealed record Datum(string Name, DatumFamily Family)
{
    private static readonly (string Part, DatumFamily Family)[] Spellings =
    [
        ("china2000", DatumFamily.Cgcs2000),
        ("cgcs2000", DatumFamily.Cgcs2000),
        ("chinageodeticcoordinatesystem2000", DatumFamily.Cgcs2000),
        ("chinese2000", DatumFamily.Cgcs2000),
        ("wgs1984", DatumFamily.Wgs84),
        ("wgs84", DatumFamily.Wgs84),
        ("worldgeodeticsystem1984", DatumFamily.Wgs84),
        ("reseaugeodesiquefrancais1993", DatumFamily.Rgf93),
        ("rgf1993", DatumFamily.Rgf93),
        ("rgf93", DatumFamily.Rgf93),
        ("xian1980", DatumFamily.Xian1980),
        ("xian80", DatumFamily.Xian1980),
        ("西安", DatumFamily.Xian1980),
        ("newbeijing", DatumFamily.NewBeijing),
        ("beijing1954", DatumFamily.Beijing1954),
        ("beijing54", DatumFamily.Beijing1954),
        ("北京", DatumFamily.Beijing1954),
    ];

    /// <summary>Reads the datum, or the ensemble of datums, of a geographic system; a wrong ellipsoid makes it another datum.</summary>
    public static Datum Of(WktNode geographic)
    {
        var node = geographic.Find("DATUM", "GEODETICDATUM", "ENSEMBLE", "TRF");
        var name = node is null || Letters(node.Name) is "" or "unknown" or "unnamed" ? geographic.Name : node.Name;
        var spelled = Letters(name);
        var family = Spellings.FirstOrDefault(spelling => spelled.Contains(spelling.Part, StringComparison.Ordinal)).Family;
        var ellipsoid = geographic.Find("SPHEROID", "ELLIPSOID");
        return new Datum(name, ellipsoid is null || Fits(family, ellipsoid) ? family : ByEllipsoid(spelled, ellipsoid));
    }

    /// <summary>China's old datum that this is; null where it is another.</summary>
    public ChineseDatum? Old => Family switch
    {
        DatumFamily.Xian1980 => ChineseDatum.Xian1980,
        DatumFamily.Beijing1954 => ChineseDatum.Beijing1954,
        DatumFamily.NewBeijing => ChineseDatum.NewBeijing,
        _ => null,
    };

    /// <summary>Whether a supported system is on this datum.</summary>
    public bool Is(ReferenceSystem system) => Family switch
    {
        DatumFamily.Cgcs2000 => system.Name.Contains("CGCS2000", StringComparison.Ordinal),
        DatumFamily.Wgs84 => system.Ellipsoid == Ellipsoid.Wgs84,
        DatumFamily.Rgf93 => system.Name.Contains("RGF93", StringComparison.Ordinal),
        _ => false,
    };

    // A datum without a known name is told by its ellipsoid: nobody but China's surveys used these two on its soil.
    private static DatumFamily ByEllipsoid(string name, WktNode ellipsoid) =>
        IsOn(Ellipsoid.Iag1975, ellipsoid) ? DatumFamily.Xian1980
        : IsOn(Ellipsoid.Krassovsky, ellipsoid) && !name.Contains("pulkovo", StringComparison.Ordinal) ? DatumFamily.Beijing1954
        : DatumFamily.Other;

    private static bool Fits(DatumFamily family, WktNode ellipsoid) => family != DatumFamily.Other && IsOn(
        family switch
        {
            DatumFamily.Wgs84 => Ellipsoid.Wgs84,
            DatumFamily.Xian1980 => Ellipsoid.Iag1975,
            DatumFamily.Beijing1954 or DatumFamily.NewBeijing => Ellipsoid.Krassovsky,
            _ => Ellipsoid.Grs80,
        },
        ellipsoid);

    private static bool IsOn(Ellipsoid expected, WktNode ellipsoid) =>
        Math.Abs(ellipsoid.Number(1) - expected.SemiMajorAxis) < 0.01
        && Math.Abs(ellipsoid.Number(2) - expected.InverseFlattening) < 2e-6;

    private static string Letters(string name) =>
        new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
