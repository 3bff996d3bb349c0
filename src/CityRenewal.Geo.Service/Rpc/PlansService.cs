using CityRenewal.Geo.Areas;
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

        await stream.WriteAsync(new WatchProposalResponse { Plan = await work }, cancel);
    }

    private async Task<V1.Plan> ProposeAsync(WatchProposalRequest request, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        var name = CityRequests.NameOf(request.City, problems);
        var options = ProposalRequests.ToOptions(request.Options);
        problems.AddRange(ProposalOptionChecks.Check(options)
            .Select(problem => new FieldProblem($"options.{problem.Field}", $"{problem.Message} {problem.Remedy}")));
        var pack = RulePackRequests.Of(request, problems);
        if (request.RulePack.Length == 0 && request.Parameters.Count > 0 && pack is null)
        {
            problems.Add(new FieldProblem("parameters", "Parameters are of a rule pack, and none is named; set rule_pack, or leave them out."));
        }

        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }

        var city = await CityRequests.FindAsync(shelf, name, progress, cancel);
        var message = PlanMessages.ToMessage(city.Propose(options, progress, cancel, pack), city.City);
        message.Limits = request.Options?.Limits?.Clone();
        return message;
    }
}
