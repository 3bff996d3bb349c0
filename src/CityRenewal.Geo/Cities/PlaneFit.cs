using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Whether further layers lie where a city is. Its working plane is fixed with the first import, so that every area and
/// every plan stays comparable: a layer that would need another plane belongs to another city.
/// </summary>
public static class PlaneFit
{
    // A layer of the whole municipality may reach far beyond the city, but some of it has to be near.
    private const double Near = 50_000;
    private const double MetresPerDegree = 111_320;

    /// <summary>A sentence for every layer that lies elsewhere; none where all belong to the city.</summary>
    public static IReadOnlyList<string> Problems(WorkingPlane plane, IReadOnlyList<SourceLayer> layers) =>
        [.. layers.Select(layer => Problem(plane, layer)).OfType<string>()];

    private static string? Problem(WorkingPlane plane, SourceLayer layer)
    {
        var isLocal = layer.Epsg == ReferenceSystems.Local;
        if (isLocal != plane.Local.HasValue)
        {
            return isLocal
                ? $"{layer.Name} is in a local metric system, and the city has a place on the earth"
                : $"{layer.Name} is in EPSG:{layer.Epsg}, and the city is in a local metric system";
        }

        if (!ReferenceSystems.TryFind(layer.Epsg, out _) && !isLocal)
        {
            return $"{layer.Name} is in EPSG:{layer.Epsg}, which is not supported";
        }

        if (PlaneChoice.ExtentOf(layer) is not { } box)
        {
            return null;
        }

        var (east, north) = plane.Local is { } origin ? (origin.East, origin.North) : (plane.CentreLongitude, plane.CentreLatitude);
        var (perEast, perNorth) = isLocal
            ? (1.0, 1.0)
            : (MetresPerDegree * Math.Cos(double.DegreesToRadians(plane.CentreLatitude)), MetresPerDegree);
        var (aside, along) = (Away(east, box.MinLon, box.MaxLon) * perEast, Away(north, box.MinLat, box.MaxLat) * perNorth);
        var distance = Math.Sqrt((aside * aside) + (along * along));
        return distance <= Near ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{layer.Name} lies {distance / 1000:0} km from the middle of the city, around {Place(box, isLocal)}");
    }

    private static double Away(double place, double least, double most) => Math.Max(0, Math.Max(least - place, place - most));

    private static string Place(LonLatBox box, bool isLocal)
    {
        var (east, north) = ((box.MinLon + box.MaxLon) / 2, (box.MinLat + box.MaxLat) / 2);
        return isLocal
            ? string.Create(CultureInfo.InvariantCulture, $"{east:0} m east, {north:0} m north")
            : string.Create(CultureInfo.InvariantCulture, $"{east:0.00}°E {north:0.00}°N");
    }
}
