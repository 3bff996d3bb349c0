using CityRenewal.Geo.Comparison;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Stores.Reopening;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Comparisons;

/// <summary>Compares two versions of a plan.</summary>
internal sealed class ComparisonsService(StoredPlans plans) : V1.Comparisons.ComparisonsBase
{
    public override Task<V1.ComparePlansResponse> ComparePlans(V1.ComparePlansRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        return Task.Run(() => CompareAsync(request, cancel), cancel);
    }

    private async Task<V1.ComparePlansResponse> CompareAsync(V1.ComparePlansRequest request, CancellationToken cancel)
    {
        var city = ResourceNames.Ids(request.Parent, "parent", "cities")[0];
        var problems = new List<FieldProblem>();
        foreach (var (field, name) in new[] { ("old_plan", request.OldPlan), ("new_plan", request.NewPlan) })
        {
            if (ResourceNames.Ids(name, field, "cities", "plans")[0] != city)
            {
                problems.Add(new FieldProblem(field, $"'{name}' is a plan of another city than {request.Parent}; name two plans of one city."));
            }
        }

        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }

        var (old, now) = (await plans.OpenAsync(request.OldPlan, "old_plan", null, cancel), await plans.OpenAsync(request.NewPlan, "new_plan", null, cancel));
        var work = now.Work;
        return ComparisonMessages.ToMessage(PlanComparison.Of(Version(old), Version(now), LandOnParcels.AreasOf(work)), work.City);

        ComparedPlan Version(ReopenedPlan plan) => plan.City.ReadPlan(
            plan.Known.Id, path => new ComparedVersions(work, null, new Areas.ProposalOptions()).Plan(path, null, cancel)) with { Name = plan.Name };
    }
}
