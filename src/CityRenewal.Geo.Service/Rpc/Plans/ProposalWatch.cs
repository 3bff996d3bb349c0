using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Shapes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Proposes while the caller listens; nothing is kept.</summary>
/// <param name="cities">The cities.</param>
/// <param name="options">How many searches go on at once.</param>
internal sealed class ProposalWatch(CityShelf cities, RunOptions options) : IDisposable
{
    private readonly SemaphoreSlim _room = new(Math.Max(1, options.AtOnce) + Waiting);

    // Each search takes all threads; a few callers may share them, hundreds would only wait.
    private const int Waiting = 3;

    /// <summary>Proposes, telling the caller how far it is.</summary>
    /// <exception cref="TooManyRunsException">As many callers as the service takes on are being answered.</exception>
    public async Task RunAsync(V1.WatchProposalRequest request, IServerStreamWriter<V1.WatchProposalResponse> stream, CancellationToken cancel)
    {
        if (!await _room.WaitAsync(TimeSpan.Zero, cancel))
        {
            throw new TooManyRunsException(Math.Max(1, options.AtOnce) + Waiting);
        }

        try
        {
            await AnswerAsync(request, stream, cancel);
        }
        finally
        {
            _room.Release();
        }
    }

    public void Dispose() => _room.Dispose();

    private async Task AnswerAsync(V1.WatchProposalRequest request, IServerStreamWriter<V1.WatchProposalResponse> stream, CancellationToken cancel)
    {
        var steps = new ProgressChannel();
        var work = Task.Run(() => ProposeAsync(request, steps, cancel), cancel);
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

    private async Task<IReadOnlyList<V1.Plan>> ProposeAsync(V1.WatchProposalRequest request, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        var name = CityRequests.NameOf(request.City, problems);
        var call = ProposalCall.Read(request.Options, request.RulePack, request.Parameters, problems);
        var city = await CityRequests.FindAsync(cities, name, progress, cancel);
        return call.ToMessages(call.Propose(city, CancellationToken.None, progress, cancel), city);
    }
}
