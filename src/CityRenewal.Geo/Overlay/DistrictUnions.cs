using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Measures parcels against the union of a district's zones, where these may lie upon each other.</summary>
internal sealed class DistrictUnions(City city, ParcelFacts facts, ILookup<string, int> rows, OverlayRun run)
{
    private readonly ZoneStacks _stacks = ZoneStacks.Of(city.Layer(LayerNames.HistoricZones).Shapes, run);
    private readonly Dictionary<string, OverlapMeter> _meters = [];

    /// <summary>Area of a parcel, m².</summary>
    public double WholeOf(int parcel) => facts.AreaM2[parcel];

    /// <summary>Area of a parcel in a district, m².</summary>
    /// <param name="parcel">The parcel.</param>
    /// <param name="district">The district.</param>
    /// <param name="sum">The areas in its zones together, which is the answer where no two zones share land.</param>
    public double AreaIn(int parcel, string district, double sum)
    {
        if (_stacks.AreNone || rows[district].Count() == 1)
        {
            return sum;
        }

        if (!_meters.TryGetValue(district, out var meter))
        {
            var cell = new OverlayOptions().CellSize * city.Plane.UnitsPerMetre;
            int[] zones = [.. rows[district]];
            meter = _meters[district] = new OverlapMeter(AreaGrid.OfUnion(city.Layer(LayerNames.HistoricZones).Shapes, zones, _stacks, cell));
        }

        var boxes = facts.Lots.Boxes;
        return city.Plane.SquareMetres(meter.AreaIn(city.Parcels.Shapes, parcel, boxes.Boxes[parcel], boxes.Areas[parcel]));
    }
}
