namespace CityRenewal.Geo.Stores.PostGis.Schema;

/// <summary>
/// Triggers that notice when QGIS or anybody else edits a layer: the versioned row is kept as one that ended (to_version 0), the
/// edited one has no version until the next update gives both one, and legal measures that no longer fit are forgotten. Rows of
/// earlier versions are never changed. Our own changes say that they are ours, and are let by.
/// </summary>
internal static class EditTriggers
{
    /// <summary>Says within a transaction that what follows is ours.</summary>
    internal const string LetBy = "SET LOCAL cityrenewal.writing = 'on'";

    private const string IsOutside = "pg_trigger_depth() = 0 AND current_setting('cityrenewal.writing', true) IS DISTINCT FROM 'on'";

    /// <summary>The functions that the triggers call.</summary>
    internal const string Create = """
        CREATE FUNCTION cityrenewal.keep_edited_row() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE kept record; has_measures boolean := TG_ARGV[1] = 'measured';
        BEGIN
          IF TG_OP <> 'INSERT' THEN
            IF OLD.to_version IS NOT NULL THEN
              RAISE EXCEPTION 'rows of earlier versions are never changed 历史版本不可修改';
            END IF;
            IF OLD.from_version IS NOT NULL THEN
              kept := OLD;
              kept.fid := nextval(TG_ARGV[0]::regclass);
              kept.to_version := 0;
              EXECUTE format('INSERT INTO %I.%I SELECT ($1).*', TG_TABLE_SCHEMA, TG_TABLE_NAME) USING kept;
            END IF;
          END IF;
          IF TG_OP = 'DELETE' THEN
            RETURN OLD;
          END IF;
          NEW.from_version := NULL;
          NEW.to_version := NULL;
          IF TG_OP = 'UPDATE' THEN
            NEW.fid := OLD.fid;
          END IF;
          IF TG_OP = 'INSERT' OR NEW.geom::bytea IS DISTINCT FROM OLD.geom::bytea THEN
            NEW.geom_delivered := NULL;
            IF has_measures THEN
              NEW.legal_area_m2 := NULL;
              NEW.legal_perimeter_m := NULL;
            END IF;
          END IF;
          RETURN NEW;
        END $$;

        CREATE FUNCTION cityrenewal.count_edit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
        BEGIN
          UPDATE cityrenewal.cities SET edits = edits + 1 WHERE schema = TG_TABLE_SCHEMA;
          RETURN NULL;
        END $$;

        CREATE FUNCTION cityrenewal.refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '% keeps the rows of all versions: delete the features of the view instead 请在当前图层中删除要素', TG_TABLE_NAME;
        END $$;

        """;

    /// <summary>The triggers of one table of rows.</summary>
    /// <param name="table">The table, quoted, with its schema.</param>
    /// <param name="sequence">The sequence of its row numbers, as a text in SQL.</param>
    /// <param name="hasMeasures">Whether it keeps legal measures.</param>
    internal static string For(string table, string sequence, bool hasMeasures) => $"""
        CREATE TRIGGER keep_edited_row BEFORE INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW
          WHEN ({IsOutside}) EXECUTE FUNCTION cityrenewal.keep_edited_row({sequence}, '{(hasMeasures ? "measured" : "")}');
        CREATE TRIGGER count_edit AFTER INSERT OR UPDATE OR DELETE ON {table} FOR EACH STATEMENT
          WHEN ({IsOutside}) EXECUTE FUNCTION cityrenewal.count_edit();
        CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION cityrenewal.refuse_truncate();
        """;
}
