using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.GeoPackage.Versions;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>Tells one content of a city file from another. Looks into the file only when its stamp is another one.</summary>
internal sealed class CityFileVersion(string file)
{
    private readonly Lock _gate = new();
    private FileStamp _stamp;
    private string _version = "";

    internal string Read()
    {
        lock (_gate)
        {
            var stamp = FileStamp.Of(file);
            if (_version.Length == 0 || stamp != _stamp)
            {
                (_stamp, _version) = (stamp, Of(stamp));
            }

            return _version;
        }
    }

    private string Of(FileStamp stamp)
    {
        using var opened = SqliteFile.OpenToRead(file);
        CitySchema.Check(opened);
        var versions = LayerVersion.ReadCurrent(opened);
        var version = LayerHash.OfCity(versions.Select(version => (version.Layer, version.Hash)));

        // Rows that were edited in QGIS have no version of their own yet: the state of the file stands for them.
        return versions.Any(layer => opened.HasTable(CitySchema.HistoryOf(layer.Layer)) && EditTracking.HasEdits(opened, layer.Layer))
            ? LayerHash.OfCity([("layers", version), ("file", stamp.ToString())])
            : version;
    }
}
