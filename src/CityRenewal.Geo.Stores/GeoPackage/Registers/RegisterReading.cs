using System.Globalization;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Registers;

/// <summary>Reads a register from its tables.</summary>
internal static class RegisterReading
{
    internal static RenewalRegister Of(SqliteFile file)
    {
        if (!file.HasTable(RegisterTables.Entries))
        {
            return RenewalRegister.Empty;
        }

        var steps = Rows(file, $"SELECT entry_id, state, date, document FROM {RegisterTables.Steps} ORDER BY entry_id, number", row => (row.Text(0), StepOf(file, row)));
        var parcels = Rows(
            file, $"SELECT entry_id, parcel_id, land_m2, district_id, street_id, community_id FROM {RegisterTables.Parcels} ORDER BY id",
            row => (row.Text(0), new RegisteredParcel(row.Text(1), row.Real(2), row.Text(3), row.Text(4), row.Text(5))));
        var claims = Rows(
            file,
            $"SELECT d.entry_id, d.building_id, d.elective_share, d.exempt_share FROM {RegisterTables.Demolitions} d "
            + $"JOIN (SELECT entry_id, max(revision) AS revision FROM {RegisterTables.Dispositions} GROUP BY entry_id) USING (entry_id, revision) ORDER BY d.building_id",
            row => (row.Text(0), new DemolitionClaim(row.Text(1), row.Real(2), row.Real(3))));
        var disposed = file.Texts($"SELECT DISTINCT entry_id FROM {RegisterTables.Dispositions}").ToHashSet(StringComparer.Ordinal);
        return new RenewalRegister(
            [.. Entries(file).Select(entry => entry with
            {
                History = [.. steps[entry.Id]], Parcels = [.. parcels[entry.Id]], Claims = [.. claims[entry.Id]], HasDisposition = disposed.Contains(entry.Id),
            })],
            Baselines(file));
    }

    private static List<RegisterEntry> Entries(SqliteFile file)
    {
        var entries = new List<RegisterEntry>();
        using var rows = file.Prepare($"SELECT entry_id, kind, area_id, name, category, phase, fiscal_coefficient FROM {RegisterTables.Entries} ORDER BY id");
        while (rows.Step())
        {
            entries.Add(new RegisterEntry
            {
                Id = rows.Text(0),
                Kind = rows.Text(1) == "project" ? RegisterKind.Project : RegisterKind.Area,
                Area = rows.Text(2),
                Name = rows.Text(3),
                Category = rows.Text(4),
                Phase = rows.Text(5),
                FiscalCoefficient = rows.IsNull(6) ? null : rows.Real(6),
                Parcels = [],
                History = [],
            });
        }

        return entries;
    }

    private static List<AreaBaseline> Baselines(SqliteFile file)
    {
        var buildings = Rows(
            file,
            "SELECT area_id, building_id, parcel_id, floor_area_m2, floor_area_low_m2, floor_area_high_m2, footprint_m2, exempt_share, households, people "
            + $"FROM {RegisterTables.BaselineBuildings} ORDER BY building_id",
            row => (row.Text(0), new BaselineBuilding(
                row.Text(1), row.Text(2), new FloorArea(RealOf(row, 3), RealOf(row, 4), RealOf(row, 5)), row.Real(6), row.Real(7), WholeOf(row, 8), WholeOf(row, 9))));
        var baselines = new List<AreaBaseline>();
        using var rows = file.Prepare($"SELECT area_id, date, city_version FROM {RegisterTables.Baselines} ORDER BY id");
        while (rows.Step())
        {
            baselines.Add(new AreaBaseline(rows.Text(0), DateOf(file, rows.Text(1)), (int)rows.Integer(2), [.. buildings[rows.Text(0)]]));
        }

        return baselines;
    }

    private static RegisterStep StepOf(SqliteFile file, SqliteStatement row) => new(
        RegisterStates.Find(row.Text(1)) ?? throw new StoreException(
            $"{file.Path}, table {RegisterTables.Steps}", $"'{row.Text(1)}' is no state.", "Restore the file: another program wrote into the register."),
        DateOf(file, row.Text(2)),
        row.Text(3));

    private static DateOnly DateOf(SqliteFile file, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new StoreException($"{file.Path}, the register", $"'{text}' is no date.", "Restore the file: another program wrote into the register.");

    private static ILookup<string, T> Rows<T>(SqliteFile file, string sql, Func<SqliteStatement, (string Key, T Value)> read)
    {
        var found = new List<(string Key, T Value)>();
        using var rows = file.Prepare(sql);
        while (rows.Step())
        {
            found.Add(read(rows));
        }

        return found.ToLookup(one => one.Key, one => one.Value, StringComparer.Ordinal);
    }

    private static double RealOf(SqliteStatement row, int column) => row.IsNull(column) ? double.NaN : row.Real(column);

    private static int? WholeOf(SqliteStatement row, int column) => row.IsNull(column) ? null : (int)row.Integer(column);
}
