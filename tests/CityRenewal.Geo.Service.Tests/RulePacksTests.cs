using CityRenewal.Geo.Service.V1;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

[Collection("service")]
public class RulePacksTests(RunningService service)
{
    [Fact]
    public async Task The_packs_are_listed_and_shown()
    {
        var listed = await service.RulePacks.ListRulePacksAsync(new ListRulePacksRequest());
        Assert.Contains(listed.RulePacks, pack => pack.Name == "rulePacks/cn-2021-63");

        var pack = await service.RulePacks.GetRulePackAsync(new GetRulePackRequest { Name = "rulePacks/chongqing-2025" });
        Assert.Equal(["rulePacks/cn-2021-63"], pack.Extends);
        var rule = Assert.Single(pack.Rules, rule => rule.Id == "demolition-ratio");
        Assert.Equal(("建科〔2021〕63号", RuleStrength.InPrinciple), (rule.Citation.Number, rule.Strength));
        Assert.Equal(0.2, Assert.Single(pack.Parameters, parameter => parameter.Name == "maximum_demolition_ratio").Value);
        Assert.False(Assert.Single(pack.Parameters, parameter => parameter.Name == "largest_demolition_block_m2").HasValue);
        Assert.Contains(pack.Monitored, indicator => indicator.Id == "rent-growth");
    }

    [Fact]
    public async Task Packs_come_in_pages()
    {
        var first = await service.RulePacks.ListRulePacksAsync(new ListRulePacksRequest { PageSize = 1 });
        var second = await service.RulePacks.ListRulePacksAsync(new ListRulePacksRequest { PageSize = 1, PageToken = first.NextPageToken });

        Assert.NotEqual(Assert.Single(first.RulePacks).Name, Assert.Single(second.RulePacks).Name);
    }

    [Fact]
    public async Task A_pack_that_is_not_held_is_not_found_and_a_path_is_none()
    {
        foreach (var name in new[] { "rulePacks/atlantis", "rulePacks/../../etc/passwd" })
        {
            var fault = await Assert.ThrowsAsync<RpcException>(async () => await service.RulePacks.GetRulePackAsync(new GetRulePackRequest { Name = name }));
            Assert.Equal(StatusCode.NotFound, fault.StatusCode);
            Assert.Contains("rulePacks/chongqing-2025", fault.Status.Detail);
        }
    }

    [Fact]
    public async Task A_pack_with_faults_is_answered_with_all_of_them_by_line()
    {
        var answer = await service.RulePacks.CheckRulePackAsync(new CheckRulePackRequest
        {
            Yaml = "pack: mine\nversion: \"1\"\ntitle: t\ntitle_zh: t\nlicence: l\nextends: [atlantis]\ncolour: red\n",
        });

        Assert.Null(answer.RulePack);
        Assert.Contains(answer.Problems, problem => problem.Line == 6);
        Assert.Contains(answer.Problems, problem => problem.Line == 7 && problem.Message.Contains("colour", StringComparison.Ordinal));
    }
}
