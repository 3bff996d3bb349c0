using System.Collections.Concurrent;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// The transforms that outlines of anywhere are measured with, kept from one call to the next: fitting a tile of one takes longer
/// than measuring an outline. No number depends on what is kept. Safe for any number of threads.
/// </summary>
internal static class OutlineTransforms
{
    // Outlines of one city lie in a few planes; whoever sends some of the whole earth has them made anew.
    private const int MostPlanes = 32;

    private static readonly ConcurrentDictionary<int, LonLat> Degrees = new();
    private static readonly ConcurrentDictionary<int, EllipsoidalMeasure> Measures = new();
    private static readonly ConcurrentDictionary<(int Epsg, WorkingPlane Plane), PlaneTransform> Planes = new();

    /// <summary>Longitude and latitude of a supported system.</summary>
    public static LonLat LonLatOf(int epsg) => Degrees.GetOrAdd(epsg, LonLat.From);

    /// <summary>Legal areas in a supported system, or in a declared local one.</summary>
    public static EllipsoidalMeasure MeasureIn(int epsg) => Measures.GetOrAdd(epsg, EllipsoidalMeasure.In);

    /// <summary>From a supported system to a plane.</summary>
    public static PlaneTransform Between(int epsg, WorkingPlane plane)
    {
        if (epsg == ReferenceSystems.Local)
        {
            return PlaneTransform.Between(epsg, plane);
        }

        if (Planes.TryGetValue((epsg, plane), out var known))
        {
            return known;
        }

        if (Planes.Count >= MostPlanes)
        {
            Planes.Clear();
        }

        return Planes.GetOrAdd((epsg, plane), key => PlaneTransform.Between(key.Epsg, key.Plane));
    }
}
