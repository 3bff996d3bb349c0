using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;
using Npgsql;

namespace CityRenewal.Geo.Stores.PostGis.Registers;

/// <summary>Reads a register from its tables.</summary>
internal static class RegisterRows
{
    internal static RenewalRegister Read(Session session, CityRow city)
    {
        string In(string table) => CityTables.In(city, table);
        var steps = session.Rows(
            $"SELECT entry_id, state, date, document FROM {In(CityTables.Steps)} ORDER BY entry_id, number", row => (row.GetString(0), StepOf(session, row))).ToLookup(row => row.Item1, row => row.Item2);
        var parcels = session.Rows(
            $"SELECT entry_id, parcel_id, land_m2, district_id, street_id, community_id FROM {In(CityTables.Parcels)} ORDER BY id",
            row => (row.GetString(0), new RegisteredParcel(row.GetString(1), row.GetDouble(2), row.GetString(3), row.GetString(4), row.GetString(5)))).ToLookup(row => row.Item1, row => row.Item2);
        var claims = session.Rows(
            $"SELECT d.entry_id, d.building_id, d.elective_share, d.exempt_share FROM {In(CityTables.Demolitions)} d "
            + $"JOIN (SELECT entry_id, max(revision) AS revision FROM {In(CityTables.Dispositions)} GROUP BY entry_id) newest USING (entry_id, revision) ORDER BY d.building_id",
            row => (row.GetString(0), new DemolitionClaim(row.GetString(1), row.GetDouble(2), row.GetDouble(3)))).ToLookup(row => row.Item1, row => row.Item2);
        var disposed = session.Rows($"SELECT DISTINCT entry_id FROM {In(CityTables.Dispositions)}", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        var entries = session.Rows($"SELECT entry_id, kind, area_id, name, category, phase, fiscal_coefficient FROM {In(CityTables.Entries)} ORDER BY id", EntryOf);
        return new RenewalRegister(
            [.. entries.Select(entry => entry with
            {
                History = [.. steps[entry.Id]], Parcels = [.. parcels[entry.Id]], Claims = [.. claims[entry.Id]], HasDisposition = disposed.Contains(entry.Id),
            })],
            Baselines(session, city));
    }

    private static List<AreaBaseline> Baselines(Session session, CityRow city)
    {
        var buildings = session.Rows(
            "SELECT area_id, building_id, parcel_id, floor_area_m2, floor_area_low_m2, floor_area_high_m2, footprint_m2, exempt_share, households, people "
            + $"FROM {CityTables.In(city, CityTables.BaselineBuildings)} ORDER BY building_id",
            row => (row.GetString(0), new BaselineBuilding(
                row.GetString(1), row.GetString(2), new FloorArea(Real(row, 3), Real(row, 4), Real(row, 5)), row.GetDouble(6), row.GetDouble(7), Whole(row, 8), Whole(row, 9))))
            .ToLookup(row => row.Item1, row => row.Item2);
        return session.Rows(
            $"SELECT area_id, date, city_version FROM {CityTables.In(city, CityTables.Baselines)} ORDER BY id",
            row => new AreaBaseline(row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetInt32(2), [.. buildings[row.GetString(0)]]));
    }

    private static RegisterEntry EntryOf(NpgsqlDataReader row) => new()
    {
        Id = row.GetString(0),
        Kind = row.GetString(1) == "project" ? RegisterKind.Project : RegisterKind.Area,
        Area = row.GetString(2),
        Name = row.GetString(3),
        Category = row.GetString(4),
        Phase = row.GetString(5),
        FiscalCoefficient = row.IsDBNull(6) ? null : row.GetDouble(6),
        Parcels = [],
        History = [],
    };

    private static RegisterStep StepOf(Session session, NpgsqlDataReader row) => new(
        RegisterStates.Find(row.GetString(1)) ?? throw new StoreException(
            $"{session.Place}, table {CityTables.Steps}", $"'{row.GetString(1)}' is no state.", "Restore the database: another program wrote into the register."),
        row.GetFieldValue<DateOnly>(2),
        row.GetString(3));

    private static double Real(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? double.NaN : row.GetDouble(column);

    private static int? Whole(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
