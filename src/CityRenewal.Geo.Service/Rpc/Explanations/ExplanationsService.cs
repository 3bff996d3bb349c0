using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores.GeoPackage;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Explanations;

/// <summary>Says why parcels are in or out of a plan, be it stored or given.</summary>
internal sealed class ExplanationsService(CityShelf shelf, StoredPlans plans) : V1.Explanations.ExplanationsBase
{
    private const int MostParcels = 1_000, MostPlans = 100;

    public override Task<V1.ExplainPlanResponse> ExplainPlan(V1.ExplainPlanRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        return Task.Run(() => request.Plan.Length > 0 ? ExplainStoredAsync(request, cancel) : ExplainGivenAsync(request, cancel), cancel);
    }

    private async Task<V1.ExplainPlanResponse> ExplainGivenAsync(V1.ExplainPlanRequest request, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        var name = CityRequests.NameOf(request.City, problems);
        if (request.Areas.Count == 0)
        {
            problems.Add(new FieldProblem("areas", "There is no area to explain; give the areas of a plan, or name a stored one in plan."));
        }

        CheckSizes(request, problems);
        var call = ProposalCall.Read(request.Options, request.RulePack, request.Parameters, problems);
        var work = await CityRequests.FindAsync(shelf, name, null, cancel);
        var rows = new ParcelRequests(work.City, problems);
        var areas = rows.AreasOf("areas", request.Areas);
        var (others, parcels) = (OthersOf(request, name, rows, problems), rows.RowsOf("parcels", request.Parcels));
        Refuse(problems);
        var reasons = work.Explain(areas, call.Options, call.Pack, null, cancel);
        return Answer(reasons, parcels, PlanFrequency.Of(reasons.Count, [areas, .. others]));
    }

    private async Task<V1.ExplainPlanResponse> ExplainStoredAsync(V1.ExplainPlanRequest request, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        if (request.Options is not null || request.RulePack.Length > 0 || request.Parameters.Count > 0 || request.Areas.Count > 0)
        {
            problems.Add(new FieldProblem("plan", "A stored plan has its own areas, options and rules; leave areas, options, rule_pack and parameters out."));
        }

        CheckSizes(request, problems);
        Refuse(problems);
        var plan = await plans.OpenAsync(request.Plan, "plan", null, cancel);
        if (request.City.Length > 0 && request.City != $"cities/{plan.City.Id}")
        {
            problems.Add(new FieldProblem("city", $"The plan is one of cities/{plan.City.Id}; name that city, or leave it empty."));
        }

        var rows = new ParcelRequests(plan.Work.City, problems);
        var (others, parcels) = (OthersOf(request, plan.City.Id, rows, problems), rows.RowsOf("parcels", request.Parcels));
        Refuse(problems);
        var written = plan.City.ReadPlan(plan.Known.Id, path => PlanReader.Read(path, plan.Work.City));
        var reasons = plan.Work.Explain(written.Areas, written.Options with { Threads = plan.Work.Threads }, plan.Made().OwnPack(null), null, cancel);
        var answer = Answer(reasons, parcels, PlanFrequency.Of(reasons.Count, [written.Areas, .. others]));
        answer.Warnings.AddRange(plan.Warnings);
        return answer;
    }

    private List<IReadOnlyList<AreaMembers>> OthersOf(V1.ExplainPlanRequest request, string city, ParcelRequests rows, List<FieldProblem> problems)
    {
        var others = request.OtherPlans.Select((plan, i) => rows.AreasOf($"other_plans[{i}].areas", plan.Areas)).ToList();
        foreach (var (i, name) in request.OtherStoredPlans.Index())
        {
            if (ResourceNames.Ids(name, $"other_stored_plans[{i}]", "cities", "plans")[0] != city)
            {
                problems.Add(new FieldProblem($"other_stored_plans[{i}]", $"'{name}' is a plan of another city than cities/{city}; name plans of one city."));
                continue;
            }

            others.Add(rows.AreasOf($"other_stored_plans[{i}].areas", plans.AreasOf(name, $"other_stored_plans[{i}]")));
        }

        return others;
    }

    private static void CheckSizes(V1.ExplainPlanRequest request, List<FieldProblem> problems)
    {
        if (request.Parcels.Count > MostParcels)
        {
            problems.Add(new FieldProblem("parcels", $"There are {request.Parcels.Count} parcels; ask for at most {MostParcels} at a time."));
        }

        if (request.OtherStoredPlans.Count > MostPlans)
        {
            problems.Add(new FieldProblem("other_stored_plans", $"There are {request.OtherStoredPlans.Count} plans; name at most {MostPlans}."));
        }
    }

    private static void Refuse(List<FieldProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }
    }

    private static V1.ExplainPlanResponse Answer(PlanReasons reasons, IReadOnlyList<int> parcels, PlanFrequency frequency)
    {
        var details = new DetailAssembly(reasons);
        var answer = new V1.ExplainPlanResponse { DataVersion = reasons.City.DataVersion, Disclaimer = MeasuredPlan.Disclaimer };
        answer.Reasons.AddRange(reasons.Codes.ToArray().CountBy(code => code).OrderBy(count => count.Key).Select(count => new V1.ReasonCount
        {
            Reason = count.Key.Wire(),
            Title = ExplanationMessages.ToMessage(count.Key.Title()),
            Parcels = count.Value,
        }));
        answer.Areas.AddRange(new AreaBinding(reasons).All().Select(area => AreaReasonMessages.ToMessage(area, reasons.City)));
        answer.Parcels.AddRange(parcels.Select(parcel => ExplanationMessages.ToMessage(details.Of(parcel), reasons.City, frequency)));
        return answer;
    }
}
