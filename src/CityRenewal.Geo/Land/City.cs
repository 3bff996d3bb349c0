using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Land;

/// <summary>A city (城市数据集): one set of layers on one working plane, with a version.</summary>
public sealed class City
{
    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>The plane and grid that every coordinate below is on.</summary>
    public required WorkingPlane Plane { get; init; }

    /// <summary>
    /// EPSG code of the system that results are written in: the parcels' own where they can be written in it, else CGCS2000
    /// degrees; 0 for a declared local metric system.
    /// </summary>
    public int Epsg { get; init; } = ReferenceSystems.Cgcs2000;

    /// <summary>Hash of the content of all layers; a plan names the version that it was made from.</summary>
    public required string DataVersion { get; init; }

    /// <summary>The year ages count from; null where the city states none and the user must.</summary>
    public int? BaselineYear { get; init; }

    /// <summary>The highest classification of its layers: that of everything made of the city.</summary>
    public Classification Classification { get; init; } = Classification.Internal;

    /// <summary>The parcels.</summary>
    public required Parcels Parcels { get; init; }

    /// <summary>The buildings.</summary>
    public required Buildings Buildings { get; init; }

    /// <summary>Barriers; empty where the layer is missing.</summary>
    public Barriers Barriers { get; init; } = Barriers.Empty;

    /// <summary>Protected items; empty where the layer is missing.</summary>
    public ProtectedItems ProtectedItems { get; init; } = ProtectedItems.Empty;

    /// <summary>Stations; empty where the layer is missing.</summary>
    public Stations Stations { get; init; } = Stations.Empty;

    /// <summary>The polygon layers that are present, by layer name. A layer that is missing is unknown, not empty.</summary>
    public required IReadOnlyDictionary<string, Zones> ZoneLayers { get; init; }

    /// <summary>Whether a layer was delivered at all.</summary>
    public bool Has(string layer) => layer switch
    {
        LayerNames.Parcels => Parcels.Count > 0,
        LayerNames.Buildings => Buildings.Count > 0,
        LayerNames.Barriers => Barriers.Count > 0,
        LayerNames.ProtectedItems => ProtectedItems.Count > 0,
        LayerNames.Stations => Stations.Count > 0,
        _ => ZoneLayers.ContainsKey(layer),
    };

    /// <summary>The zones of a layer; empty where it is missing (ask <see cref="Has"/> first where that matters).</summary>
    public Zones Layer(string layer) => ZoneLayers.TryGetValue(layer, out var zones) ? zones : Zones.Empty;
}
