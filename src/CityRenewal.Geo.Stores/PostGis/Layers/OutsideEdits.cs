using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>Gives what was edited outside of this program a version of its own, so that the rows it made do not vanish without a trace.</summary>
internal static class OutsideEdits
{
    /// <summary>The versions that were made; none where nothing was edited.</summary>
    internal static IReadOnlyList<LayerVersion> Version(Session session, CityRow city)
    {
        if (!city.HasEdits)
        {
            return [];
        }

        var edited = LayerTable.All(session, city)
            .Where(table => session.Value($"SELECT EXISTS (SELECT FROM {table.Rows} WHERE to_version = 0 OR from_version IS NULL)") is true);
        return [.. edited.ToList().Select(table => Version(session, city, table))];
    }

    private static LayerVersion Version(Session session, CityRow city, LayerTable table)
    {
        var present = LayerReading.Current(session, city, table);
        var made = new LayerVersion(
            table.Layer, city.Version + 1, LayerHash.Of(present, LayerHash.RowDigests(present)), "edited outside this program",
            table.Newest.Epsg, present.Shapes.Count);
        session.Run($"UPDATE {table.Rows} SET from_version = $1 WHERE from_version IS NULL", made.Version);
        session.Run($"UPDATE {table.Rows} SET to_version = $1 WHERE to_version = 0", made.Version);
        LayerVersionRows.Add(session, city, made, table.GeometryType);
        return made;
    }
}
