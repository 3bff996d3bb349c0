using System.Globalization;

namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Our own well-known text for ProjNet. It never sees foreign text: some of that it refuses, and some it reads without a
/// word and lands kilometres away.
/// </summary>
internal static class WellKnownText
{
    private const string GreenwichDegrees = "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199432957692]]";

    public static string OfLonLat(Ellipsoid ellipsoid) => Invariant(
        $"GEOGCS[\"lonlat\",DATUM[\"datum\",SPHEROID[\"ellipsoid\",{ellipsoid.SemiMajorAxis},{ellipsoid.InverseFlattening}]],")
        + GreenwichDegrees;

    public static string Of(ReferenceSystem system) => system.Kind switch
    {
        ProjectionKind.TransverseMercator => Projected(
            system.Ellipsoid,
            "Transverse_Mercator",
            ("latitude_of_origin", system.OriginLatitude),
            ("central_meridian", system.CentralMeridian),
            ("scale_factor", system.ScaleFactor),
            ("false_easting", system.FalseEasting),
            ("false_northing", system.FalseNorthing)),
        ProjectionKind.LambertConic => Projected(
            system.Ellipsoid,
            "Lambert_Conformal_Conic_2SP",
            ("latitude_of_origin", system.OriginLatitude),
            ("central_meridian", system.CentralMeridian),
            ("standard_parallel_1", system.FirstParallel),
            ("standard_parallel_2", system.SecondParallel),
            ("false_easting", system.FalseEasting),
            ("false_northing", system.FalseNorthing)),
        _ => throw new ArgumentOutOfRangeException(nameof(system), system.Kind, "has no text of its own"),
    };

    public static string Of(WorkingPlane plane) => Projected(
        Ellipsoid.Grs80,
        "Albers_Conic_Equal_Area",
        ("latitude_of_center", plane.CentreLatitude),
        ("longitude_of_center", plane.CentreLongitude),
        ("standard_parallel_1", plane.SouthParallel),
        ("standard_parallel_2", plane.NorthParallel),
        ("false_easting", 0),
        ("false_northing", 0));

    private static string Projected(Ellipsoid ellipsoid, string method, params (string Name, double Value)[] parameters) =>
        $"PROJCS[\"projected\",{OfLonLat(ellipsoid)},PROJECTION[\"{method}\"],"
        + string.Concat(parameters.Select(p => Invariant($"PARAMETER[\"{p.Name}\",{p.Value}],")))
        + "UNIT[\"metre\",1]]";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
