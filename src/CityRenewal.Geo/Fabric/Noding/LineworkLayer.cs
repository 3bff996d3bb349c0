using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>One layer of polygons whose borders enter an arrangement.</summary>
/// <param name="Shapes">The polygons.</param>
/// <param name="Role">What the borders mean.</param>
/// <param name="FirstPlace">Place of the layer's first coordinate among those of all layers.</param>
/// <param name="Skips">Features to leave out; empty where all enter.</param>
internal sealed record LineworkLayer(PolygonColumns Shapes, LineworkRole Role, int FirstPlace, bool[] Skips)
{
    public bool Takes(int feature) => Skips.Length == 0 || !Skips[feature];
}

/// <summary>What the borders of a layer mean.</summary>
internal enum LineworkRole
{
    /// <summary>Borders of land: snapped to each other, each polygon known by its row.</summary>
    Land = 0,

    /// <summary>The edge of the study area: noded, never snapped.</summary>
    Study = 1,

    /// <summary>The edge of water: noded, never snapped.</summary>
    Water = 2,
}
