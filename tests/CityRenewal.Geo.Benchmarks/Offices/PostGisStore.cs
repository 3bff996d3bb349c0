using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.PostGis;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Layers;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Benchmarks.Offices;

/// <summary>Parcels into PostGIS and features out of it, beside ogr2ogr with COPY.</summary>
internal static class PostGisStore
{
    private const string City = "benchmark";

    private static readonly (string Load, string Index) In = ("parcels into PostGIS, no index yet", "their GiST index");

    internal static void Run(TrialBook book, IReadOnlyList<SourceLayer> layers, (string Folder, string Connection) at)
    {
        var parcels = layers.First(layer => layer.Name == LayerNames.Parcels);
        var count = parcels.Shapes.Count;
        using var office = PostGisOffice.Open(at.Connection);
        using var database = PostGisDatabase.Open(at.Connection);
        StagedRun.Enter(
            book, In, ("ours", count, "hashed, legal areas measured, laid along a curve, binary COPY; with the index: primary key, view, triggers, statistics"),
            (() => TidyUp(office), progress => Bring(database, parcels, progress)));
        if (book.HasPeers)
        {
            var source = Path.Combine(at.Folder, "parcels.gpkg");
            Ogr.Sql(at.Connection, $"DROP SCHEMA IF EXISTS {Ogr.Schema} CASCADE; CREATE SCHEMA {Ogr.Schema}");
            book.Peer("stores", In.Load, "ogr2ogr -f PostgreSQL", count, count, () => Ogr.ToPostGis(source, at.Connection), note: "PG_USE_COPY, copied only; its primary key included");
            book.Peer("stores", In.Index, "PostGIS", count, count, () => Ogr.Sql(at.Connection, $"CREATE INDEX ON {Ogr.Schema}.parcels USING gist (geom)"), runs: 1, note: "GiST alone, rows in the same order");
        }

        Out(book, database, count, at.Connection);
        TidyUp(office);
    }

    private static void Out(TrialBook book, PostGisDatabase database, int count, string connection)
    {
        const string Operation = "parcels out of PostGIS in sheets";
        book.Ours("stores", Operation, count, count, () => EmbeddedStore.Drain(new CityReading(database, City).Sheets(LayerNames.Parcels, default)), "one thread");
        if (book.HasPeers)
        {
            book.Peer("stores", Operation, "ogr2ogr -f Memory", count, count, () => Ogr.Read(Ogr.Address(connection), $"{Ogr.Schema}.parcels"));
            Ogr.Sql(connection, $"DROP SCHEMA {Ogr.Schema} CASCADE");
        }
    }

    // What founding a city does with one layer, without putting the city together beside it.
    private static void Bring(PostGisDatabase database, SourceLayer parcels, IProgress<WorkProgress> progress) => database.Change(session =>
    {
        var converted = CityLayers.Checked([parcels], session.Place)[0];
        session.Run("INSERT INTO cityrenewal.cities (id, schema, version, layers_version) VALUES ($1, $2, 0, '')", City, CityRow.SchemaFor(City));
        var city = CityRow.Get(session, City);
        CityTables.Create(session, city, LayerTables.SridOf(session, parcels.Epsg));
        LayerTables.Bring(session, city, (converted, 1), progress);
        CityUpdate.Confirm(session, city);
    });

    private static void TidyUp(PostGisOffice office)
    {
        if (office.Find(City) is not null)
        {
            office.Delete(City, null);
        }
    }
}
