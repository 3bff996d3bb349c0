using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Registers;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Versions;

/// <summary>
/// The steps that bring an older city file to the schema of today, in their order. They run inside the transaction of the
/// first change; reading an older file needs none of them and leaves it as it is.
/// </summary>
internal static class CityMigrations
{
    // Step i brings version i + 1 to version i + 2; version 5 keeps a register.
    private static readonly IReadOnlyList<Action<SqliteFile>> Steps = [InstallEditTracking, AddCertificatesAndParts, ListAllTables, RegisterTables.Create];

    /// <summary>The version that the steps lead to.</summary>
    internal static int Newest => Steps.Count + 1;

    /// <summary>Runs the steps that the file has not seen yet.</summary>
    internal static void Apply(SqliteFile file)
    {
        var version = CitySchema.Check(file);
        foreach (var step in Steps.Skip(version - 1))
        {
            step(file);
            file.Execute($"UPDATE schema_version SET version = {++version}");
        }
    }

    // Version 2: edits made in QGIS keep the rows they replace.
    private static void InstallEditTracking(SqliteFile file)
    {
        foreach (var layer in LayerVersion.ReadCurrent(file))
        {
            EditTracking.Install(file, layer.Layer);
        }
    }

    // Version 3: a danger certificate has its date and body, and a building keeps the parts that it was made of.
    private static void AddCertificatesAndParts(SqliteFile file)
    {
        if (!file.HasTable(LayerNames.Buildings))
        {
            return;
        }

        EditTracking.Remove(file, LayerNames.Buildings);
        foreach (var table in new[] { LayerNames.Buildings, CitySchema.HistoryOf(LayerNames.Buildings) })
        {
            var known = file.Texts("SELECT name FROM pragma_table_info(?1)", table).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var column in new[] { "danger_certificate_date", "danger_certificate_body", "parts" }.Where(column => !known.Contains(column)))
            {
                file.Execute($"ALTER TABLE \"{table}\" ADD COLUMN \"{column}\" TEXT");
            }
        }

        EditTracking.Install(file, LayerNames.Buildings);
    }

    // Version 4: every table is listed, so that QGIS opens all that it shows.
    private static void ListAllTables(SqliteFile file)
    {
        CitySchema.ListVersion(file);
        foreach (var layer in LayerVersion.ReadCurrent(file))
        {
            CitySchema.ListHistory(file, layer.Layer);
        }
    }
}
