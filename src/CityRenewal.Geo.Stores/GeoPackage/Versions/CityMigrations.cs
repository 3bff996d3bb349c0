using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Versions;

/// <summary>
/// The steps that bring an older city file to the schema of today, in their order. They run inside the transaction of the
/// first change; reading an older file needs none of them and leaves it as it is.
/// </summary>
internal static class CityMigrations
{
    // Step i brings version i + 1 to version i + 2.
    private static readonly IReadOnlyList<Action<SqliteFile>> Steps = [InstallEditTracking];

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
}
