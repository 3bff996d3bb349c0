using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.PostGis.Connections;

namespace CityRenewal.Geo.Stores.PostGis.Schema;

/// <summary>
/// The schema of a city: its register, to whose tables rows are only ever added, the areas of all its plans for QGIS, and its layers,
/// which come with the first version of each.
/// </summary>
internal static class CityTables
{
    internal const string Entries = "register_entries";
    internal const string Steps = "register_steps";
    internal const string Parcels = "register_parcels";
    internal const string Baselines = "register_baselines";
    internal const string BaselineBuildings = "register_baseline_buildings";
    internal const string Dispositions = "register_dispositions";
    internal const string Demolitions = "register_demolitions";
    internal const string RenewalAreas = "renewal_areas";

    private static readonly (string Name, string Title, string Columns)[] Register =
    [
        (Entries, "更新项目库 Renewal register",
            "entry_id text NOT NULL UNIQUE, kind text NOT NULL, area_id text NOT NULL, name text NOT NULL, category text NOT NULL, phase text NOT NULL, fiscal_coefficient double precision"),
        (Steps, "项目库状态 Register steps", "entry_id text NOT NULL, number integer NOT NULL, state text NOT NULL, date date NOT NULL, document text NOT NULL, UNIQUE (entry_id, number)"),
        (Parcels, "项目库地块 Register parcels",
            "entry_id text NOT NULL, parcel_id text NOT NULL, land_m2 double precision NOT NULL, district_id text NOT NULL, street_id text NOT NULL, community_id text NOT NULL, UNIQUE (entry_id, parcel_id)"),
        (Baselines, "更新前基准 Baselines", "area_id text NOT NULL UNIQUE, date date NOT NULL, city_version integer NOT NULL"),
        (BaselineBuildings, "基准建筑 Baseline buildings",
            "area_id text NOT NULL, building_id text COLLATE \"C\" NOT NULL, parcel_id text NOT NULL, floor_area_m2 double precision, floor_area_low_m2 double precision, floor_area_high_m2 double precision, "
            + "footprint_m2 double precision NOT NULL, exempt_share double precision NOT NULL, households integer, people integer, UNIQUE (area_id, building_id)"),
        (Dispositions, "登记的处置方案 Registered dispositions", "entry_id text NOT NULL, revision integer NOT NULL, date date NOT NULL, document text NOT NULL, UNIQUE (entry_id, revision)"),
        (Demolitions, "登记的拆除 Registered demolition",
            "entry_id text NOT NULL, revision integer NOT NULL, building_id text COLLATE \"C\" NOT NULL, elective_share double precision NOT NULL, exempt_share double precision NOT NULL, UNIQUE (entry_id, revision, building_id)"),
    ];

    internal static void Create(Session session, CityRow city, int srid)
    {
        session.Run($"CREATE SCHEMA {FeatureTable.Quoted(city.Schema)}");
        foreach (var (name, title, columns) in Register)
        {
            session.Run($"""
                CREATE TABLE {In(city, name)} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, {columns});
                COMMENT ON TABLE {In(city, name)} IS '{title}';
                CREATE TRIGGER rows_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON {In(city, name)} EXECUTE FUNCTION cityrenewal.rows_stay();
                """);
        }

        session.Run($"""
            CREATE TABLE {In(city, RenewalAreas)} (
              fid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, plan_id text COLLATE "C" NOT NULL, area_id text NOT NULL, measures jsonb NOT NULL,
              geom geometry(MultiPolygon{(srid > 0 ? $", {srid}" : "")}));
            CREATE INDEX ON {In(city, RenewalAreas)} (plan_id);
            CREATE INDEX ON {In(city, RenewalAreas)} USING gist (geom);
            COMMENT ON TABLE {In(city, RenewalAreas)} IS '更新片区 Renewal areas of all plans';
            """);
    }

    /// <summary>A table of the city, quoted.</summary>
    internal static string In(CityRow city, string table) => $"{FeatureTable.Quoted(city.Schema)}.{table}";
}
