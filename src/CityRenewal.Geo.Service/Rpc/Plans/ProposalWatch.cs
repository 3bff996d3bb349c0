using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Shapes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Proposes while the caller listens; nothing is kept.</summary>
internal static class ProposalWatch
{
    public static async Task RunAsync(
        V1.WatchProposalRequest request, CityShelf shelf, IServerStreamWriter<V1.WatchProposalResponse> stream, CancellationToken cancel)
    {
        var steps = new ProgressChannel();
        var work = Task.Run(() => ProposeAsync(request, shelf, steps, cancel), cancel);
        _ = work.ContinueWith(_ => steps.Complete(), TaskScheduler.Default);
        await foreach (var step in steps.ReadAllAsync(cancel))
        {
            await stream.WriteAsync(new V1.WatchProposalResponse { Progress = step }, cancel);
        }

        var plans = await work;
        foreach (var plan in plans.Skip(1))
        {
            await stream.WriteAsync(new V1.WatchProposalResponse { Alternative = plan }, cancel);
        }

        await stream.WriteAsync(new V1.WatchProposalResponse { Plan = plans[0] }, cancel);
    }

    private static async Task<IReadOnlyList<V1.Plan>> ProposeAsync(
        V1.WatchProposalRequest request, CityShelf shelf, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        var name = CityRequests.NameOf(request.City, problems);
        var call = ProposalCall.Read(request.Options, request.RulePack, request.Parameters, problems);
        var city = await CityRequests.FindAsync(shelf, name, progress, cancel);
        return call.ToMessages(call.Propose(city, CancellationToken.None, progress, cancel), city);
    }
}
