using CityRenewal.Geo.Service.V1;
using Google.LongRunning;
using Google.Protobuf;
using Google.Type;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Killed;

/// <summary>A call whose request has an id, and how much of what it makes there is.</summary>
/// <param name="Name">The method.</param>
/// <param name="Send">Sends it under an id.</param>
/// <param name="Count">Counts what it makes.</param>
internal sealed record RepeatableCall(
    string Name, Func<ChannelBase, string, Task<IMessage>> Send, Func<ChannelBase, IHeldStore, Task<long>> Count)
{
    private const string City = KeptPlans.City, Plan = City + "/plans/first", Register = City + "/register";

    private static readonly Date June = new() { Year = 2026, Month = 6, Day = 30 }, July = new() { Year = 2026, Month = 7, Day = 31 };

    /// <summary>Every method that takes a request_id, each on what <see cref="PrepareAsync"/> made.</summary>
    public static IReadOnlyList<RepeatableCall> All(Prepared on) =>
    [
        new("CreatePlan", async (to, id) => await new Plans.PlansClient(to).CreatePlanAsync(
            new CreatePlanRequest { Parent = City, PlanId = "drawn", RequestId = id, Areas = { new DrawnArea { Id = "A", Parcels = { on.Parcels } } } }), PlansAsync("drawn")),
        new("RefreshPlan", async (to, id) => await new Plans.PlansClient(to).RefreshPlanAsync(
            new RefreshPlanRequest { Name = Plan, PlanId = "refreshed", RequestId = id }), PlansAsync("refreshed")),
        new("SaveEditSession", async (to, id) => await new V1.Edits.EditsClient(to).SaveEditSessionAsync(
            new SaveEditSessionRequest { Name = on.Session, PlanId = "edited", RequestId = id }), PlansAsync("edited")),
        new("CreateEditSession", async (to, id) => await new V1.Edits.EditsClient(to).CreateEditSessionAsync(
            new CreateEditSessionRequest { Parent = City, Plan = Plan, RequestId = id }), SessionsAsync),
        new("CreateOpinion", async (to, id) => await new Opinions.OpinionsClient(to).CreateOpinionAsync(
            new CreateOpinionRequest { Parent = Plan, Area = on.Area, Rule = on.Rule, Text = "请核实", Reason = "存疑", RequestId = id }), OpinionsAsync),
        new("AnswerOpinion", async (to, id) => await new Opinions.OpinionsClient(to).AnswerOpinionAsync(
            new AnswerOpinionRequest { Name = Plan + "/opinions/1", Text = "已核实", RequestId = id }), OpinionsAsync),
        new("CorrectOpinion", async (to, id) => await new Opinions.OpinionsClient(to).CorrectOpinionAsync(
            new CorrectOpinionRequest { Name = Plan + "/opinions/1", Text = "再核实", Reason = "更正", RequestId = id }), OpinionsAsync),
        new("CreateEntry", async (to, id) => await new Registers.RegistersClient(to).CreateEntryAsync(
            new CreateEntryRequest { Parent = Register, EntryId = "二", Parcels = { on.OtherParcel }, Date = June, Document = "文号2", RequestId = id }), EntriesAsync),
        new("MoveEntry", async (to, id) => await new Registers.RegistersClient(to).MoveEntryAsync(
            new MoveEntryRequest { Name = Register + "/entries/一", State = RegisterState.InLibrary, Date = July, Document = "文号3", RequestId = id }), StepsAsync),
        new("RecordDemolition", async (to, id) => await new Registers.RegistersClient(to).RecordDemolitionAsync(
            new RecordDemolitionRequest { Name = Register + "/entries/一", Nothing = true, Date = July, Document = "文号4", RequestId = id }),
            (_, store) => Task.FromResult(store.Dispositions())),

        // Last, for what was begun is worked on beside all that comes after.
        new("ProposePlans", async (to, id) => await new Plans.PlansClient(to).ProposePlansAsync(new ProposePlansRequest { Parent = City, RequestId = id }), RunsAsync),
        new("RepairPlan", async (to, id) => await new V1.Repairs.RepairsClient(to).RepairPlanAsync(new RepairPlanRequest { Name = Plan, RequestId = id }), RunsAsync),
        new("DrawEnsemble", async (to, id) => await new Ensembles.EnsemblesClient(to).DrawEnsembleAsync(
            new DrawEnsembleRequest { Parent = City, Plans = 40, Chains = 2, Apart = 1, RequestId = id }), RunsAsync),
    ];

    /// <summary>What the calls are made on: a plan under rules with an opinion, a session on it, an entry of the register.</summary>
    public static async Task<Prepared> PrepareAsync(ChannelBase to)
    {
        var plans = new Plans.PlansClient(to);
        var begun = await plans.ProposePlansAsync(new ProposePlansRequest { Parent = City, PlanId = "first", RulePack = KeptPlans.Chongqing });
        await new Operations.OperationsClient(to).WaitOperationAsync(new WaitOperationRequest { Name = begun.Name, Timeout = new() { Seconds = 120 } });
        var plan = await plans.GetPlanAsync(new GetPlanRequest { Name = Plan });
        var finding = plan.Findings.First(finding => finding.Project.Length == 0);
        await new Opinions.OpinionsClient(to).CreateOpinionAsync(new CreateOpinionRequest { Parent = Plan, Area = finding.Area, Rule = finding.Rule, Text = "甲", Reason = "乙" });
        var session = await new V1.Edits.EditsClient(to).CreateEditSessionAsync(new CreateEditSessionRequest { Parent = City, Plan = Plan });
        await new Registers.RegistersClient(to).CreateEntryAsync(
            new CreateEntryRequest { Parent = Register, EntryId = "一", Parcels = { plan.Areas[0].Parcels[0] }, Date = June, Document = "文号1" });
        return new Prepared(plan.Areas[0].Parcels, plan.Areas[0].Parcels[1], (finding.Area, finding.Rule), session.Name);
    }

    private static async Task<long> RunsAsync(ChannelBase to, IHeldStore store) =>
        (await new Operations.OperationsClient(to).ListOperationsAsync(new ListOperationsRequest { Name = "operations", PageSize = 1000 })).Operations.Count;

    private static Func<ChannelBase, IHeldStore, Task<long>> PlansAsync(string id) => async (to, _) =>
        (await new Plans.PlansClient(to).ListPlansAsync(new ListPlansRequest { Parent = City, PageSize = 1000 })).Plans.Count(plan => plan.Name.EndsWith("/" + id, StringComparison.Ordinal));

    private static async Task<long> SessionsAsync(ChannelBase to, IHeldStore store) =>
        (await new V1.Edits.EditsClient(to).ListEditSessionsAsync(new ListEditSessionsRequest { Parent = City, PageSize = 1000 })).EditSessions.Count;

    private static async Task<long> OpinionsAsync(ChannelBase to, IHeldStore store) =>
        (await new Opinions.OpinionsClient(to).ListOpinionsAsync(new ListOpinionsRequest { Parent = Plan, PageSize = 1000 })).Opinions.Count;

    private static async Task<long> EntriesAsync(ChannelBase to, IHeldStore store) =>
        (await new Registers.RegistersClient(to).ListEntriesAsync(new ListEntriesRequest { Parent = Register, PageSize = 1000 })).Entries.Count;

    private static async Task<long> StepsAsync(ChannelBase to, IHeldStore store) =>
        (await new Registers.RegistersClient(to).GetEntryAsync(new GetEntryRequest { Name = Register + "/entries/一" })).History.Count;

    /// <summary>What there is to call on.</summary>
    internal sealed record Prepared(IReadOnlyList<string> Parcels, string OtherParcel, (string Area, string Rule) Finding, string Session)
    {
        public string Area => Finding.Area;

        public string Rule => Finding.Rule;
    }
}
