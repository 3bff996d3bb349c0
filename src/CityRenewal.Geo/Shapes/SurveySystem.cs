namespace CityRenewal.Geo.Shapes;

/// <summary>
/// The system in which boundary points are written for surveyors: metres, x to the north and y to the east. It is the
/// city's own where that is projected; where the city is in degrees, the CGCS2000 3-degree zone that its middle lies in,
/// with the zone number before the easting, or outside China the UTM zone.
/// </summary>
public sealed class SurveySystem
{
    private const int FirstZone = 25;
    private const int FirstCode = 4513;

    private readonly PointMap _fromPlane;
    private readonly WorkingPlane _plane;

    private SurveySystem(WorkingPlane plane, ReferenceSystem? system)
    {
        (_plane, System) = (plane, system);
        _fromPlane = system is null
            ? (east, north) => (east + plane.Local!.Value.East, north + plane.Local!.Value.North)
            : ExactTransforms.PlaneToLonLat(plane).Then(ExactTransforms.FromLonLat(system));
    }

    /// <summary>The projected system; null where the city is in a declared local metric one.</summary>
    public ReferenceSystem? System { get; }

    /// <summary>The system for a city.</summary>
    /// <param name="epsg">EPSG code of the system that the city's results are written in.</param>
    /// <param name="plane">The city's plane.</param>
    public static SurveySystem Of(int epsg, WorkingPlane plane)
    {
        if (plane.Local.HasValue)
        {
            return new SurveySystem(plane, null);
        }

        var isUsable = ReferenceSystems.TryFind(epsg, out var own) && own is { IsGeographic: false, IsInputOnly: false };
        return new SurveySystem(plane, isUsable ? own : ZoneOf(plane));
    }

    /// <summary>Where a point of the grid lies: x metres to the north, y metres to the east.</summary>
    public (double North, double East) At(int gridX, int gridY)
    {
        var (east, north) = _fromPlane(gridX * _plane.GridSize, gridY * _plane.GridSize);
        return (north, east);
    }

    private static ReferenceSystem ZoneOf(WorkingPlane plane)
    {
        var zone = (int)Math.Round(plane.CentreLongitude / 3);
        var isChina = ReferenceSystems.Find(ReferenceSystems.Cgcs2000).AreaOfUse is var china
            && plane.CentreLongitude >= china.MinLon && plane.CentreLongitude <= china.MaxLon
            && plane.CentreLatitude >= china.MinLat && plane.CentreLatitude <= china.MaxLat;
        return isChina && zone is >= FirstZone and < FirstZone + 21
            ? ChineseSystems.Find(FirstCode + zone - FirstZone)!
            : ReferenceSystems.Find((plane.CentreLatitude < 0 ? 32700 : 32600) + (int)Math.Floor((plane.CentreLongitude + 180) / 6) + 1);
    }
}
