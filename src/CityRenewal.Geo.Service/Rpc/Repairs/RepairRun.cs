using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc.Repairs;

/// <summary>Repairs a stored plan and keeps the result as a new one.</summary>
internal sealed class RepairRun(StoredPlans plans, PlanKeeping keeping) : IRunKind
{
    private const string Stage = "Seeking the least changes";

    public string Kind => "repair";

    public async Task<IMessage> RunAsync(ByteString request, RunContext run)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(run.Stop, run.Cancel);
        var asked = V1.RepairPlanRequest.Parser.ParseFrom(request);
        var plan = await plans.OpenAsync(asked.Name, "name", run.Progress, ending.Token);
        var under = plan.UnderRules(asked.RulePack, asked.Parameters);
        var session = plan.Session((under.Options, under.Rules), run.Progress, ending.Token);
        run.Progress.Report(new WorkProgress(Stage, 0));
        var found = PlanRepair.Of(session, [.. asked.Areas], share => run.Progress.Report(new WorkProgress(Stage, share)), ending.Token);
        var answer = new V1.RepairPlanResponse { DataVersion = plan.Work.City.DataVersion, Disclaimer = MeasuredPlan.Disclaimer };
        answer.Repairs.AddRange(found.Select(each => RepairMessages.ToMessage(each.Repair, each.Check)));
        answer.Warnings.AddRange(plan.Warnings);
        if (found.Any(each => each.Check is { Holds: true }))
        {
            answer.Plan = Keep(plan, session, (asked, run), ending.Token);
        }

        return answer;
    }

    private string Keep(ReopenedPlan plan, EditSession session, (V1.RepairPlanRequest Asked, RunContext Run) of, CancellationToken cancel)
    {
        var id = of.Asked.PlanId.Length > 0 ? of.Asked.PlanId : of.Run.Id;
        if (!PlanKeeping.IsKept(plan.City, id, of.Run))
        {
            var (edited, work) = PlanEditing.Measure(session, cancel);
            var (measured, reasons) = PlanEditing.Explain(edited, work, of.Run.Progress, cancel);
            var content = PlanContent.Of(measured) with
            {
                Edits = session.Edits, Reasons = reasons, Opinions = plan.City.ReadPlan(plan.Known.Id, PlanOpinions.Entries),
            };
            var message = PlanMessages.ToMessage(measured, work.City);
            message.Limits = keeping.Read(plan.Name).Limits;
            keeping.Keep(plan.City, (id, of.Asked.Title, of.Run.Caller, plan.Known.Id), (measured, content, work.City), (message, Receipt.None), cancel);
        }

        return PlanHeads.NameOf(plan.City.Id, id);
    }
}
