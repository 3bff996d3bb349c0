using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Cli.Commands.Ledgers;

/// <summary>Whose buildings make the ledger: those of a plan's areas, of a registered area or project, or of the whole city.</summary>
internal sealed class LedgerLand
{
    private readonly Option<string?> _plan = new("--plan") { Description = "Plan file: the buildings of its areas with their dispositions." };
    private readonly Option<string?> _entry = new("--entry") { Description = "Area or project of the register." };

    public void AddTo(Command command)
    {
        command.Add(_plan);
        command.Add(_entry);
    }

    /// <summary>The areas, on a city that is open.</summary>
    public IReadOnlyList<LedgerArea> In(ParseResult parsed, string city, CityWork work)
    {
        var (plan, entry) = (parsed.GetValue(_plan), parsed.GetValue(_entry));
        return (plan, entry) switch
        {
            (not null, not null) => throw new InputException("--plan and --entry: give one of the two"),
            (not null, _) => OfPlan(PlanFile.Read(plan), work),
            (_, not null) => [OfEntry(RegisterFile.Read(city), entry, city, work)],
            _ => [new LedgerArea("", [.. Enumerable.Range(0, work.City.Parcels.Count)], null)],
        };
    }

    private static List<LedgerArea> OfPlan(StoredPlan plan, CityWork work)
    {
        var rows = RowsOf(work.City.Parcels.Ids);
        var foreign = plan.Areas.SelectMany(area => area.Parcels).Where(id => !rows.ContainsKey(id)).ToList();
        if (foreign.Count > 0)
        {
            throw new InputException($"the city has none of {foreign.Count} parcels of the plan ({string.Join(", ", foreign.Take(3))}); open the city that the plan was made from");
        }

        var proposed = StoredSession.DispositionsOf(plan, work.City, work).ToDictionary(one => one.Building);
        var facts = work.Facts();
        return [.. plan.Areas.Select(area =>
        {
            int[] parcels = [.. area.Parcels.Select(id => rows[id])];
            return new LedgerArea(area.Id, parcels, [.. BaselineFreezing.RowsOn(facts, parcels).Where(proposed.ContainsKey).Select(row => proposed[row])]);
        })];
    }

    // What the live projects of an area take is proposed for the area too.
    private static LedgerArea OfEntry(RenewalRegister register, string id, string city, CityWork work)
    {
        var entry = register.Find(id) ?? throw new InputException($"--entry {id}: it is not registered; `renewal register list {city}` names what is");
        var rows = RowsOf(work.City.Parcels.Ids);
        int[] parcels = [.. entry.Parcels.Where(parcel => rows.ContainsKey(parcel.Id)).Select(parcel => rows[parcel.Id])];
        List<RegisterEntry> disposed = [entry, .. entry.Kind == RegisterKind.Area ? register.ProjectsOf(id).Where(project => project.IsLive) : []];
        if (!disposed.Any(one => one.HasDisposition))
        {
            return new LedgerArea(id, parcels, null);
        }

        var claims = disposed.SelectMany(one => one.Claims).GroupBy(claim => claim.Building, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.MaxBy(claim => claim.Elective), StringComparer.Ordinal);
        return new LedgerArea(id, parcels, [.. BaselineFreezing.RowsOn(work.Facts(), parcels).Select(row => Proposed(row, claims.GetValueOrDefault(work.City.Buildings.Ids[row])))]);
    }

    private static BuildingDisposition Proposed(int row, DemolitionClaim? claim) => claim switch
    {
        null => new BuildingDisposition(row, Disposition.Retain, DemolitionKind.None, "registered"),
        { Elective: > 0 } => new BuildingDisposition(row, Disposition.Demolish, DemolitionKind.ElectiveCandidate, "registered"),
        { Exempt: >= 1 } => new BuildingDisposition(row, Disposition.Demolish, DemolitionKind.Exempt, "registered"),
        _ => new BuildingDisposition(row, Disposition.Renovate, DemolitionKind.Exempt, "registered"),
    };

    private static Dictionary<string, int> RowsOf(TextColumn ids) =>
        Enumerable.Range(0, ids.Count).ToDictionary(row => ids[row], StringComparer.Ordinal);
}
