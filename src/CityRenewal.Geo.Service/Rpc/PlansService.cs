using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Shapes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Proposes renewal areas and tells how far it is.</summary>
internal sealed class PlansService(CityShelf shelf) : Plans.PlansBase
{
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

        var plans = await work;
        foreach (var plan in plans.Skip(1))
        {
            await stream.WriteAsync(new WatchProposalResponse { Alternative = plan }, cancel);
        }

        await stream.WriteAsync(new WatchProposalResponse { Plan = plans[0] }, cancel);
    }

    private async Task<IReadOnlyList<V1.Plan>> ProposeAsync(WatchProposalRequest request, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        var name = CityRequests.NameOf(request.City, problems);
        var options = ProposalRequests.ToOptions(request.Options);
        problems.AddRange(ProposalOptionChecks.Check(options)
            .Select(problem => new FieldProblem($"options.{problem.Field}", problem.Said)));
        var pack = RulePackRequests.Of(request, problems);
        if (request.RulePack.Length == 0 && request.Parameters.Count > 0 && pack is null)
        {
            problems.Add(new FieldProblem("parameters", "Parameters are of a rule pack, and none is named; set rule_pack, or leave them out."));
        }

        var (given, deadline) = ProposalRequests.TimeOf(request.Options, problems);
        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }

        var city = await CityRequests.FindAsync(shelf, name, progress, cancel);
        using var stop = new CancellationTokenSource();
        var run = new SearchRun
        {
            BoundCuts = request.Options is { HasBoundCuts: true } asked ? asked.BoundCuts : null,
            Work = given, Stop = stop.Token, UntilStopped = deadline is not null, Begins = () => stop.CancelAfter(deadline ?? Timeout.InfiniteTimeSpan),
        };
        var messages = AlternativeMessages.ToMessages(city.Propose(options, pack, run, progress, cancel), city.City);
        foreach (var message in messages)
        {
            message.Limits = request.Options?.Limits?.Clone();
        }

        return messages;
    }
}
