using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Edits;

/// <summary>Edits plans step by step.</summary>
internal sealed class EditsService(CityShelf shelf, SessionShelf sessions, PlanKeeping keeping, Answered answered, TimeProvider clock) : V1.Edits.EditsBase
{
    public override async Task<V1.EditSession> CreateEditSession(V1.CreateEditSessionRequest request, ServerCallContext context)
    {
        var city = ResourceNames.Ids(request.Parent, "parent", "cities")[0];
        var (of, plan) = keeping.Find(request.Plan, "plan");
        if (of.Id != city)
        {
            throw new BadRequestException([new FieldProblem("plan", $"'{request.Plan}' is no plan of {request.Parent}.")]);
        }

        var record = new SessionRecord(NewId(), city, plan.Id, Caller.Of(context).Name) { Edits = [], Made = 0, Changed = clock.GetUtcNow() };
        var work = await CityRequests.FindAsync(shelf, city, null, context.CancellationToken);
        return await Task.Run(() => answered.Of(request.RequestId, request, context, receipt =>
            sessions.Begin(record, work, receipt, context.CancellationToken)));
    }

    public override Task<V1.EditSession> GetEditSession(V1.GetEditSessionRequest request, ServerCallContext context) =>
        WithAsync(request.Name, "", EditMessages.ToMessage, context);

    public override Task<V1.ListEditSessionsResponse> ListEditSessions(V1.ListEditSessionsRequest request, ServerCallContext context)
    {
        var city = CityRequests.Kept(shelf, ResourceNames.Ids(request.Parent, "parent", "cities")[0]);
        var (size, after) = Paging.Of(request.PageSize, request.PageToken, request.Parent + "/editSessions");
        var rows = shelf.Office.Records.Sessions(city.Id).Where(session => string.CompareOrdinal(session.Id, after) > 0).Take(size + 1).ToList();
        var answer = new V1.ListEditSessionsResponse { NextPageToken = rows.Count > size ? Paging.Token(request.Parent + "/editSessions", rows[size - 1].Id) : "" };
        answer.EditSessions.AddRange(rows.Take(size).Select(EditMessages.ToMessage));
        return Task.FromResult(answer);
    }

    public override Task<V1.EditOutcome> ApplyEdit(V1.ApplyEditRequest request, ServerCallContext context)
    {
        var edit = EditRequests.Of(request);
        return WithAsync(request.Name, request.Etag, open => Step(open, () => open.Session.Apply(edit, context.CancellationToken), record => record with
        {
            Edits = [.. record.Edits.Take(record.Made), edit.Said.Command], Made = record.Made + 1,
        }), context);
    }

    public override Task<V1.EditOutcome> UndoEdit(V1.UndoEditRequest request, ServerCallContext context) =>
        WithAsync(request.Name, request.Etag, open => Step(open, () => open.Session.Undo(context.CancellationToken), record => record with { Made = record.Made - 1 }), context);

    public override Task<V1.EditOutcome> RedoEdit(V1.RedoEditRequest request, ServerCallContext context) =>
        WithAsync(request.Name, request.Etag, open => Step(open, () => open.Session.Redo(context.CancellationToken), record => record with { Made = record.Made + 1 }), context);

    public override Task<V1.Plan> SaveEditSession(V1.SaveEditSessionRequest request, ServerCallContext context)
    {
        var problems = new List<FieldProblem>();
        PlanIds.Check(request.PlanId, problems);
        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }

        var cancel = context.CancellationToken;
        return WithAsync(request.Name, "", open => answered.Of(request.RequestId, request, context, receipt =>
        {
            var (edited, on) = PlanEditing.Measure(open.Session, cancel);
            var (measured, reasons) = PlanEditing.Explain(edited, on, null, cancel);
            var content = PlanContent.Of(measured) with { Reasons = reasons, Edits = open.Session.Edits };
            var plan = (request.PlanId, request.Title, Caller.Of(context).Name, open.Record.Plan);
            return keeping.Keep(CityRequests.Kept(shelf, open.Record.City), plan, (measured, content, on.City), (PlanMessages.ToMessage(measured, on.City), receipt), cancel);
        }), context);
    }

    public override Task<Empty> DeleteEditSession(V1.DeleteEditSessionRequest request, ServerCallContext context)
    {
        var ids = ResourceNames.Ids(request.Name, "name", "cities", "editSessions");
        return sessions.DropAsync(ids[0], ids[1], context.CancellationToken);
    }

    // What is answered is on the disk; where that fails the session is made again of what is there.
    private V1.EditOutcome Step(OpenSession open, Func<EditReport> step, Func<SessionRecord, SessionRecord> after)
    {
        var before = open.Session.Edits.Count;
        var report = step();
        if (open.Session.Edits.Count != before)
        {
            try
            {
                sessions.Keep(open, after(open.Record) with { Changed = clock.GetUtcNow() });
            }
            catch
            {
                sessions.Forget(open);
                throw;
            }
        }

        return EditMessages.ToMessage(report, open);
    }

    private Task<T> WithAsync<T>(string name, string etag, Func<OpenSession, T> work, ServerCallContext context)
    {
        var ids = ResourceNames.Ids(name, "name", "cities", "editSessions");
        return sessions.WithAsync(ids[0], ids[1], open => etag.Length == 0 || etag == EditMessages.EtagOf(open.Record)
            ? work(open)
            : throw new OfficeConflictException(OfficeConflict.Changed, $"The edit session {name} was changed since it was read; read it again."), context.CancellationToken);
    }

    private string NewId() => $"{clock.GetUtcNow().ToUnixTimeMilliseconds():x12}-{Random.Shared.Next(0x10000):x4}";
}
