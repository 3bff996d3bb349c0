using CityRenewal.Geo.Service.V1;
using Google.LongRunning;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Plans for tests that begin where somebody has proposed one already.</summary>
internal static class KeptPlans
{
    public const string City = "cities/sample";

    public const string Chongqing = "rulePacks/chongqing-2025";

    /// <summary>A plan that the service proposed and keeps; the same one for the same id.</summary>
    public static async Task<Plan> ProposedAsync(this RunningService service, string id, string pack = Chongqing)
    {
        var name = $"{City}/plans/{id}";
        var listed = await service.Plans.ListPlansAsync(new ListPlansRequest { Parent = City, PageSize = 1000 });
        if (listed.Plans.All(plan => plan.Name != name))
        {
            var begun = await service.Plans.ProposePlansAsync(new ProposePlansRequest { Parent = City, PlanId = id, RulePack = pack });
            await service.ResponseAsync<ProposePlansResponse>(begun);
        }

        return await service.Plans.GetPlanAsync(new GetPlanRequest { Name = name });
    }

    /// <summary>What an operation answered when it was done.</summary>
    public static async Task<T> ResponseAsync<T>(this RunningService service, Operation begun)
        where T : class, IMessage<T>, new()
    {
        var done = await service.WaitAsync(begun.Name);
        Assert.Null(done.Error);
        return done.Response.Unpack<T>();
    }

    /// <summary>An operation that is done.</summary>
    public static async Task<Operation> WaitAsync(this RunningService service, string name)
    {
        var operation = await new Operations.OperationsClient(service.Channel).WaitOperationAsync(new WaitOperationRequest { Name = name, Timeout = new() { Seconds = 240 } });
        Assert.True(operation.Done);
        return operation;
    }

    /// <summary>Whether a rule keeps land apart from that of others: areas of one plan share none, so only a review of boundaries tells.</summary>
    public static bool IsAskedBetweenBoundaries(string rule) => rule == "project-in-area" || rule.EndsWith("-apart", StringComparison.Ordinal);
}
