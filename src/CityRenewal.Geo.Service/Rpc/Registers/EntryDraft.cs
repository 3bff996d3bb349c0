using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Service.Rpc.Registers;

/// <summary>A new entry of a register, read and checked, with what stands on it.</summary>
/// <param name="Entry">The entry with its first step.</param>
/// <param name="Baseline">What stands on an area; null for a project.</param>
internal sealed record EntryDraft(RegisterEntry Entry, AreaBaseline? Baseline)
{
    private const int LongestId = 200, MostParcels = 100_000;

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="city">The city as the office keeps it.</param>
    /// <param name="work">The work on it.</param>
    /// <param name="plans">The stored plans.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="BadRequestException">Lists every problem.</exception>
    public static EntryDraft Read(V1.CreateEntryRequest request, IOfficeCity city, CityWork work, PlanKeeping plans, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        if (request.EntryId.Length is 0 or > LongestId || request.EntryId.Contains('/'))
        {
            problems.Add(new FieldProblem("entry_id", $"'{request.EntryId}' cannot be the id of an entry; give 1 to {LongestId} characters without '/'."));
        }

        foreach (var (field, text) in new[] { ("title", request.Title), ("category", request.Category), ("phase", request.Phase), ("document", request.Document) })
        {
            RegisterTexts.Check(field, text, problems);
        }

        var of = AreaOf(request, city.Id, problems);
        var date = Dates.Of(request.Date, "date", problems);
        var frozen = request.BaselineDate is null ? date : Dates.Of(request.BaselineDate, "baseline_date", problems);
        var (rows, plan) = LandOf(request, city.Id, work, plans, problems);
        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }

        var facts = work.Facts(cancel: cancel);
        var entry = new RegisterEntry
        {
            Id = request.EntryId,
            Kind = of is null ? RegisterKind.Area : RegisterKind.Project,
            Area = of ?? request.EntryId,
            Name = request.Title,
            Category = request.Category,
            Phase = request.Phase,
            FiscalCoefficient = request.HasFiscalCoefficient ? request.FiscalCoefficient : null,
            Parcels = BaselineFreezing.Parcels(work.City, facts, rows),
            History = [new RegisterStep(RegisterState.Candidate, date!.Value, request.Document)],
        };
        entry = plan is null ? entry : entry with { HasDisposition = true, Claims = PlannedDemolition.On(plan, work, entry, cancel) };
        var version = city.ReadVersions().Where(known => known.Layer == LayerNames.Buildings).Select(known => known.Version).DefaultIfEmpty(0).Max();
        return new EntryDraft(
            entry, of is not null ? null : new AreaBaseline(entry.Id, frozen!.Value, version, BaselineFreezing.Buildings(work.City, facts, rows)));
    }

    private static string? AreaOf(V1.CreateEntryRequest request, string city, List<FieldProblem> problems)
    {
        if (request.Area.Length == 0)
        {
            return null;
        }

        var (of, area) = RegisterNames.Ids(request.Area, "area");
        if (of != city)
        {
            problems.Add(new FieldProblem("area", $"It is an entry of {of}, not of {city}; name an area of the same register."));
        }

        return area;
    }

    private static (IReadOnlyList<int> Rows, StoredPlan? Plan) LandOf(
        V1.CreateEntryRequest request, string city, CityWork work, PlanKeeping plans, List<FieldProblem> problems)
    {
        if (request.PlanArea.Length > 0 == request.Parcels.Count > 0)
        {
            problems.Add(new FieldProblem("plan_area", "Give the land either as an area of a plan or as parcels."));
            return ([], null);
        }

        if (request.Parcels.Count > MostParcels)
        {
            problems.Add(new FieldProblem("parcels", $"There are {request.Parcels.Count:N0} parcels; give at most {MostParcels:N0}."));
            return ([], null);
        }

        var rows = new ParcelRequests(work.City, problems);
        if (request.PlanArea.Length == 0)
        {
            return (rows.RowsOf("parcels", request.Parcels), null);
        }

        var ids = ResourceNames.Ids(request.PlanArea, "plan_area", "cities", "plans", "areas");
        if (ids[0] != city)
        {
            problems.Add(new FieldProblem("plan_area", $"It is a plan of {ids[0]}, not of {city}; name one of the same city."));
            return ([], null);
        }

        var (kept, known) = plans.Find(PlanHeads.NameOf(ids[0], ids[1]), "plan_area");
        var stored = kept.ReadPlan(known.Id, PlanFile.Read);
        return stored.Areas.FirstOrDefault(area => area.Id == ids[2]) is { Parcels: { } parcels }
            ? (rows.RowsOf("plan_area.parcels", parcels), stored)
            : throw new MissingException(
                "NO_SUCH_AREA",
                $"The plan {PlanHeads.NameOf(ids[0], ids[1])} has no area {ids[2]}; it has {string.Join(", ", stored.Areas.Take(12).Select(area => area.Id))}.");
    }
}
