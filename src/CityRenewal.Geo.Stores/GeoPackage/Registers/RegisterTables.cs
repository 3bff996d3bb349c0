using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Registers;

/// <summary>
/// The tables of a city file that keep its register and what building ledgers brought back. Rows are only ever added: triggers refuse
/// every change and every deletion, whoever tries.
/// </summary>
internal static class RegisterTables
{
    internal const string Entries = "register_entries";
    internal const string Steps = "register_steps";
    internal const string Parcels = "register_parcels";
    internal const string Baselines = "register_baselines";
    internal const string BaselineBuildings = "register_baseline_buildings";
    internal const string Dispositions = "register_dispositions";
    internal const string Demolitions = "register_demolitions";
    internal const string LedgerRecords = "ledger_records";

    private static readonly (string Name, string Title, string Columns)[] Tables =
    [
        (Entries, "更新项目库 Renewal register",
            "entry_id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, area_id TEXT NOT NULL, name TEXT NOT NULL, category TEXT NOT NULL, phase TEXT NOT NULL, fiscal_coefficient DOUBLE"),
        (Steps, "项目库状态 Register steps", "entry_id TEXT NOT NULL, number MEDIUMINT NOT NULL, state TEXT NOT NULL, date TEXT NOT NULL, document TEXT NOT NULL, UNIQUE (entry_id, number)"),
        (Parcels, "项目库地块 Register parcels",
            "entry_id TEXT NOT NULL, parcel_id TEXT NOT NULL, land_m2 DOUBLE NOT NULL, district_id TEXT NOT NULL, street_id TEXT NOT NULL, community_id TEXT NOT NULL, UNIQUE (entry_id, parcel_id)"),
        (Baselines, "更新前基准 Baselines", "area_id TEXT NOT NULL UNIQUE, date TEXT NOT NULL, city_version MEDIUMINT NOT NULL"),
        (BaselineBuildings, "基准建筑 Baseline buildings",
            "area_id TEXT NOT NULL, building_id TEXT NOT NULL, parcel_id TEXT NOT NULL, floor_area_m2 DOUBLE, floor_area_low_m2 DOUBLE, floor_area_high_m2 DOUBLE, footprint_m2 DOUBLE NOT NULL, "
            + "exempt_share DOUBLE NOT NULL, households MEDIUMINT, people MEDIUMINT, UNIQUE (area_id, building_id)"),
        (Dispositions, "登记的处置方案 Registered dispositions",
            "entry_id TEXT NOT NULL, revision MEDIUMINT NOT NULL, date TEXT NOT NULL, document TEXT NOT NULL, UNIQUE (entry_id, revision)"),
        (Demolitions, "登记的拆除 Registered demolition",
            "entry_id TEXT NOT NULL, revision MEDIUMINT NOT NULL, building_id TEXT NOT NULL, elective_share DOUBLE NOT NULL, exempt_share DOUBLE NOT NULL, UNIQUE (entry_id, revision, building_id)"),
        (LedgerRecords, "一幢一档回填 Building ledger records",
            "building_id TEXT NOT NULL, field TEXT NOT NULL, old_value TEXT NOT NULL, new_value TEXT NOT NULL, date TEXT NOT NULL, document TEXT NOT NULL"),
    ];

    /// <summary>The tables, those that others refer to first.</summary>
    internal static IEnumerable<string> Names => Tables.Select(table => table.Name);

    /// <summary>Whether a table is one of these.</summary>
    internal static bool Has(string table) => Tables.Any(known => known.Name == table);

    internal static void Create(SqliteFile file)
    {
        foreach (var (name, title, columns) in Tables)
        {
            file.Execute($"CREATE TABLE {name} (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {columns})");
            foreach (var change in new[] { "UPDATE", "DELETE" })
            {
                file.Execute(
                    $"CREATE TRIGGER {name}_no_{change.ToLowerInvariant()} BEFORE {change} ON {name} BEGIN "
                    + $"SELECT RAISE(ABORT, 'the register keeps every row: add one, change none 登记只增不改'); END");
            }

            GeoPackageTables.ListAttributes(file, name, title, "");
        }
    }
}
