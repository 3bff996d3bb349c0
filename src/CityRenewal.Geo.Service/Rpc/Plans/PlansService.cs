using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Operations;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Offices;
using Google.Api;
using Google.LongRunning;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Proposes plans, keeps them, and leads them through the office.</summary>
internal sealed class PlansService(CityShelf shelf, RunQueue queue, PlanKeeping keeping, Answered answered, ProposalWatch watch) : V1.Plans.PlansBase
{
    public override Task WatchProposal(V1.WatchProposalRequest request, IServerStreamWriter<V1.WatchProposalResponse> stream, ServerCallContext context) =>
        watch.RunAsync(request, stream, context.CancellationToken);

    public override async Task<Operation> ProposePlans(V1.ProposePlansRequest request, ServerCallContext context)
    {
        var problems = new List<FieldProblem>();
        var id = ResourceNames.Ids(request.Parent, "parent", "cities")[0];
        var city = CityRequests.Kept(shelf, id);
        PlanIds.CheckFirst(request, problems);
        ProposalCall.Read(request.Options, request.RulePack, request.Parameters, problems);
        if (request.ValidateOnly)
        {
            var work = await CityRequests.FindAsync(shelf, id, null, context.CancellationToken);
            Areas.ProposalOptionChecks.Require(ProposalRequests.ToOptions(request.Options), work.City);
            return new Operation { Done = true, Response = Any.Pack(new V1.ProposePlansResponse()) };
        }

        return answered.Of(request.RequestId, request, context, receipt =>
        {
            PlanIds.RequireNew(request, city);
            return queue.Begin(("propose", id), request, (context, receipt));
        });
    }

    public override async Task<V1.Plan> CreatePlan(V1.CreatePlanRequest request, ServerCallContext context)
    {
        var id = ResourceNames.Ids(request.Parent, "parent", "cities")[0];
        var city = CityRequests.Kept(shelf, id);
        var drawn = DrawnPlan.Read(request);
        var work = await CityRequests.FindAsync(shelf, id, null, context.CancellationToken);
        return await Task.Run(() => request.ValidateOnly ? Measured().Message : answered.Of(request.RequestId, request, context, receipt =>
        {
            var (message, made) = Measured();
            return keeping.Keep(city, (request.PlanId, request.Title, Caller.Of(context).Name, ""), made, (message, receipt), context.CancellationToken);
        }));

        (V1.Plan Message, (MeasuredPlan, PlanContent, Land.City) Made) Measured()
        {
            var (measured, content, on) = drawn.Measure(work, context.CancellationToken);
            return (PlanMessages.ToMessage(measured, on.City), (measured, content, on.City));
        }
    }

    public override Task<V1.Plan> GetPlan(V1.GetPlanRequest request, ServerCallContext context) => Task.FromResult(keeping.Read(request.Name));

    public override Task<V1.ListPlansResponse> ListPlans(V1.ListPlansRequest request, ServerCallContext context)
    {
        var city = CityRequests.Kept(shelf, ResourceNames.Ids(request.Parent, "parent", "cities")[0]);
        var (size, after) = Paging.Of(request.PageSize, request.PageToken, request.Parent + "/plans");
        var rows = city.ReadPlans().Where(plan => string.CompareOrdinal(plan.Id, after) > 0).Take(size + 1).ToList();
        var answer = new V1.ListPlansResponse { NextPageToken = rows.Count > size ? Paging.Token(request.Parent + "/plans", rows[size - 1].Id) : "" };
        var version = city.ReadLayersVersion();
        answer.Plans.AddRange(rows.Take(size).Select(plan => PlanHeads.Put(new V1.Plan(), city.Id, plan, version)));
        return Task.FromResult(answer);
    }

    public override Task<V1.Plan> UpdatePlan(V1.UpdatePlanRequest request, ServerCallContext context)
    {
        if (request.UpdateMask is { Paths: var paths } && paths.Where(path => path != "title").ToList() is { Count: > 0 } others)
        {
            throw new BadRequestException([new FieldProblem("update_mask", $"{string.Join(", ", others)} cannot be changed; only title can.")]);
        }

        return Task.FromResult(keeping.Change(request.Plan?.Name ?? "", request.Plan?.Etag ?? "", known => known with { Title = request.Plan!.Title }));
    }

