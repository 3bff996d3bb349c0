using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores.GeoPackage;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Proposes plans and keeps them.</summary>
internal sealed class ProposeRun(CityShelf shelf, PlanKeeping keeping) : IRunKind
{
    public string Kind => "propose";

    public async Task<IMessage> RunAsync(ByteString request, RunContext run)
    {
        var asked = V1.ProposePlansRequest.Parser.ParseFrom(request);
        var id = ResourceNames.Ids(asked.Parent, "parent", "cities")[0];
        var call = ProposalCall.Read(asked.Options, asked.RulePack, asked.Parameters, []);
        var work = await CityRequests.FindAsync(shelf, id, run.Progress, run.Cancel);
        run.Stop.ThrowIfCancellationRequested();
        var measured = call.Propose(work, run.Stop, run.Progress, run.Cancel);
        var messages = call.ToMessages(measured, work);
        var city = CityRequests.Kept(shelf, id);
        var answer = new V1.ProposePlansResponse { IsCutShort = measured.IsCutShort };
        for (var i = 0; i < messages.Count; i++)
        {
            var plan = IdOf(asked, run.Id, i + 1);
            answer.Plans.Add(PlanHeads.NameOf(id, plan));
            if (PlanKeeping.IsKept(city, plan, run))
            {
                continue;
            }

            var content = PlanContent.Of(measured.Plans[i]) with { Reasons = work.Explain(measured.Plans[i].Judged, run.Progress, run.Cancel) };
            keeping.Keep(city, (plan, asked.Title, run.Caller, ""), (measured.Plans[i], content, work.City), (messages[i], Receipt.None), run.Cancel);
        }

        return answer;
    }

    /// <summary>Id of the plan of a rank.</summary>
    public static string IdOf(V1.ProposePlansRequest request, string run, int rank)
    {
        var first = request.PlanId.Length > 0 ? request.PlanId : run;
        return rank == 1 ? first : $"{first}-{rank}";
    }
}
