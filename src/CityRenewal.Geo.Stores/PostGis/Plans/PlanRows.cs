using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;
using Npgsql;

namespace CityRenewal.Geo.Stores.PostGis.Plans;

/// <summary>Rows of the table of plans.</summary>
internal static class PlanRows
{
    private const string Columns = "id, title, state, revision, author, created, changed, data_version, layers_version, rule_pack, from_plan, areas, open_findings";

    internal static List<OfficePlan> All(Session session, CityRow city) =>
        session.Rows($"SELECT {Columns} FROM cityrenewal.plans WHERE city = $1 ORDER BY id", Read, city.Number);

    internal static OfficePlan? Find(Session session, CityRow city, string plan) =>
        !OfficeNames.IsId(plan) ? null : session.Rows($"SELECT {Columns} FROM cityrenewal.plans WHERE city = $1 AND id = $2", Read, city.Number, plan).FirstOrDefault();

    internal static byte[]? Message(Session session, CityRow city, string plan) => Find(session, city, plan) is null
        ? null
        : (byte[]?)session.Value("SELECT message FROM cityrenewal.plans WHERE city = $1 AND id = $2", city.Number, plan);

    /// <summary>A plan that nobody else changes until the transaction is over.</summary>
    /// <exception cref="OfficeConflictException">There is none, or it is another revision than the caller saw.</exception>
    internal static OfficePlan Hold(Session session, CityRow city, string plan, int? revision)
    {
        _ = Find(session, city, plan) ?? throw Missing(city.Id, plan);
        session.Run("SET LOCAL lock_timeout = '10s'");
        session.Run("SELECT FROM cityrenewal.plans WHERE city = $1 AND id = $2 FOR UPDATE", city.Number, plan);
        var known = Find(session, city, plan) ?? throw Missing(city.Id, plan);
        return revision is null || revision == known.Revision ? known : throw new OfficeConflictException(
            OfficeConflict.Changed, $"The plan {plan} was changed since it was read (revision {known.Revision}, not {revision}); read it again.");
    }

    internal static void Add(Session session, CityRow city, OfficePlan plan, byte[] message)
    {
        try
        {
            session.Run(
                $"INSERT INTO cityrenewal.plans (city, {Columns}, message) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                city.Number, plan.Id, plan.Title, (short)plan.State, plan.Revision, plan.Author, plan.Created.ToUniversalTime(), plan.Changed.ToUniversalTime(),
                plan.DataVersion, plan.LayersVersion, plan.RulePack, plan.From, plan.Areas, plan.OpenFindings, message);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new OfficeConflictException(OfficeConflict.Exists, $"There is a plan {plan.Id} in {city.Id} already; take another id.");
        }
    }

    internal static void Change(Session session, CityRow city, OfficePlan plan) => session.Run(
        "UPDATE cityrenewal.plans SET title = $3, state = $4, revision = $5, author = $6, created = $7, changed = $8, data_version = $9, layers_version = $10, "
        + "rule_pack = $11, from_plan = $12, areas = $13, open_findings = $14 WHERE city = $1 AND id = $2",
        city.Number, plan.Id, plan.Title, (short)plan.State, plan.Revision, plan.Author, plan.Created.ToUniversalTime(), plan.Changed.ToUniversalTime(),
        plan.DataVersion, plan.LayersVersion, plan.RulePack, plan.From, plan.Areas, plan.OpenFindings);

    internal static OfficeConflictException Missing(string city, string plan) => new(OfficeConflict.Missing, $"There is no plan {plan} in {city}.");

    private static OfficePlan Read(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1), (PlanState)row.GetInt16(2))
    {
        Revision = row.GetInt32(3),
        Author = row.GetString(4),
        Created = row.GetFieldValue<DateTimeOffset>(5),
        Changed = row.GetFieldValue<DateTimeOffset>(6),
        DataVersion = row.GetString(7),
        LayersVersion = row.GetString(8),
        RulePack = row.GetString(9),
        From = row.GetString(10),
        Areas = row.GetInt32(11),
        OpenFindings = row.GetInt32(12),
    };
}
