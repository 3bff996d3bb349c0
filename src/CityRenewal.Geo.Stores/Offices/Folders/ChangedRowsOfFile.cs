using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Versions;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;
using CityRenewal.Geo.Stores.Offices.Stale;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>Where rows of a city file changed since one of its versions, edits that have no version yet included.</summary>
internal static class ChangedRowsOfFile
{
    internal static IReadOnlyList<ChangedLayer> Since(string path, int version, CancellationToken cancel)
    {
        using var snapshot = FileSnapshot.Take(path);
        var versions = LayerVersion.ReadAll(snapshot.File);
        var changes = new List<ChangedLayer>();
        foreach (var layer in LayerNames.All.Where(name => versions.Any(known => known.Layer == name) && snapshot.File.HasTable(CitySchema.HistoryOf(name))))
        {
            cancel.ThrowIfCancellationRequested();
            if (Of(snapshot.File, layer, version, [.. versions.Where(known => known.Layer == layer)]) is { } change)
            {
                changes.Add(change);
            }
        }

        return changes;
    }

    private static ChangedLayer? Of(SqliteFile file, string layer, int version, IReadOnlyList<LayerVersion> versions)
    {
        var boxes = new List<Envelope>();
        using var rows = file.Prepare(
            $"SELECT geom FROM \"{layer}\" WHERE from_version > {version} OR from_version IS NULL "
            + $"UNION ALL SELECT geom FROM \"{CitySchema.HistoryOf(layer)}\" WHERE to_version > {version} OR to_version IS NULL");
        while (rows.Step())
        {
            boxes.Add(rows.IsNull(0) ? Envelope.Empty : StoredBoxes.BoxOf(rows.Bytes(0)));
        }

        return ChangedLayer.Of((layer, version), versions, boxes);
    }
}
