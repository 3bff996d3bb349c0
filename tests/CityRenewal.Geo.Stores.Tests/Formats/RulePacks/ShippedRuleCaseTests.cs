using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Every rule of every shipped pack, drafts too, has a case that passes, fails, stands at the limit, lacks evidence.</summary>
public class ShippedRuleCaseTests
{
    private static readonly Dictionary<string, RulePack> Packs = RulePackShelf.Ids.ToDictionary(id => id, id => Apart(RulePackShelf.Read(id).OrThrow()));

    public static TheoryData<string, string> Rules()
    {
        var rules = new TheoryData<string, string>();
        foreach (var (id, pack) in Packs)
        {
            foreach (var rule in pack.Rules)
            {
                rules.Add(id, rule.Id);
            }
        }

        return rules;
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_shipped_rule_passes_fails_stands_at_its_limit_and_says_when_evidence_is_missing(string pack, string rule)
    {
        var scenes = ScenesOf(pack, rule);
        var consents = Packs[pack].Rules.Single(known => known.Id == rule).Consent is not null || Broken(pack, rule).Judgement.Members.Any(
            member => member.Judgement.Verdict == Verdict.NeedsApproval);
        var broken = scenes.WhenBroken ?? (consents ? Verdict.NeedsApproval : Verdict.Fail);

        Assert.Equal(
            [Verdict.Pass, broken, scenes.WhenAtLimit, Verdict.Unknown],
            scenes.All.Select(scene => scene.Scene(Packs[pack]).Judge(rule).Verdict));
    }

    [Fact]
    public void No_shipped_rule_is_without_its_four_cases() => Assert.Empty(
        from pack in Packs
        from rule in pack.Value.Rules
        where FindScenes(pack.Key, rule.Id) is null
        select $"{pack.Key}: {rule.Id} has no cases; write them in NationalScenes or DraftScenes");

    [Fact]
    public void No_case_is_about_a_rule_that_is_not_shipped() => Assert.Empty(
        NationalScenes.All.Keys.Except(Packs["chongqing-2025"].Rules.Select(rule => rule.Id))
            .Concat(DraftScenes.Guizhou.Keys.Except(Packs["guizhou-2026"].Rules.Select(rule => rule.Id)))
            .Concat(DraftScenes.Shenzhen.Keys.Except(Packs["shenzhen-2021"].Rules.Select(rule => rule.Id))));

    // Whatever the case was: without a layer a rule may become unknown, fail, or not be applicable, and never pass for it.
    [Theory]
    [MemberData(nameof(Rules))]
    public void Dropping_any_layer_never_turns_anything_into_a_pass(string pack, string rule)
    {
        foreach (var (name, scene) in ScenesOf(pack, rule).All)
        {
            if (scene(Packs[pack]).Judge(rule).Verdict == Verdict.Pass)
            {
                continue;
            }

            foreach (var layer in LayerNames.All.Where(layer => layer != LayerNames.Parcels))
            {
                var without = scene(Packs[pack]).Without(layer).Judge(rule);
                Assert.False(without.Verdict == Verdict.Pass, $"{pack} {rule}, {name}: a pass without {layer}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_parts_of_the_evidence_sum_to_the_measured_sums(string pack, string rule)
    {
        foreach (var (_, scene) in ScenesOf(pack, rule).All)
        {
            AssertSums(scene(Packs[pack]).Judge(rule).Judgement);
        }
    }

    private static void AssertSums(Judgement judgement)
    {
        var evidence = judgement.Evidence;
        if (evidence.Numerator is { } numerator && evidence.Parts.Any(part => part.Above != 0))
        {
            Assert.Equal(numerator, evidence.Parts.Sum(part => part.Above), 1e-6);
        }

        if (evidence.Denominator is { } denominator)
        {
            Assert.Equal(denominator, evidence.Parts.Sum(part => part.Below), 1e-6);
        }

        foreach (var member in judgement.Members)
        {
            AssertSums(member.Judgement);
        }
    }

    private static Finding Broken(string pack, string rule) => ScenesOf(pack, rule).Broken(Packs[pack]).Judge(rule);

    private static RuleScenes ScenesOf(string pack, string rule) => FindScenes(pack, rule)
        ?? throw new InvalidOperationException($"{rule} of {pack} has no cases");

    private static RuleScenes? FindScenes(string pack, string rule) =>
        pack == "guizhou-2026" && DraftScenes.Guizhou.TryGetValue(rule, out var guizhou) ? guizhou
        : pack == "shenzhen-2021" && DraftScenes.Shenzhen.TryGetValue(rule, out var shenzhen) ? shenzhen
        : NationalScenes.All.GetValueOrDefault(rule);

    // Parts are no findings of their own, and rules of projects none of areas; here each is looked at by itself.
    private static RulePack Apart(RulePack pack) => pack with
    {
        Rules = [.. pack.Rules.Select(rule => rule with { IsPart = false, Scopes = [RuleScope.Area, RuleScope.Project] })],
    };
}
