namespace CityRenewal.Geo.Stores.PostGis.Schema;

/// <summary>
/// The tables of an office that all its cities share. Ids sort as their bytes do, so that every database gives the same order. What
/// belongs to one city alone lies in a schema of its own, see <see cref="CityTables"/>.
/// </summary>
internal static class OfficeTables
{
    internal const string Create = """
        CREATE TABLE cityrenewal.cities (
          number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text COLLATE "C" NOT NULL UNIQUE, schema text NOT NULL UNIQUE,
          version integer NOT NULL, layers_version text NOT NULL, edits bigint NOT NULL DEFAULT 0, edits_versioned bigint NOT NULL DEFAULT 0);
        COMMENT ON TABLE cityrenewal.cities IS '城市 Cities: newest version of the layers, and how often they were edited outside the program';
        CREATE TABLE cityrenewal.city_settings (
          city integer NOT NULL REFERENCES cityrenewal.cities ON DELETE CASCADE, name text NOT NULL, value text NOT NULL, PRIMARY KEY (city, name));
        CREATE TABLE cityrenewal.layer_versions (
          city integer NOT NULL REFERENCES cityrenewal.cities ON DELETE CASCADE, layer text COLLATE "C" NOT NULL, version integer NOT NULL,
          hash text NOT NULL, origin text NOT NULL, epsg integer NOT NULL, features integer NOT NULL, geometry_type text NOT NULL,
          PRIMARY KEY (city, layer, version));
        COMMENT ON TABLE cityrenewal.layer_versions IS '图层版本 Every version of every layer, with its hash';

        CREATE TABLE cityrenewal.plans (
          city integer NOT NULL REFERENCES cityrenewal.cities ON DELETE CASCADE, id text COLLATE "C" NOT NULL, title text NOT NULL,
          state smallint NOT NULL, revision integer NOT NULL, author text NOT NULL, created timestamptz NOT NULL, changed timestamptz NOT NULL,
          data_version text NOT NULL, layers_version text NOT NULL, rule_pack text NOT NULL, from_plan text NOT NULL, areas integer NOT NULL,
          open_findings integer NOT NULL, message bytea NOT NULL, PRIMARY KEY (city, id));
        CREATE TABLE cityrenewal.plan_parts (
          city integer NOT NULL, plan text COLLATE "C" NOT NULL, number integer NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (city, plan, number),
          FOREIGN KEY (city, plan) REFERENCES cityrenewal.plans ON DELETE CASCADE);
        ALTER TABLE cityrenewal.plan_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;
        COMMENT ON TABLE cityrenewal.plan_parts IS 'The GeoPackages of plans, in parts of some megabytes';

        CREATE TABLE cityrenewal.runs (
          id text COLLATE "C" PRIMARY KEY, kind text NOT NULL, city text NOT NULL, state smallint NOT NULL, caller text NOT NULL,
          request bytea NOT NULL, response bytea NOT NULL, error bytea NOT NULL, stage text NOT NULL, found double precision,
          bound double precision, attempts integer NOT NULL, created timestamptz NOT NULL, ended timestamptz);
        CREATE TABLE cityrenewal.requests (
          caller text NOT NULL, request text NOT NULL, method text NOT NULL, hash text NOT NULL, response bytea NOT NULL,
          time timestamptz NOT NULL, PRIMARY KEY (caller, request));
        CREATE TABLE cityrenewal.sessions (
          id text COLLATE "C" PRIMARY KEY, city text NOT NULL, plan text NOT NULL, caller text NOT NULL, edits text[] NOT NULL,
          made integer NOT NULL, changed timestamptz NOT NULL);
        CREATE TABLE cityrenewal.calls (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, time timestamptz NOT NULL, caller text NOT NULL, role text NOT NULL,
          method text NOT NULL, resource text NOT NULL, status text NOT NULL);
        COMMENT ON TABLE cityrenewal.calls IS '调用记录 Who called what; rows are added, none is changed';

        CREATE FUNCTION cityrenewal.rows_stay() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '% keeps every row: add one, change none 只增不改', TG_TABLE_NAME;
        END $$;
        CREATE TRIGGER rows_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON cityrenewal.calls EXECUTE FUNCTION cityrenewal.rows_stay();

        """;
}
