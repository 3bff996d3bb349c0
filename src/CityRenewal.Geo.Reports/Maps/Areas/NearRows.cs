using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Which features of a city come near a sheet: boxes are computed once, then every sheet asks blocks of them.</summary>
internal sealed class NearRows(City city)
{
    private readonly Lazy<FeatureBoxes> _parcels = new(() => FeatureBoxes.Of(city.Parcels.Shapes));
    private readonly Lazy<FeatureBoxes> _buildings = new(() => FeatureBoxes.Of(city.Buildings.Shapes));
    private readonly Lazy<Dictionary<string, FeatureBoxes>> _zones = new(() =>
        city.ZoneLayers.ToDictionary(layer => layer.Key, layer => FeatureBoxes.Of(layer.Value.Shapes)));

    /// <summary>Rows of the parcels that may show, ascending.</summary>
    public List<int> Parcels(GridBox box) => In(_parcels.Value, box);

    /// <summary>Rows of the buildings that may show, ascending.</summary>
    public List<int> Buildings(GridBox box) => In(_buildings.Value, box);

    /// <summary>Rows of a layer of zones that may show, ascending.</summary>
    public List<int> Zones(string layer, GridBox box) => _zones.Value.TryGetValue(layer, out var boxes) ? In(boxes, box) : [];

    private static List<int> In(FeatureBoxes boxes, GridBox box)
    {
        var rows = new List<int>();
        for (var block = 0; block < boxes.Blocks.Length; block++)
        {
            if (!boxes.Blocks[block].Meets(box))
            {
                continue;
            }

            for (var row = block * FeatureBoxes.BlockSize; row < Math.Min(boxes.Count, (block + 1) * FeatureBoxes.BlockSize); row++)
            {
                if (!boxes.Boxes[row].IsEmpty && boxes.Boxes[row].Meets(box))
                {
                    rows.Add(row);
                }
            }
        }

        return rows;
    }
}
