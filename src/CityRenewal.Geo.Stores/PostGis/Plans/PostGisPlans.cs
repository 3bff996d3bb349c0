using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Records;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Plans;

/// <summary>The plans of one city. A plan's GeoPackage lies in the database, and in a temporary folder while somebody works on it.</summary>
internal sealed class PostGisPlans(PostGisDatabase database, string city)
{
    internal IReadOnlyList<OfficePlan> All() => database.Snapshot(session => PlanRows.All(session, CityRow.Get(session, city)));

    internal OfficePlan? Find(string plan) => database.Snapshot(session => PlanRows.Find(session, CityRow.Get(session, city), plan));

    internal void Add(OfficePlan plan, ReadOnlyMemory<byte> message, Action<string> write, RequestRecord? answered)
    {
        if (!OfficeNames.IsId(plan.Id))
        {
            throw new StoreException($"plan '{plan.Id}'", "This cannot be the id of a plan.", $"Take {OfficeNames.Said}.");
        }

        if (Find(plan.Id) is not null)
        {
            throw new OfficeConflictException(OfficeConflict.Exists, $"There is a plan {plan.Id} in {city} already; take another id.");
        }

        using var file = new PlanOnDisk();
        write(file.Path);
        database.Change(session =>
        {
            var row = CityRow.Get(session, city);
            PlanRows.Add(session, row, plan, message.ToArray());
            Keep(session, row, plan.Id, file);
            RequestRows.Put(session, answered);
        });
    }

    internal byte[] Message(string plan) => database.Read(session => PlanRows.Message(session, CityRow.Get(session, city), plan)) ?? throw PlanRows.Missing(city, plan);

    internal T Read<T>(string plan, Func<string, T> read)
    {
        using var file = new PlanOnDisk();
        database.Snapshot(session =>
        {
            var row = CityRow.Get(session, city);
            _ = PlanRows.Find(session, row, plan) ?? throw PlanRows.Missing(city, plan);
            PlanParts.Read(session, row, plan, file.Path);
            return true;
        });
        return read(file.Path);
    }

    internal OfficePlan Change(
        string plan, int? revision, (Func<OfficePlan, OfficePlan> Of, Func<OfficePlan, RequestRecord?>? Answered) change, Action<string>? edit) => database.Change(session =>
    {
        var row = CityRow.Get(session, city);
        var known = PlanRows.Hold(session, row, plan, revision);
        if (edit is not null)
        {
            using var file = new PlanOnDisk();
            PlanParts.Read(session, row, plan, file.Path);
            edit(file.Path);
            Keep(session, row, plan, file);
        }

        var changed = change.Of(known) with { Id = plan, Revision = known.Revision + 1 };
        PlanRows.Change(session, row, changed);
        RequestRows.Put(session, change.Answered?.Invoke(changed));
        return changed;
    });

    internal void Delete(string plan, int? revision) => database.Change(session =>
    {
        var row = CityRow.Get(session, city);
        PlanRows.Hold(session, row, plan, revision);
        PlanAreaRows.Delete(session, row, plan);
        session.Run("DELETE FROM cityrenewal.plans WHERE city = $1 AND id = $2", row.Number, plan);
    });

    private static void Keep(Session session, CityRow row, string plan, PlanOnDisk file)
    {
        PlanParts.Write(session, row, plan, file.Path);
        PlanAreaRows.Write(session, row, plan, file.Path);
    }
}
