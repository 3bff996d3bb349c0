using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Operations;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Runs;
using Google.LongRunning;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Ensembles;

/// <summary>Draws ensembles of plans as operations.</summary>
internal sealed class EnsemblesService(CityShelf shelf, StoredPlans plans, RunQueue queue, Answered answered) : V1.Ensembles.EnsemblesBase
{
    public override async Task<Operation> DrawEnsemble(V1.DrawEnsembleRequest request, ServerCallContext context)
    {
        var city = ResourceNames.Ids(request.Parent, "parent", "cities")[0];
        if (request.Plan.Length > 0 && ResourceNames.Ids(request.Plan, "plan", "cities", "plans")[0] != city)
        {
            throw new BadRequestException([new FieldProblem("plan", $"'{request.Plan}' is a plan of another city than {request.Parent}; name one of that city.")]);
        }

        var plan = request.Plan.Length > 0 ? await plans.OpenAsync(request.Plan, "plan", null, context.CancellationToken) : null;
        var work = plan?.Work ?? await CityRequests.FindAsync(shelf, city, null, context.CancellationToken);
        var call = EnsembleCall.Read(request, plan);
        Areas.ProposalOptionChecks.Require(call.Options, work.City);
        return request.ValidateOnly
            ? new Operation { Done = true, Response = Any.Pack(new V1.DrawEnsembleResponse()) }
            : answered.Of(request.RequestId, request, context, receipt =>
                queue.Begin(("ensemble", city), request, (context, receipt)));
    }
}
