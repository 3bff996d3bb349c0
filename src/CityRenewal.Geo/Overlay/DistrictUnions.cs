using System.Collections.Concurrent;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Measures parcels against the union of a district's zones, where these may lie upon each other.</summary>
internal sealed class DistrictUnions(PolygonColumns layer, int[] districts, OverlayRun run)
{
    private readonly ZoneStacks _stacks = ZoneStacks.Of(layer, run);
    private readonly ILookup<int, int> _zones = Enumerable.Range(0, districts.Length).ToLookup(zone => districts[zone]);
    private readonly ConcurrentDictionary<int, Lazy<AreaGrid>> _grids = [];

    /// <summary>The district of a zone.</summary>
    public int DistrictOf(int zone) => districts[zone];

    /// <summary>Area of a parcel in a district, m².</summary>
    /// <param name="parcels">The parcels.</param>
    /// <param name="parcel">The parcel.</param>
    /// <param name="district">The district.</param>
    /// <param name="sum">The areas in its zones together, which is the answer where no two zones share land.</param>
    /// <param name="meters">Those that the thread has made so far, by district.</param>
    public double AreaIn(
        (PolygonColumns Shapes, MeasuredFeatures Measured) parcels, int parcel, int district, double sum, Dictionary<int, OverlapMeter> meters)
    {
        if (_stacks.AreNone || !_zones[district].Skip(1).Any())
        {
            return sum;
        }

        if (!meters.TryGetValue(district, out var meter))
        {
            meter = meters[district] = new OverlapMeter(_grids.GetOrAdd(district, of => new Lazy<AreaGrid>(() => GridOf(of))).Value);
        }

        var boxes = parcels.Measured.Boxes;
        return run.Plane.SquareMetres(meter.AreaIn(parcels.Shapes, parcel, boxes.Boxes[parcel], boxes.Areas[parcel]));
    }

    private AreaGrid GridOf(int district)
    {
        int[] zones = [.. _zones[district]];
        return AreaGrid.OfUnion(layer, zones, _stacks, new OverlayOptions().CellSize * run.Plane.UnitsPerMetre);
    }
}
