using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.Commands;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>The packs that come with the program say what the texts say, and call assumed what no text says.</summary>
public class ShippedPackTests
{
    private static readonly string Folder = Path.Combine(Renewal.Checkout, "data", "rule-packs");

    [Fact]
    public void The_shipped_packs_are_those_of_the_folder() =>
        Assert.Equal(
            Directory.GetFiles(Folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal), RulePackShelf.Ids);

    [Theory]
    [InlineData("cn-2021-63")]
    [InlineData("chongqing-2025")]
    [InlineData("guizhou-2026")]
    [InlineData("shenzhen-2021")]
    public void A_shipped_pack_reads_without_problem_by_id_and_by_path_to_the_same_hash(string id)
    {
        var pack = RulePackShelf.Read(id).OrThrow();

        Assert.Equal(id, pack.Id);
        Assert.Equal(pack.Hash, RulePackShelf.Read(Path.Combine(Folder, id + ".yaml")).OrThrow().Hash);
    }

    [Fact]
    public void The_example_for_those_who_write_their_own_is_right()
    {
        var page = File.ReadAllText(Path.Combine(Folder, "README.md"));
        var example = page.Split("```yaml\n")[1].Split("```")[0];

        var pack = RulePackShelf.Parse("our-district-2026.yaml", example).OrThrow();

        Assert.Equal((0.15, false), Number(pack, "maximum_demolition_ratio"));
        Assert.Equal(["demolition-ratio"], ((AllOfTest)Rule(pack, "strict-control").Test).Members);
    }

    [Fact]
    public void The_bottom_lines_have_the_numbers_and_the_strength_of_the_notice()
    {
        var pack = RulePackShelf.Read("cn-2021-63").OrThrow();

        Assert.Equal((0.2, false), Number(pack, "maximum_demolition_ratio"));
        Assert.Equal((2.0, false), Number(pack, "maximum_new_to_demolished"));
        Assert.Equal((0.5, false), Number(pack, "minimum_local_rehousing"));
        Assert.Null(pack.Parameters["largest_demolition_block_m2"].Value);
        Assert.Equal(RuleStrength.InPrinciple, Rule(pack, "demolition-ratio").Strength);
        Assert.Equal(RuleStrength.InPrinciple, Rule(pack, "new-to-demolished").Strength);
        Assert.Equal(RuleStrength.Advisable, Rule(pack, "local-rehousing").Strength);
        Assert.Equal(RuleStrength.Must, Rule(pack, "protected-buildings-stay").Strength);
        Assert.Equal("rent-growth", Assert.Single(pack.Monitored).Id);
        Assert.DoesNotContain(pack.Rules, rule => rule.Id.Contains("rent", StringComparison.Ordinal));
    }

    [Fact]
    public void The_demolition_ratio_is_read_in_both_ways_and_without_padding() =>
        Assert.Equal(
            ["exempt-out-of-both", "without-padding"],
            ((ShareTest)Rule(RulePackShelf.Read("cn-2021-63").OrThrow(), "demolition-ratio").Test).Readings.Select(reading => reading.Id));

    [Fact]
    public void Chongqing_binds_by_the_national_lines_too()
    {
        var national = RulePackShelf.Read("cn-2021-63").OrThrow();
        var chongqing = RulePackShelf.Read("chongqing-2025").OrThrow();

        Assert.Equal(national.Rules.Select(rule => rule.Id), chongqing.Rules.Take(national.Rules.Count).Select(rule => rule.Id));
        Assert.Equal(["cn-2021-63"], chongqing.Extends);
    }

    [Theory]
    [InlineData("must-not-buildings")]
    [InlineData("must-not-nature")]
    [InlineData("strict-control")]
    public void The_wording_that_nobody_found_is_said_to_be_assumed_in_both_languages(string id)
    {
        var rule = Rule(RulePackShelf.Read("chongqing-2025").OrThrow(), id);

        Assert.Contains(rule.Assumptions, assumption =>
            assumption.Text.Contains("was not found", StringComparison.Ordinal) && assumption.TextChinese.Contains("未找到", StringComparison.Ordinal));
        Assert.Contains("未证实", rule.TitleChinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("udb-elastic")]
    [InlineData("udb-special")]
    [InlineData("flood-risk")]
    [InlineData("geological-hazard")]
    [InlineData("core-zone-demolition")]
    public void What_is_allowed_only_with_consent_names_whose_and_says_that_it_is_assumed(string id)
    {
        var rule = Rule(RulePackShelf.Read("chongqing-2025").OrThrow(), id);

        Assert.NotNull(rule.Consent);
        Assert.NotEmpty(rule.Assumptions);
    }

    [Theory]
    [InlineData("permanent-basic-farmland")]
    [InlineData("ecological-red-line")]
    [InlineData("udb-inside")]
    public void Lines_that_nobody_may_cross_know_no_consent(string id)
    {
        var rule = Rule(RulePackShelf.Read("chongqing-2025").OrThrow(), id);

        Assert.Equal((RuleStrength.Must, null), (rule.Strength, rule.Consent));
    }

    [Theory]
    [InlineData("guizhou-2026")]
    [InlineData("shenzhen-2021")]
    public void A_draft_says_so_in_every_rule_of_its_own(string id)
    {
        var pack = RulePackShelf.Read(id).OrThrow();
        var national = RulePackShelf.Read("cn-2021-63").OrThrow();

        Assert.True(pack.IsDraft);
        Assert.All(
            pack.Rules.Where(rule => national.Rules.All(known => known.Citation != rule.Citation)),
            rule => Assert.Contains(rule.Assumptions, assumption => assumption.TextChinese.Contains("草案", StringComparison.Ordinal)));
        Assert.DoesNotContain(national.Rules, rule => rule.Assumptions.Any(assumption => assumption.TextChinese.Contains("草案", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_numbers_of_the_drafts_are_those_that_are_told()
    {
        var guizhou = RulePackShelf.Read("guizhou-2026").OrThrow();
        var shenzhen = RulePackShelf.Read("shenzhen-2021").OrThrow();

        Assert.Equal((200_000.0, false), Number(guizhou, "minimum_area_m2"));
        Assert.Equal((100_000.0, false), Number(guizhou, "minimum_area_county_m2"));
        Assert.True(Number(guizhou, "life_circle_extent_m").IsAssumed);
        Assert.Equal((10_000.0, false), Number(shenzhen, "minimum_scope_m2"));
        Assert.Equal((3_000.0, false), Number(shenzhen, "land_handed_over_least_m2"));
        Assert.Equal((0.15, false), Number(shenzhen, "land_handed_over_share"));
        Assert.Equal((0.6, true), Number(shenzhen, "legal_land_share"));
        Assert.Equal((15.0, true), Number(shenzhen, "industry_age_years"));
    }

    [Fact]
    public void Every_rule_is_said_in_both_languages_and_cited_by_clause()
    {
        foreach (var rule in RulePackShelf.Ids.SelectMany(id => RulePackShelf.Read(id).OrThrow().Rules))
        {
            Assert.Contains(rule.TitleChinese, letter => letter >= '\u4e00');
            Assert.DoesNotContain(rule.Title, letter => letter >= '\u4e00');
            Assert.NotEmpty(rule.Citation.Clause);
        }
    }

    private static PackRule Rule(RulePack pack, string id) => pack.Rules.Single(rule => rule.Id == id);

    private static (double? Value, bool IsAssumed) Number(RulePack pack, string name) => (pack.Parameters[name].Value, pack.Parameters[name].IsAssumed);
}
