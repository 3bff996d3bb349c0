using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Operations;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Runs;
using Google.LongRunning;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Repairs;

/// <summary>Repairs stored plans as operations.</summary>
internal sealed class RepairsService(StoredPlans plans, RunQueue queue, Answered answered) : V1.Repairs.RepairsBase
{
    public override async Task<Operation> RepairPlan(V1.RepairPlanRequest request, ServerCallContext context)
    {
        var plan = await plans.OpenAsync(request.Name, "name", null, context.CancellationToken);
        var problems = new List<FieldProblem>();
        if (request.PlanId.Length > 0)
        {
            PlanIds.Check(request.PlanId, problems);
        }

        var known = plan.Stored.Areas.Select(area => area.Id).ToList();
        problems.AddRange(request.Areas.Index().Where(area => !known.Contains(area.Item)).Select(area => new FieldProblem(
            $"areas[{area.Index}]", $"The plan has no area '{area.Item}'; it has {string.Join(", ", known.Take(12))}.")));
        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }

        plan.UnderRules(request.RulePack, request.Parameters);
        if (request.ValidateOnly)
        {
            PlanIds.RequireNew(request.PlanId, plan.City);
            return new Operation { Done = true, Response = Any.Pack(new V1.RepairPlanResponse()) };
        }

        return answered.Of(request.RequestId, request, context, receipt =>
        {
            PlanIds.RequireNew(request.PlanId, plan.City);
            return queue.Begin(("repair", plan.City.Id), request, (context, receipt));
        });
    }
}
