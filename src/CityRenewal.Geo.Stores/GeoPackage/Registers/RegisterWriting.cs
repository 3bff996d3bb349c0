using System.Globalization;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Registers;

/// <summary>Adds rows to the tables of a register; changes none.</summary>
internal static class RegisterWriting
{
    internal static void Add(SqliteFile file, RegisterEntry entry)
    {
        using (var insert = file.Prepare(
            $"INSERT INTO {RegisterTables.Entries} (entry_id, kind, area_id, name, category, phase, fiscal_coefficient) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"))
        {
            insert.Bind(1, entry.Id).Bind(2, entry.Kind == RegisterKind.Project ? "project" : "area").Bind(3, entry.Area)
                .Bind(4, entry.Name).Bind(5, entry.Category).Bind(6, entry.Phase);
            Bind(insert, 7, entry.FiscalCoefficient).Run();
        }

        Add(file, entry.Id, 1, entry.History[0]);
        using var parcels = file.Prepare(
            $"INSERT INTO {RegisterTables.Parcels} (entry_id, parcel_id, land_m2, district_id, street_id, community_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        foreach (var parcel in entry.Parcels)
        {
            parcels.Bind(1, entry.Id).Bind(2, parcel.Id).Bind(3, parcel.LandM2).Bind(4, parcel.District).Bind(5, parcel.Street).Bind(6, parcel.Community).Run();
        }
    }

    internal static void Add(SqliteFile file, string entry, int number, RegisterStep step)
    {
        using var insert = file.Prepare($"INSERT INTO {RegisterTables.Steps} (entry_id, number, state, date, document) VALUES (?1, ?2, ?3, ?4, ?5)");
        insert.Bind(1, entry).Bind(2, number).Bind(3, step.State.Wire()).Bind(4, Text(step.Date)).Bind(5, step.Document.Trim()).Run();
    }

    internal static void Add(SqliteFile file, AreaBaseline baseline)
    {
        using (var insert = file.Prepare($"INSERT INTO {RegisterTables.Baselines} (area_id, date, city_version) VALUES (?1, ?2, ?3)"))
        {
            insert.Bind(1, baseline.Area).Bind(2, Text(baseline.Date)).Bind(3, baseline.Version).Run();
        }

        using var buildings = file.Prepare(
            $"INSERT INTO {RegisterTables.BaselineBuildings} (area_id, building_id, parcel_id, floor_area_m2, floor_area_low_m2, floor_area_high_m2, footprint_m2, exempt_share, households, people) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
        foreach (var building in baseline.Buildings)
        {
            buildings.Bind(1, baseline.Area).Bind(2, building.Id).Bind(3, building.Parcel).Bind(7, building.Footprint).Bind(8, building.ExemptShare);
            Bind(buildings, 4, building.FloorArea.Value);
            Bind(buildings, 5, building.FloorArea.Low);
            Bind(buildings, 6, building.FloorArea.High);
            Bind(buildings, 9, building.Households);
            Bind(buildings, 10, building.People).Run();
        }
    }

    internal static void Add(SqliteFile file, string entry, IReadOnlyList<DemolitionClaim> claims, (DateOnly Date, string Document) by)
    {
        var revision = 1 + file.Scalar($"SELECT max(revision) FROM {RegisterTables.Dispositions} WHERE entry_id = ?1", entry);
        using (var insert = file.Prepare($"INSERT INTO {RegisterTables.Dispositions} (entry_id, revision, date, document) VALUES (?1, ?2, ?3, ?4)"))
        {
            insert.Bind(1, entry).Bind(2, revision).Bind(3, Text(by.Date)).Bind(4, by.Document.Trim()).Run();
        }

        using var rows = file.Prepare(
            $"INSERT INTO {RegisterTables.Demolitions} (entry_id, revision, building_id, elective_share, exempt_share) VALUES (?1, ?2, ?3, ?4, ?5)");
        foreach (var claim in claims)
        {
            rows.Bind(1, entry).Bind(2, revision).Bind(3, claim.Building).Bind(4, claim.Elective).Bind(5, claim.Exempt).Run();
        }
    }

    internal static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static SqliteStatement Bind(SqliteStatement statement, int parameter, double? value) =>
        value is { } known && !double.IsNaN(known) ? statement.Bind(parameter, known) : statement.BindNull(parameter);

    private static SqliteStatement Bind(SqliteStatement statement, int parameter, int? value) =>
        value is { } known ? statement.Bind(parameter, (long)known) : statement.BindNull(parameter);
}
