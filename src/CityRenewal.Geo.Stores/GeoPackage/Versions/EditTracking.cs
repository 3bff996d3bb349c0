using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Versions;

/// <summary>
/// Triggers that notice when QGIS or anybody else edits a layer: the versioned row goes to the history first, the edited
/// one has no version until the next update gives it one, and legal measures that no longer fit are forgotten.
/// </summary>
internal static class EditTracking
{
    private static readonly string[] Events = ["insert", "update", "delete"];

    internal static void Install(SqliteFile file, string layer)
    {
        Remove(file, layer);
        var columns = ColumnsOf(file, layer);
        var names = string.Concat(columns.Select(name => $", {FeatureTable.Quoted(name)}"));
        var old = string.Concat(columns.Select(name => $", OLD.{FeatureTable.Quoted(name)}"));
        var keep = $"INSERT INTO \"{CitySchema.HistoryOf(layer)}\" (to_version{names}) SELECT NULL{old} WHERE ";
        var hasMeasures = columns.Contains(LegalMeasures.AreaColumn) && columns.Contains(LegalMeasures.PerimeterColumn);
        var forget = hasMeasures ? $", {LegalMeasures.AreaColumn} = NULL, {LegalMeasures.PerimeterColumn} = NULL" : "";
        var forgetIfMoved = hasMeasures
            ? string.Concat(new[] { LegalMeasures.AreaColumn, LegalMeasures.PerimeterColumn }
                .Select(name => $", {name} = CASE WHEN OLD.geom IS NEW.geom THEN NEW.{name} END"))
            : "";
        var isCopy = hasMeasures
            ? $"NEW.from_version NOTNULL OR NEW.{LegalMeasures.AreaColumn} NOTNULL OR NEW.{LegalMeasures.PerimeterColumn} NOTNULL"
            : "NEW.from_version NOTNULL";
        file.Execute($"""
            CREATE TRIGGER "{NameOf(layer, "insert")}" AFTER INSERT ON "{layer}" WHEN {isCopy} BEGIN
              UPDATE "{layer}" SET from_version = NULL{forget} WHERE fid = NEW.fid; END;
            CREATE TRIGGER "{NameOf(layer, "update")}" AFTER UPDATE ON "{layer}"
              WHEN (OLD.from_version NOTNULL AND NEW.from_version NOTNULL) OR OLD.geom IS NOT NEW.geom BEGIN
              {keep} OLD.from_version NOTNULL;
              UPDATE "{layer}" SET from_version = NULL{forgetIfMoved} WHERE fid = NEW.fid; END;
            CREATE TRIGGER "{NameOf(layer, "delete")}" AFTER DELETE ON "{layer}" BEGIN {keep} OLD.from_version NOTNULL; END;
            """);
    }

    internal static void Remove(SqliteFile file, string layer)
    {
        foreach (var happening in Events)
        {
            file.Execute($"DROP TRIGGER IF EXISTS \"{NameOf(layer, happening)}\"");
        }
    }

    /// <summary>Whether rows were edited since the last version was made.</summary>
    internal static bool HasEdits(SqliteFile file, string layer) =>
        file.Scalar($"SELECT EXISTS (SELECT 1 FROM \"{layer}\" WHERE from_version IS NULL)") == 1
        || file.Scalar($"SELECT EXISTS (SELECT 1 FROM \"{CitySchema.HistoryOf(layer)}\" WHERE to_version IS NULL)") == 1;

    // Columns that the history has too: one that a user added in QGIS stays with the current rows.
    private static List<string> ColumnsOf(SqliteFile file, string layer)
    {
        var kept = file.Texts("SELECT name FROM pragma_table_info(?1)", CitySchema.HistoryOf(layer)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. file.Texts("SELECT name FROM pragma_table_info(?1)", layer).Where(name => name != "fid" && kept.Contains(name))];
    }

    private static string NameOf(string layer, string happening) => $"version_{layer}_{happening}";
}
