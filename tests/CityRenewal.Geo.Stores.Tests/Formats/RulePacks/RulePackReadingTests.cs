using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>What is written in a pack is what the engine gets.</summary>
public sealed class RulePackReadingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-packs").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_kind_of_test_is_read_as_it_is_written()
    {
        var pack = SmallPack.Read(SmallPack.Yaml).OrThrow();

        var share = Assert.IsType<ShareTest>(pack.Rules[0].Test);
        Assert.Equal((Quantity.FloorArea, "most_demolition", LimitSense.AtMost), (share.Above.Quantity, share.Limit, share.Sense));
        Assert.Equal(new DemolitionCondition(DemolitionPart.Elective), Assert.Single(share.Above.Conditions));
        Assert.Equal("exempt-out", Assert.Single(share.Readings).Id);
        var sum = Assert.IsType<SumTest>(pack.Rules[1].Test);
        Assert.Equal((Quantity.LandIn, "ecological_red_line", "red-line.at_most", "strip_m"), (sum.Term.Quantity, sum.Term.Column, sum.Limit, sum.StripWidth));
        Assert.Equal(0, pack.Parameters["red-line.at_most"].Value);
        Assert.Equal(new PackAssumption("the authority", "主管部门"), pack.Rules[1].Consent);
        Assert.Equal(new InsideTest("strip_m"), pack.Rules[2].Test);
        Assert.Equal(new MeasureTest("gross_far_after", "", "gross_far", LimitSense.AtMost, RuleUnit.Ratio), pack.Rules[3].Test);
        Assert.Equal(new UndividedTest("district"), pack.Rules[4].Test);
        Assert.IsType<WholeTest>(pack.Rules[5].Test);
        Assert.Equal(["demolition", "red-line"], Assert.IsType<AllOfTest>(pack.Rules[6].Test).Members);
        Assert.Equal(new Citation("notice", "一"), pack.Rules[0].Citation);
        Assert.Equal([RuleScope.Area, RuleScope.Project], pack.Rules[0].Scopes);
        Assert.Equal("rent", Assert.Single(pack.Monitored).Id);
        Assert.Equal(new PackSource("notice", "通知", "一号", "2021-08-30", "https://example.invalid"), Assert.Single(pack.Sources));
    }

    [Fact]
    public void A_rule_that_asks_for_a_category_knows_one_word_only()
    {
        Assert.IsType<CategoryTest>(SmallPack.Read(SmallPack.With("whole: {layer: historic_zones}", "category: any")).OrThrow().Rules[5].Test);
        Assert.Equal("unknown_word", Assert.Single(SmallPack.Read(SmallPack.With("whole: {layer: historic_zones}", "category: many")).Problems).Code);
    }

    [Fact]
    public void Every_condition_is_read_as_it_is_written()
    {
        Condition[] expected =
        [
            new DemolitionCondition(DemolitionPart.Any), new AgeCondition(30, null), new AgeCondition(null, 50), new NeedCondition(0.2),
            new InLayerCondition("historic_core", 2),
        ];
        var written = "demolition: any, age_at_least: 30, age_below: 50, need_at_least: most_demolition, in_layer: historic_core, above_m2: 2, "
            + "danger: [C, D], use: [住宅], structure: [砖木], protected: [historic_building]";

        var share = (ShareTest)SmallPack.Read(SmallPack.With("demolition: elective", written)).OrThrow().Rules[0].Test;

        Assert.All(expected, condition => Assert.Contains(condition, share.Above.Conditions));
        Assert.Equal([Land.DangerGrade.C, Land.DangerGrade.D], share.Above.Conditions.OfType<DangerCondition>().Single().Grades);
        Assert.Equal(["住宅", "砖木"], share.Above.Conditions.OfType<WordCondition>().SelectMany(condition => condition.Words));
        Assert.Equal(["historic_building"], share.Above.Conditions.OfType<ProtectedCondition>().Single().Kinds);
    }

    [Fact]
    public void Conditions_of_parcels_are_read_as_they_are_written()
    {
        var sum = (SumTest)SmallPack.Read(SmallPack.With(
            "{sum: land_in, layer: ecological_red_line}", "{sum: land, built_up: false, changes: true, land_use: ['07'], land_use_system: 三调, protected: true}")).OrThrow().Rules[1].Test;

        Assert.Contains(new BuiltUpCondition(false), sum.Term.Conditions);
        Assert.Contains(new ChangeCondition(true), sum.Term.Conditions);
        Assert.Equal(("07", "三调"), (sum.Term.Conditions.OfType<WordCondition>().Single().Words[0], sum.Term.Conditions.OfType<WordCondition>().Single().System));
        Assert.Empty(sum.Term.Conditions.OfType<ProtectedCondition>().Single().Kinds);
    }

    [Fact]
    public void A_number_that_the_user_sets_replaces_the_packs_and_counts_as_assumed()
    {
        var pack = SmallPack.Read(SmallPack.Yaml, new() { ["most_demolition"] = 0.1 }).OrThrow();

        var set = pack.Parameters["most_demolition"];
        Assert.Equal((0.1, true), (set.Value, set.IsAssumed));
        Assert.EndsWith("set by the user", set.Title, StringComparison.Ordinal);
        Assert.EndsWith("（用户设定）", set.TitleChinese, StringComparison.Ordinal);
        Assert.False(SmallPack.Read(SmallPack.Yaml).OrThrow().Parameters["most_demolition"].IsAssumed);
    }

    [Fact]
    public void A_number_that_the_user_sets_is_what_conditions_compare_with()
    {
        var yaml = SmallPack.With("demolition: elective", "demolition: elective, need_at_least: most_demolition");

        var rule = SmallPack.Read(yaml, new() { ["most_demolition"] = 0.4 }).OrThrow().Rules[0];

        Assert.Contains(new NeedCondition(0.4), ((ShareTest)rule.Test).Above.Conditions);
        Assert.Contains(rule.Assumptions, assumption => assumption.Text.Contains("(most_demolition) is 0.4", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("most_demolitions", 0.1, "unknown_setting")]
    [InlineData("red-line.at_most", 5, "unknown_setting")]
    [InlineData("most_demolition", 20, "impossible_threshold")]
    [InlineData("most_demolition", -1, "impossible_threshold")]
    [InlineData("most_demolition", double.NaN, "impossible_threshold")]
    [InlineData("strip_m", double.PositiveInfinity, "impossible_threshold")]
    public void A_number_that_cannot_be_set_is_told_by_its_name(string name, double value, string code)
    {
        var problem = Assert.Single(SmallPack.Read(SmallPack.Yaml, new() { [name] = value }).Problems);

        Assert.Equal(("settings", name, code), (problem.File, problem.Field, problem.Code));
    }

    [Fact]
    public void A_pack_takes_in_what_it_extends_and_replaces_entries_of_the_same_id_in_their_place()
    {
        Write("small", SmallPack.Yaml);
        var path = Write("own", """
            pack: own
            version: 2
            title: Our own
            title_zh: 自定
            licence: CC0
            extends: [small]
            sources: []
            parameters:
              most_demolition: {value: 0.15, unit: ratio, assumed: true, title: Less, title_zh: 更少}
            rules:
              - id: inside
                title: Replaced
                title_zh: 替换
                scope: [area]
                strength: advisable
                citation: {source: notice}
                whole: {layer: historic_zones}
              - id: further
                title: One more
                title_zh: 增加
                scope: [area]
                strength: must
                citation: {source: notice}
                all_of: [demolition]
            """);

        var pack = RulePackShelf.Read(path).OrThrow();

        Assert.Equal(["demolition", "red-line", "inside", "far", "one-district", "whole", "both", "further"], pack.Rules.Select(rule => rule.Id));
        Assert.Equal(("Replaced", RuleStrength.Advisable), (pack.Rules[2].Title, pack.Rules[2].Strength));
        Assert.Equal(0.15, pack.Parameters["most_demolition"].Value);
        Assert.Equal(["small"], pack.Extends);
    }

    [Fact]
    public void A_pack_beside_the_file_goes_before_a_shipped_one_of_the_same_id()
    {
        Write("cn-2021-63", SmallPack.With("pack: small", "pack: cn-2021-63"));
        var path = Write("own", "pack: own\nversion: 1\ntitle: a\ntitle_zh: b\nlicence: c\nextends: [cn-2021-63]\nsources: []\nrules: []\n");

        Assert.Equal(7, RulePackShelf.Read(path).OrThrow().Rules.Count);
    }

    [Fact]
    public void Packs_that_extend_each_other_in_a_circle_are_told()
    {
        Write("small", SmallPack.With("pack: small", "pack: small\nextends: [own]"));
        var path = Write("own", SmallPack.With("pack: small", "pack: own\nextends: [small]"));

        var problem = Assert.Single(RulePackShelf.Read(path).Problems);

        Assert.Equal((Path.Combine(_folder, "small.yaml"), 2, "extends_cycle"), (problem.File, problem.Line, problem.Code));
        Assert.Contains("own → small → own", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_of_an_extended_file_is_told_with_that_file()
    {
        var small = Write("small", SmallPack.With("strength: advisable", "strength: maybe"));
        var path = Write("own", "pack: own\nversion: 1\ntitle: a\ntitle_zh: b\nlicence: c\nextends: [small]\nsources: []\nrules: []\n");

        var problem = Assert.Single(RulePackShelf.Read(path).Problems);

        Assert.Equal((small, SmallPack.LineOf("strength: advisable")), (problem.File, problem.Line));
    }

    [Fact]
    public void The_hash_is_of_what_is_said_and_not_of_how_it_is_written()
    {
        var hash = SmallPack.Read(SmallPack.Yaml).OrThrow().Hash;

        Assert.Equal(hash, Hash("value: 0.2", "value:   0.20   # a fifth"));
        Assert.Equal(hash, Hash("version: \"1\"", "version: '1'"));
        Assert.Equal(hash, Hash("citation: {source: notice, clause: 一}", "citation: {clause: 一, source: notice}"));
        Assert.NotEqual(hash, Hash("value: 0.2", "value: 0.21"));
        Assert.NotEqual(hash, Hash("title: Rents", "title: Rent"));
        Assert.Matches("^[0-9a-f]{64}$", hash);
    }

    [Fact]
    public void The_hash_changes_with_what_a_pack_extends()
    {
        var path = Write("own", "pack: own\nversion: 1\ntitle: a\ntitle_zh: b\nlicence: c\nextends: [small]\nsources: []\nrules: []\n");
        Write("small", SmallPack.Yaml);
        var before = RulePackShelf.Read(path).OrThrow().Hash;
        Write("small", SmallPack.With("value: 0.2", "value: 0.3"));

        Assert.NotEqual(before, RulePackShelf.Read(path).OrThrow().Hash);
    }

    private static string Hash(string old, string written) => SmallPack.Read(SmallPack.With(old, written)).OrThrow().Hash;

    private string Write(string id, string yaml)
    {
        var path = Path.Combine(_folder, id + ".yaml");
        File.WriteAllText(path, yaml);
        return path;
    }
}
