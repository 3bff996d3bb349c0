using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Registers;

/// <summary>Adds to a register what has been checked against it; changes nothing that is there.</summary>
internal static class RegisterAdding
{
    internal static void Entry(Session session, CityRow city, RegisterEntry entry, AreaBaseline? baseline)
    {
        RegisterRefusedException.ThrowIfAny(RegisterChecks.OfNew(RegisterRows.Read(session, city), entry));
        session.Run(
            $"INSERT INTO {CityTables.In(city, CityTables.Entries)} (entry_id, kind, area_id, name, category, phase, fiscal_coefficient) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            entry.Id, entry.Kind == RegisterKind.Project ? "project" : "area", entry.Area, entry.Name, entry.Category, entry.Phase, entry.FiscalCoefficient);
        Step(session, city, (entry.Id, 1), entry.History[0]);
        session.Run(
            $"INSERT INTO {CityTables.In(city, CityTables.Parcels)} (entry_id, parcel_id, land_m2, district_id, street_id, community_id) "
            + "SELECT $1, * FROM unnest($2::text[], $3::double precision[], $4::text[], $5::text[], $6::text[])",
            entry.Id, Column(entry.Parcels, parcel => parcel.Id), Column(entry.Parcels, parcel => parcel.LandM2), Column(entry.Parcels, parcel => parcel.District),
            Column(entry.Parcels, parcel => parcel.Street), Column(entry.Parcels, parcel => parcel.Community));
        if (baseline is not null)
        {
            Baseline(session, city, baseline);
        }

        if (entry.HasDisposition)
        {
            Disposition(session, city, (entry.Id, entry.Claims), (entry.History[0].Date, entry.History[0].Document));
        }
    }

    internal static void Move(Session session, CityRow city, string id, RegisterStep step)
    {
        var entry = Known(RegisterRows.Read(session, city), id);
        RegisterRefusedException.ThrowIfAny(RegisterChecks.OfStep(id, entry.History[^1], step));
        Step(session, city, (id, entry.History.Count + 1), step);
    }

    internal static void Demolition(
        Session session, CityRow city, (string Entry, IReadOnlyList<DemolitionClaim> Claims) what, (DateOnly Date, string Document) by)
    {
        Known(RegisterRows.Read(session, city), what.Entry);
        RegisterRefusedException.ThrowIfAny(RegisterChecks.OfDocument(what.Entry, by.Document));
        Disposition(session, city, what, by);
    }

    private static RegisterEntry Known(RenewalRegister register, string id) => register.Find(id)
        ?? throw new RegisterRefusedException([RegisterChecks.Unknown(id)]);

    private static void Step(Session session, CityRow city, (string Entry, int Number) at, RegisterStep step) => session.Run(
        $"INSERT INTO {CityTables.In(city, CityTables.Steps)} (entry_id, number, state, date, document) VALUES ($1, $2, $3, $4, $5)",
        at.Entry, at.Number, step.State.Wire(), step.Date, step.Document.Trim());

    private static void Baseline(Session session, CityRow city, AreaBaseline baseline)
    {
        session.Run(
            $"INSERT INTO {CityTables.In(city, CityTables.Baselines)} (area_id, date, city_version) VALUES ($1, $2, $3)", baseline.Area, baseline.Date, baseline.Version);
        foreach (var building in baseline.Buildings)
        {
            session.Run(
                $"INSERT INTO {CityTables.In(city, CityTables.BaselineBuildings)} (area_id, building_id, parcel_id, floor_area_m2, floor_area_low_m2, floor_area_high_m2, "
                + "footprint_m2, exempt_share, households, people) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                baseline.Area, building.Id, building.Parcel, Known(building.FloorArea.Value), Known(building.FloorArea.Low), Known(building.FloorArea.High),
                building.Footprint, building.ExemptShare, building.Households, building.People);
        }
    }

    private static void Disposition(
        Session session, CityRow city, (string Entry, IReadOnlyList<DemolitionClaim> Claims) what, (DateOnly Date, string Document) by)
    {
        var dispositions = CityTables.In(city, CityTables.Dispositions);
        var revision = 1 + (int)session.Value($"SELECT coalesce(max(revision), 0) FROM {dispositions} WHERE entry_id = $1", what.Entry)!;
        session.Run($"INSERT INTO {dispositions} (entry_id, revision, date, document) VALUES ($1, $2, $3, $4)", what.Entry, revision, by.Date, by.Document.Trim());
        session.Run(
            $"INSERT INTO {CityTables.In(city, CityTables.Demolitions)} (entry_id, revision, building_id, elective_share, exempt_share) "
            + "SELECT $1, $2, * FROM unnest($3::text[], $4::double precision[], $5::double precision[])",
            what.Entry, revision, Column(what.Claims, claim => claim.Building), Column(what.Claims, claim => claim.Elective), Column(what.Claims, claim => claim.Exempt));
    }

    private static object? Known(double value) => double.IsNaN(value) ? null : value;

    private static T[] Column<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value) => [.. rows.Select(value)];
}
