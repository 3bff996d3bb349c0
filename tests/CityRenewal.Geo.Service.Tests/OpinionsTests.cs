using System.Net.Http.Json;
using System.Text.Json;
using CityRenewal.Geo.Service.V1;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Opinions on findings and answers to them, as chief planner and planner write them over the wire.</summary>
[Collection("service")]
public class OpinionsTests(RunningService service)
{
    private Opinions.OpinionsClient Opinions => new(service.Channel);

    [Fact]
    public async Task An_opinion_is_answered_and_corrected_and_the_record_vouches_for_all_of_it()
    {
        var plan = await DrawnAsync("opinion-1");
        var on = plan.Findings[0];
        var said = await Opinions.CreateOpinionAsync(new CreateOpinionRequest
        {
            Parent = plan.Name, Area = on.Area, Rule = on.Rule, Text = "请核实", Reason = "图件与指标不一致", Author = "总规划师", Etag = plan.Etag,
        });
        var answer = await Opinions.AnswerOpinionAsync(new AnswerOpinionRequest { Name = said.Name, Text = "已核实" });
        var correction = await Opinions.CorrectOpinionAsync(new CorrectOpinionRequest { Name = said.Name, Text = "请再核实", Reason = "笔误" });
        var record = await Opinions.ListOpinionsAsync(new ListOpinionsRequest { Parent = plan.Name });

        Assert.Equal(($"{plan.Name}/opinions/1", OpinionKind.Opinion, "总规划师"), (said.Name, said.Kind, said.Author));
        Assert.Equal((OpinionKind.Answer, said.Name, "local"), (answer.Kind, answer.RefersTo, answer.Author));
        Assert.Equal((OpinionKind.Correction, on.Area, on.Rule), (correction.Kind, correction.Area, correction.Rule));
        Assert.Equal([said, answer, correction], record.Opinions);
        Assert.True(record.IsUntouched);
        Assert.Equal(correction.Hash, record.RecordHash);
        Assert.All(record.Opinions, opinion => Assert.Equal(FindingSince.Same, opinion.FindingSince));
        Assert.InRange(said.CreateTime.ToDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Equal(answer, await Opinions.GetOpinionAsync(new GetOpinionRequest { Name = answer.Name }));
    }

    [Fact]
    public async Task A_plan_with_opinions_has_another_etag_and_is_not_deleted()
    {
        var plan = await DrawnAsync("opinion-2");
        var request = new CreateOpinionRequest { Parent = plan.Name, Area = plan.Findings[0].Area, Rule = plan.Findings[0].Rule, Text = "请核实", Reason = "存疑", Etag = plan.Etag };
        await Opinions.CreateOpinionAsync(request);
        var stale = await FaultAsync(() => Opinions.CreateOpinionAsync(request).ResponseAsync);
        var kept = await FaultAsync(() => service.Plans.DeletePlanAsync(new DeletePlanRequest { Name = plan.Name }).ResponseAsync);

        Assert.Equal(StatusCode.Aborted, stale.StatusCode);
        Assert.Equal(StatusCode.FailedPrecondition, kept.StatusCode);
        Assert.Single((await Opinions.ListOpinionsAsync(new ListOpinionsRequest { Parent = plan.Name })).Opinions);
    }

    [Fact]
    public async Task The_same_request_again_adds_nothing_and_a_checked_one_neither()
    {
        var plan = await DrawnAsync("opinion-3");
        var request = new CreateOpinionRequest { Parent = plan.Name, Area = plan.Findings[0].Area, Rule = plan.Findings[0].Rule, Text = "请核实", Reason = "存疑", RequestId = "opinion-once" };
        var first = await Opinions.CreateOpinionAsync(request);
        var second = await Opinions.CreateOpinionAsync(request);
        var looked = await Opinions.CreateOpinionAsync(new CreateOpinionRequest(request) { RequestId = "", ValidateOnly = true });

        Assert.Equal(first, second);
        Assert.Empty(looked.Name);
        Assert.Single((await Opinions.ListOpinionsAsync(new ListOpinionsRequest { Parent = plan.Name })).Opinions);
    }

    [Fact]
    public async Task Everything_wrong_is_told_and_a_finding_that_is_not_there_names_those_that_are()
    {
        var plan = await DrawnAsync("opinion-4");
        var empty = await FaultAsync(() => Opinions.CreateOpinionAsync(new CreateOpinionRequest { Parent = plan.Name }).ResponseAsync);
        var foreign = await FaultAsync(() => Opinions.CreateOpinionAsync(new CreateOpinionRequest
        {
            Parent = plan.Name, Area = plan.Findings[0].Area, Rule = "no-such-rule", Text = "请核实", Reason = "存疑",
        }).ResponseAsync);
        var missing = await FaultAsync(() => Opinions.AnswerOpinionAsync(new AnswerOpinionRequest { Name = plan.Name + "/opinions/9", Text = "答复" }).ResponseAsync);

        Assert.Equal(["text", "reason"], empty.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field));
        Assert.Equal(StatusCode.NotFound, foreign.StatusCode);
        Assert.Contains("demolition-ratio", foreign.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(StatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_record_is_read_page_by_page_and_as_json()
    {
        var plan = await DrawnAsync("opinion-5");
        using var http = new HttpClient { BaseAddress = service.Json };
        for (var i = 0; i < 3; i++)
        {
            var answer = await http.PostAsJsonAsync($"v1/{plan.Name}/opinions", new { area = plan.Findings[0].Area, rule = plan.Findings[0].Rule, text = $"意见 {i}", reason = "存疑" });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }

        var first = await Opinions.ListOpinionsAsync(new ListOpinionsRequest { Parent = plan.Name, PageSize = 2 });
        var rest = await Opinions.ListOpinionsAsync(new ListOpinionsRequest { Parent = plan.Name, PageSize = 2, PageToken = first.NextPageToken });
        var json = await http.GetFromJsonAsync<JsonElement>($"v1/{plan.Name}/opinions?pageSize=2");

        Assert.Equal(["意见 0", "意见 1", "意见 2"], first.Opinions.Concat(rest.Opinions).Select(opinion => opinion.Text));
        Assert.Empty(rest.NextPageToken);
        Assert.Equal(first, ListOpinionsResponse.Parser.ParseJson(json.GetRawText()));
    }

    [Fact]
    public async Task Opinions_of_many_at_once_are_all_kept_in_one_chain()
    {
        var plan = await DrawnAsync("opinion-6");
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Opinions.CreateOpinionAsync(new CreateOpinionRequest
        {
            Parent = plan.Name, Area = plan.Findings[0].Area, Rule = plan.Findings[0].Rule, Text = $"意见 {i}", Reason = "存疑",
        }).ResponseAsync));
        var record = await Opinions.ListOpinionsAsync(new ListOpinionsRequest { Parent = plan.Name });

        Assert.True(record.IsUntouched);
        Assert.Equal(Enumerable.Range(1, 16), record.Opinions.Select(opinion => opinion.Number));
        Assert.Equal(16, record.Opinions.Select(opinion => opinion.Text).Distinct().Count());
    }

    private static async Task<RpcException> FaultAsync(Func<Task> call) => await Assert.ThrowsAsync<RpcException>(call);

    private async Task<Plan> DrawnAsync(string id)
    {
        var proposed = await service.ProposedAsync("judged");
        var request = new CreatePlanRequest { Parent = KeptPlans.City, PlanId = id, RulePack = KeptPlans.Chongqing };
        request.Areas.Add(new DrawnArea { Id = "甲", Parcels = { proposed.Areas[0].Parcels } });
        return await service.Plans.CreatePlanAsync(request);
    }
}
