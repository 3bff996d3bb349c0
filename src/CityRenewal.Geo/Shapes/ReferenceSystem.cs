namespace CityRenewal.Geo.Shapes;

/// <summary>A supported coordinate reference system, with the parameters of its projection.</summary>
/// <param name="Epsg">EPSG code.</param>
/// <param name="Name">Name in the EPSG register.</param>
/// <param name="Kind">How it maps the ellipsoid.</param>
/// <param name="Ellipsoid">The ellipsoid that its latitudes are on.</param>
/// <param name="AreaOfUse">Where it may be used, degrees.</param>
public sealed record ReferenceSystem(
    int Epsg, string Name, ProjectionKind Kind, Ellipsoid Ellipsoid, LonLatBox AreaOfUse)
{
    /// <summary>Longitude of origin, degrees.</summary>
    public double CentralMeridian { get; init; }

    /// <summary>Latitude of origin, degrees.</summary>
    public double OriginLatitude { get; init; }

    /// <summary>Scale on the central meridian.</summary>
    public double ScaleFactor { get; init; } = 1;

    /// <summary>East of the origin, metres.</summary>
    public double FalseEasting { get; init; }

    /// <summary>North of the origin, metres.</summary>
    public double FalseNorthing { get; init; }

    /// <summary>First standard parallel of a cone, degrees.</summary>
    public double FirstParallel { get; init; }

    /// <summary>Second standard parallel of a cone, degrees.</summary>
    public double SecondParallel { get; init; }

    /// <summary>Layers may come in it, results are never given in it: its areas and lengths are wrong on the ground.</summary>
    public bool IsInputOnly { get; init; }

    /// <summary>Coordinates are longitude and latitude in degrees.</summary>
    public bool IsGeographic => Kind == ProjectionKind.Geographic;

    /// <summary>
    /// Whether the official axis order is north (or latitude) first. Files store east first all the same; only services
    /// and formats that follow the register apply it, through <see cref="AxisOrder"/>.
    /// </summary>
    public bool IsNorthFirst { get; init; }

    /// <summary>Whether the same numbers mean the same place in both, but for the datum: a 3-degree and a 6-degree zone may be such twins.</summary>
    public bool HasProjectionOf(ReferenceSystem other) =>
        (Kind, CentralMeridian, OriginLatitude, ScaleFactor, FalseEasting, FalseNorthing, FirstParallel, SecondParallel)
        == (other.Kind, other.CentralMeridian, other.OriginLatitude, other.ScaleFactor, other.FalseEasting, other.FalseNorthing,
            other.FirstParallel, other.SecondParallel);
}

/// <summary>How a reference system maps the ellipsoid.</summary>
public enum ProjectionKind
{
    /// <summary>Longitude and latitude in degrees.</summary>
    Geographic = 0,

    /// <summary>Transverse Mercator: Gauss-Krüger and UTM.</summary>
    TransverseMercator = 1,

    /// <summary>Lambert conformal conic with two standard parallels.</summary>
    LambertConic = 2,

    /// <summary>Web Mercator: a spherical formula on ellipsoidal latitudes.</summary>
    WebMercator = 3,
}
