using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Runs;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Says why parcels are in or out of a plan.</summary>
internal sealed class ExplanationsService(CityShelf shelf) : V1.Explanations.ExplanationsBase
{
    private const int MostParcels = 1_000;

    public override Task<V1.ExplainPlanResponse> ExplainPlan(V1.ExplainPlanRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        return Task.Run(() => ExplainAsync(request, cancel), cancel);
    }

    private async Task<V1.ExplainPlanResponse> ExplainAsync(V1.ExplainPlanRequest request, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        var name = CityRequests.NameOf(request.City, problems);
        var options = ProposalRequests.ToOptions(request.Options);
        problems.AddRange(ProposalOptionChecks.Check(options)
            .Select(problem => new FieldProblem($"options.{problem.Field}", problem.Said)));
        var pack = request.RulePack.Length > 0 ? RulePackRequests.Find(request.RulePack, request.Parameters, problems) : null;
        if (request.Areas.Count == 0)
        {
            problems.Add(new FieldProblem("areas", "There is no area to explain; give the areas of a plan."));
        }

        if (request.Parcels.Count > MostParcels)
        {
            problems.Add(new FieldProblem("parcels", $"There are {request.Parcels.Count} parcels; ask for at most {MostParcels} at a time."));
        }

        Refuse(problems);
        var work = await CityRequests.FindAsync(shelf, name, null, cancel);
        var rows = new ParcelRequests(work.City, problems);
        var areas = rows.AreasOf("areas", request.Areas);
        var others = request.OtherPlans.Select((plan, i) => rows.AreasOf($"other_plans[{i}].areas", plan.Areas)).ToList();
        var parcels = rows.RowsOf("parcels", request.Parcels);
        Refuse(problems);
        var reasons = work.Explain(areas, options, pack, null, cancel);
        return Answer(reasons, parcels, PlanFrequency.Of(reasons.Count, [areas, .. others]));
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
