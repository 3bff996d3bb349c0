using CityRenewal.Geo.Service.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

[Collection("service")]
public class ReviewsTests(RunningService service)
{
    private const string Chongqing = "rulePacks/chongqing-2025";

    [Fact]
    public async Task A_plan_under_a_pack_carries_the_pack_and_no_failing_finding()
    {
        var plan = await ProposeAsync(new WatchProposalRequest { City = "cities/sample", RulePack = Chongqing });

        Assert.NotEmpty(plan.Areas);
        Assert.Equal(plan.Areas.Count * plan.RulePack.Rules.Count(rule => !KeptPlans.IsAskedBetweenBoundaries(rule.Id)), plan.Findings.Count);
        Assert.DoesNotContain(plan.Findings, finding => finding.Verdict == Verdict.Fail);
        Assert.All(plan.Areas, area => Assert.NotEmpty(area.NeedParts));
        Assert.Contains(plan.Areas, area => area.Categories.Count > 0 && area.Categories[0].EvidenceChinese.Length > 0);
    }

    [Fact]
    public async Task A_set_parameter_is_named_as_an_assumption()
    {
        var request = new WatchProposalRequest { City = "cities/sample", RulePack = Chongqing };
        request.Parameters["maximum_demolition_ratio"] = 0.1;
        var finding = (await ProposeAsync(request)).Findings.First(finding => finding.Rule == "demolition-ratio");

        Assert.Equal(0.1, finding.Limit);
        Assert.Contains(finding.Assumptions, assumption => assumption.Text.Contains("0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_outline_of_a_proposed_area_is_reviewed_to_the_same_parcels_and_what_is_demolished_is_unknown()
    {
        var area = (await ProposeAsync(new WatchProposalRequest { City = "cities/sample", RulePack = Chongqing })).Areas[0];
        var request = new ReviewAreasRequest { City = "cities/sample", RulePack = Chongqing, EpsgCode = area.EpsgCode };
        request.Outlines.Add(new Outline { Id = "drawn", Wkb = area.OutlineWkb });
        var review = await service.Reviews.ReviewAreasAsync(request);

        var reviewed = Assert.Single(review.Areas);
        Assert.Equal(area.Parcels, reviewed.Parcels);
        Assert.Equal(Verdict.Pass, Of(reviewed, "udb-inside").Verdict);
        Assert.Equal((Verdict.Unknown, "no_dispositions"), (Of(reviewed, "new-to-demolished").Verdict, Of(reviewed, "new-to-demolished").WhyNotCode));
        Assert.Contains("不替代法定审查", review.Disclaimer);
    }

    [Fact]
    public async Task Everything_wrong_with_a_request_is_told_at_once()
    {
        var request = new ReviewAreasRequest { City = "atlantis", RulePack = Chongqing };
        request.Parameters["no_such_parameter"] = 1;
        request.Outlines.Add(new Outline { Id = "a", Wkb = ByteString.CopyFromUtf8("not wkb") });
        var fault = await Assert.ThrowsAsync<RpcException>(async () => await service.Reviews.ReviewAreasAsync(request));

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
        var fields = fault.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field).ToList();
        Assert.Contains("city", fields);
        Assert.Contains("epsg_code", fields);
        Assert.Contains("outlines[0].wkb", fields);
        Assert.Contains(fields, field => field.StartsWith("parameters", StringComparison.Ordinal));
    }

    private static Finding Of(ReviewedArea area, string rule) => area.Findings.First(finding => finding.Rule == rule);

    private async Task<Plan> ProposeAsync(WatchProposalRequest request)
    {
        using var call = service.Plans.WatchProposal(request);
        Plan? plan = null;
        await foreach (var step in call.ResponseStream.ReadAllAsync())
        {
            plan = step.Plan ?? plan;
        }

        return plan!;
    }
}
