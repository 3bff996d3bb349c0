using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Offices.Stale;

/// <summary>Where rows of a layer changed: the boxes of those that came, went, or were edited.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Epsg">The reference system of the boxes.</param>
/// <param name="Boxes">The boxes in original coordinates.</param>
/// <param name="IsAnywhere">Whether some changed row has no place that could be told.</param>
internal sealed record ChangedLayer(string Layer, int Epsg, IReadOnlyList<Envelope> Boxes, bool IsAnywhere)
{
    /// <summary>The change of a layer since a version of the city; null where it did not change.</summary>
    /// <param name="since">The layer and the version.</param>
    /// <param name="versions">All versions of the layer, oldest first.</param>
    /// <param name="boxes">The boxes of its changed rows; empty ones of rows without a place.</param>
    internal static ChangedLayer? Of((string Layer, int Version) since, IReadOnlyList<LayerVersion> versions, IReadOnlyList<Envelope> boxes)
    {
        if (boxes.Count == 0 && versions[^1].Version <= since.Version)
        {
            return null;
        }

        // Where the layer came in another system meanwhile, boxes of both lie beside each other.
        var systems = versions.Where(made => made.Version > since.Version).Select(made => made.Epsg).ToHashSet();
        systems.UnionWith(versions.Where(made => made.Version <= since.Version).TakeLast(1).Select(made => made.Epsg));
        return new ChangedLayer(since.Layer, versions[^1].Epsg, boxes, systems.Count > 1 || boxes.Any(box => box.IsEmpty));
    }
}
