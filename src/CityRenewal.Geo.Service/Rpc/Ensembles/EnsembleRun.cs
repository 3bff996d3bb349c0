using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Runs;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc.Ensembles;

/// <summary>Draws an ensemble of plans.</summary>
internal sealed class EnsembleRun(CityShelf shelf, StoredPlans plans) : IRunKind
{
    public string Kind => "ensemble";

    public async Task<IMessage> RunAsync(ByteString request, RunContext run)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(run.Stop, run.Cancel);
        var asked = V1.DrawEnsembleRequest.Parser.ParseFrom(request);
        var plan = asked.Plan.Length > 0 ? await plans.OpenAsync(asked.Plan, "plan", run.Progress, ending.Token) : null;
        var work = plan?.Work ?? await CityRequests.FindAsync(shelf, ResourceNames.Ids(asked.Parent, "parent", "cities")[0], run.Progress, ending.Token);
        var ensemble = EnsembleCall.Read(asked, plan).Draw(work, plan, run.Progress, ending.Token);
        var answer = EnsembleMessages.ToMessage(ensemble, work.City, (asked.WithValues, asked.WithFrequencies));
        answer.Plan = plan?.Name ?? "";
        answer.Warnings.AddRange(plan?.Warnings ?? []);
        return answer;
    }
}