    public override Task<Empty> DeletePlan(V1.DeletePlanRequest request, ServerCallContext context)
    {
        var (city, plan) = keeping.Find(request.Name);
        if (city.ReadPlan(plan.Id, PlanOpinions.Entries).Count > 0)
        {
            throw new StateException("HAS_OPINIONS", $"The plan {request.Name} has opinions: those are never deleted.");
        }

        // An opinion that is written meanwhile changes the plan, and then it stays.
        city.DeletePlan(plan.Id, PlanHeads.RevisionOf(request.Etag) ?? plan.Revision);
        return Task.FromResult(new Empty());
    }

    public override Task<V1.Plan> SubmitPlan(V1.SubmitPlanRequest request, ServerCallContext context) =>
        Move(request.Name, request.Etag, PlanState.Submitted, PlanState.Draft);

    public override Task<V1.Plan> CloseReview(V1.CloseReviewRequest request, ServerCallContext context) =>
        Move(request.Name, request.Etag, PlanState.Reviewed, PlanState.Submitted);

    public override Task<V1.Plan> ReturnPlan(V1.ReturnPlanRequest request, ServerCallContext context) =>
        Move(request.Name, request.Etag, PlanState.Draft, PlanState.Submitted, PlanState.Reviewed);

    public override async Task<V1.Plan> RefreshPlan(V1.RefreshPlanRequest request, ServerCallContext context)
    {
        var problems = new List<FieldProblem>();
        PlanIds.Check(request.PlanId, problems);
        var (city, plan) = keeping.Find(request.Name);
        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }

        var cancel = context.CancellationToken;
        var work = await CityRequests.FindAsync(shelf, city.Id, null, cancel);
        return await Task.Run(() => answered.Of(request.RequestId, request, context, receipt =>
        {
            var session = PlanReopening.Open(city, plan.Id, work, cancel);
            var (again, on) = PlanEditing.Measure(session, cancel);
            var (measured, reasons) = PlanEditing.Explain(again, on, null, cancel);
            var content = PlanContent.Of(measured) with { Reasons = reasons, Edits = session.Edits };
            return keeping.Keep(
                city, (request.PlanId, plan.Title, Caller.Of(context).Name, plan.Id), (measured, content, on.City), (PlanMessages.ToMessage(measured, on.City), receipt), cancel);
        }));
    }

    public override Task<V1.ListAreasResponse> ListAreas(V1.ListAreasRequest request, ServerCallContext context)
    {
        var (size, after) = Paging.Of(request.PageSize, request.PageToken, request.Parent + "/areas");
        var areas = keeping.Read(request.Parent).Areas.OrderBy(area => area.Id, StringComparer.Ordinal)
            .Where(area => string.CompareOrdinal(area.Id, after) > 0).Take(size + 1).ToList();
        var answer = new V1.ListAreasResponse { NextPageToken = areas.Count > size ? Paging.Token(request.Parent + "/areas", areas[size - 1].Id) : "" };
        answer.Areas.AddRange(areas.Take(size));
        return Task.FromResult(answer);
    }

    public override Task<V1.RenewalArea> GetArea(V1.GetAreaRequest request, ServerCallContext context)
    {
        var ids = ResourceNames.Ids(request.Name, "name", "cities", "plans", "areas");
        var plan = keeping.Read(PlanHeads.NameOf(ids[0], ids[1]));
        return Task.FromResult(plan.Areas.FirstOrDefault(area => area.Id == ids[2])
            ?? throw new MissingException("NO_SUCH_AREA", $"The plan {plan.Name} has no area {ids[2]}; it has {string.Join(", ", plan.Areas.Take(12).Select(area => area.Id))}."));
    }

    public override Task<HttpBody> ExportPlan(V1.ExportPlanRequest request, ServerCallContext context)
    {
        var (city, plan) = keeping.Find(request.Name);
        return Task.FromResult(city.ReadPlan(plan.Id, path => new HttpBody { ContentType = MediaTypes.GeoPackage, Data = ByteString.CopyFrom(File.ReadAllBytes(path)) }));
    }

    private Task<V1.Plan> Move(string name, string etag, PlanState to, params PlanState[] from) => Task.FromResult(keeping.Change(name, etag, known =>
        from.Contains(known.State)
            ? known with { State = to }
            : throw new StateException("WRONG_STATE", $"The plan {name} is {Word(known.State)}; it has to be {string.Join(" or ", from.Select(Word))}.")));

    private static string Word(PlanState state) => state switch
    {
        PlanState.Draft => "a draft 草案",
        PlanState.Submitted => "submitted 已提交",
        _ => "reviewed 已核对",
    };
}
