using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Shapes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Proposes renewal areas and tells how far it is.</summary>
internal sealed class PlansService(CityShelf shelf) : Plans.PlansBase
{
    private const string Collection = "cities/";

    public override async Task WatchProposal(
        WatchProposalRequest request, IServerStreamWriter<WatchProposalResponse> stream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var steps = new ProgressChannel();
        var work = Task.Run(() => ProposeAsync(request, steps, cancel), cancel);
        _ = work.ContinueWith(_ => steps.Complete(), TaskScheduler.Default);
        await foreach (var step in steps.ReadAllAsync(cancel))
        {
            await stream.WriteAsync(new WatchProposalResponse { Progress = step }, cancel);
        }

        await stream.WriteAsync(new WatchProposalResponse { Plan = await work }, cancel);
    }

    private async Task<Plan> ProposeAsync(WatchProposalRequest request, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var name = request.City.StartsWith(Collection, StringComparison.Ordinal)
            ? request.City[Collection.Length..]
            : throw new BadRequestException([new FieldProblem("city", $"'{request.City}' does not name a city; write cities/NAME.")]);
        var options = ProposalRequests.ToOptions(request.Options);
        var city = await shelf.FindAsync(name, progress, cancel) ?? throw new NoSuchCityException(name, shelf.Names);
        return PlanMessages.ToMessage(city.Propose(options, progress, cancel), city.City);
    }
}
