using CityRenewal.Geo.Service.V1;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>A planner edits a plan through calls.</summary>
[Collection("service")]
public class EditsTests(RunningService service)
{
    [Fact]
    public async Task An_edit_changes_the_numbers_undo_brings_them_back_and_the_session_is_saved_as_a_version()
    {
        var session = await BeginAsync("edit-1");
        var area = session.Areas[0];
        var removed = await service.Edits.ApplyEditAsync(new ApplyEditRequest
        {
            Name = session.Name, Etag = session.Etag, Remove = new RemoveParcelsEdit { Area = area.Id, Parcels = { area.Parcels[0] } },
        });
        var back = await service.Edits.UndoEditAsync(new UndoEditRequest { Name = session.Name });
        var again = await service.Edits.RedoEditAsync(new RedoEditRequest { Name = session.Name });
        var saved = await service.Edits.SaveEditSessionAsync(new SaveEditSessionRequest { Name = session.Name, PlanId = "edit-1-v2", Title = "第二稿" });

        var change = Assert.Single(removed.Changes);
        Assert.Equal([area.Parcels[0]], change.Lost);
        Assert.True(change.After.NetAreaM2 < change.Before.NetAreaM2);
        Assert.Equal(removed.ObjectiveBefore, back.ObjectiveAfter);
        Assert.Equal(removed.ObjectiveAfter, again.ObjectiveAfter);
        Assert.Equal("cities/sample/plans/edit-1", saved.From);
        Assert.Equal(change.After.NetAreaM2, saved.Areas.Single(each => each.Id == area.Id).NetAreaM2);
    }

    [Fact]
    public async Task An_impossible_edit_is_refused_whole_and_an_old_etag_too()
    {
        var session = await BeginAsync("edit-2");
        var impossible = await Assert.ThrowsAsync<RpcException>(async () => await service.Edits.ApplyEditAsync(new ApplyEditRequest
        {
            Name = session.Name, Add = new AddParcelsEdit { Area = "nowhere", Parcels = { "no such parcel" } },
        }));
        await service.Edits.ApplyEditAsync(new ApplyEditRequest { Name = session.Name, Dissolve = new DissolveAreaEdit { Area = session.Areas[0].Id } });
        var stale = await Assert.ThrowsAsync<RpcException>(async () => await service.Edits.UndoEditAsync(new UndoEditRequest { Name = session.Name, Etag = session.Etag }));
        var listed = await service.Edits.ListEditSessionsAsync(new ListEditSessionsRequest { Parent = "cities/sample" });

        Assert.Equal(StatusCode.InvalidArgument, impossible.StatusCode);
        Assert.Contains("nowhere", impossible.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("no such parcel", impossible.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(StatusCode.Aborted, stale.StatusCode);
        Assert.Contains(listed.EditSessions, known => known.Name == session.Name && known.CanUndo);
        await service.Edits.DeleteEditSessionAsync(new DeleteEditSessionRequest { Name = session.Name });
        await Assert.ThrowsAsync<RpcException>(async () => await service.Edits.GetEditSessionAsync(new GetEditSessionRequest { Name = session.Name }));
    }

    [Fact]
    public async Task Two_sessions_on_one_city_do_not_see_each_others_edits()
    {
        var one = await BeginAsync("edit-apart");
        var other = await service.Edits.CreateEditSessionAsync(new CreateEditSessionRequest { Parent = "cities/sample", Plan = one.Plan });
        var (area, parcel) = (one.Areas[0].Id, one.Areas[0].Parcels[0]);
        await service.Edits.ApplyEditAsync(new ApplyEditRequest { Name = one.Name, Remove = new RemoveParcelsEdit { Area = area, Parcels = { parcel } } });
        await service.Edits.ApplyEditAsync(new ApplyEditRequest { Name = one.Name, Lock = new LockParcelsEdit { State = LockState.Out, Parcels = { parcel } } });
        await ResolveAsync(one.Name, area);
        var untouched = await service.Edits.GetEditSessionAsync(new GetEditSessionRequest { Name = other.Name });
        var solved = await ResolveAsync(other.Name, area);
        var third = await service.Edits.CreateEditSessionAsync(new CreateEditSessionRequest { Parent = "cities/sample", Plan = one.Plan });
        var alone = await ResolveAsync(third.Name, area);

        Assert.Equal(other, untouched);
        Assert.Equal((alone.ObjectiveBefore, alone.ObjectiveAfter), (solved.ObjectiveBefore, solved.ObjectiveAfter));
        Assert.Equal(alone.Changes, solved.Changes);
        Assert.DoesNotContain(parcel, (await service.Edits.GetEditSessionAsync(new GetEditSessionRequest { Name = one.Name })).Areas.SelectMany(each => each.Parcels));
    }

    [Theory]
    [InlineData("A\n2")]
    [InlineData(" ")]
    [InlineData("\"'; --")]
    public async Task An_area_of_a_name_that_no_record_could_say_again_is_refused_and_the_session_lives_on(string id)
    {
        var session = await BeginAsync($"edit-{(uint)id.GetHashCode(StringComparison.Ordinal)}");
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await service.Edits.ApplyEditAsync(new ApplyEditRequest
        {
            Name = session.Name, Begin = new BeginAreaEdit { Area = id, Parcels = { session.Areas[0].Parcels[0] } },
        }));
        var removed = await service.Edits.ApplyEditAsync(new ApplyEditRequest
        {
            Name = session.Name, Remove = new RemoveParcelsEdit { Area = session.Areas[0].Id, Parcels = { session.Areas[0].Parcels[0] } },
        });

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Single(removed.Changes);
    }

    private async Task<EditOutcome> ResolveAsync(string session, string area) =>
        await service.Edits.ApplyEditAsync(new ApplyEditRequest { Name = session, Resolve = new ResolveAroundEdit { Area = area } });

    private async Task<EditSession> BeginAsync(string plan)
    {
        var begun = await service.Plans.ProposePlansAsync(new ProposePlansRequest { Parent = "cities/sample", PlanId = plan });
        await service.Operations.WaitOperationAsync(new Google.LongRunning.WaitOperationRequest { Name = begun.Name, Timeout = new() { Seconds = 120 } });
        return await service.Edits.CreateEditSessionAsync(new CreateEditSessionRequest { Parent = "cities/sample", Plan = $"cities/sample/plans/{plan}" });
    }
}
