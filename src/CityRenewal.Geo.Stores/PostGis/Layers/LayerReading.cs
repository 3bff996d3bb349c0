using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>Reads layers by copying rows out in binary form.</summary>
internal static class LayerReading
{
    private const long RowsPerSheet = 8192;

    /// <summary>The current rows of a layer over the connection that is about to change them, with their numbers.</summary>
    internal static SourceLayer Current(Session session, CityRow city, LayerTable table) =>
        Read(session, table, "to_version IS NULL ORDER BY fid", (table.Newest, table.GeometryType, LevelOf(session, city, table)));

    /// <summary>A layer as it was in one of its versions.</summary>
    internal static SourceLayer Version(Session session, LayerTable table, (LayerVersion Version, string GeometryType) made) =>
        Read(session, table, CityRow.WasPresent(made.Version.Version), (made.Version, made.GeometryType, Classification.Internal));

    /// <summary>
    /// The present rows of a layer in sheets of some thousand, to be read by any threads at once: each takes a connection only
    /// while it is read.
    /// </summary>
    internal static IReadOnlyList<Func<SourceLayer>> Sheets(PostGisDatabase database, Session session, (CityRow City, LayerTable Table) from, CancellationToken cancel)
    {
        var (city, table) = from;
        var level = LevelOf(session, city, table);
        var keys = session.Rows($"SELECT min(fid), max(fid) FROM {table.Rows}", row => row.IsDBNull(0) ? (First: 0L, Last: -1L) : (First: row.GetInt64(0), Last: row.GetInt64(1)))[0];
        var sheets = new List<Func<SourceLayer>>();
        for (var first = keys.First; first <= keys.Last; first += RowsPerSheet)
        {
            var end = first + RowsPerSheet;
            var start = first;
            sheets.Add(() => database.Read(
                own => Read(own, table, $"fid >= {start} AND fid < {end} AND ({city.IsPresent}) ORDER BY fid", (table.Newest, table.GeometryType, level)), cancel));
        }

        return sheets;
    }

    private static SourceLayer Read(
        Session session, LayerTable table, string which, (LayerVersion Version, string GeometryType, Classification Level) made)
    {
        var features = table.AsFeatures(made.Version.Epsg, made.GeometryType);
        using var range = new RowRange(table.Columns) { HasPlainWkb = true };
        using (var rows = session.Copy(
            $"COPY (SELECT fid, coalesce(geom_delivered, ST_AsEWKB(geom)){LayerTable.Listed(table.Columns)} FROM {table.Rows} WHERE {which}) TO STDOUT (FORMAT binary)"))
        {
            range.Read(new CopyRows(rows, table.Columns), session.Cancel);
        }

        var kind = GeoPackage.Wkb.ShapeJoin.DeclaredKind(features);
        return CityFileReader.LayerOf(
            GeoPackageReader.Join([range], features, kind, session.Place), table.Layer, (made.Version.Origin, made.Level), session.Place);
    }

    private static Classification LevelOf(Session session, CityRow city, LayerTable table) =>
        SettingRows.Read(session, city).Classifications.GetValueOrDefault(table.Layer, Classification.Internal);
}
