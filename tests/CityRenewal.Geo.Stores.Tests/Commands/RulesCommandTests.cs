using System.Text.Json;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>`renewal rules` as a planning office runs it.</summary>
public sealed class RulesCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-rules").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_list_names_the_shipped_packs()
    {
        var ending = Renewal.Run("rules", "list");

        Assert.Equal((0, ""), (ending.Code, ending.Error));
        Assert.Contains("cn-2021-63", ending.Output, StringComparison.Ordinal);
        Assert.Contains("重庆市城市更新片区", ending.Output, StringComparison.Ordinal);
        Assert.Contains("草案 draft", ending.Output, StringComparison.Ordinal);
        Assert.Contains("现行 in force", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_of_every_shipped_pack_is_shown_with_what_it_asks_for()
    {
        foreach (var pack in (string[])["chongqing-2025", "guizhou-2026", "shenzhen-2021"])
        {
            using var shown = JsonDocument.Parse(Renewal.Run("rules", "show", pack, "--json").Output);

            Assert.All(shown.RootElement.GetProperty("rules").EnumerateArray(), rule => Assert.NotEmpty(rule.GetProperty("limit").GetString()!));
        }
    }

    [Fact]
    public void The_list_is_one_JSON_document_where_that_is_asked_for()
    {
        using var list = JsonDocument.Parse(Renewal.Run("rules", "list", "--json").Output);

        Assert.Equal(
            [("chongqing-2025", false), ("cn-2021-63", false), ("guizhou-2026", true), ("shenzhen-2021", true)],
            list.RootElement.GetProperty("packs").EnumerateArray()
                .Select(pack => (pack.GetProperty("pack").GetString()!, pack.GetProperty("draft").GetBoolean())));
    }

    [Fact]
    public void What_is_shown_says_strength_limit_citation_and_assumptions_in_both_languages()
    {
        var shown = Renewal.Run("rules", "show", "chongqing-2025").Output;

        string[] expected =
        [
            "in principle 原则上 · area 片区, project 项目 · ≤ 0.2 (maximum_demolition_ratio)", "建科〔2021〕63号", "must 应/不得",
            "assumed 按假设: ", "floor_area_change_m2 ≤ 0 m²", "building_density_after ≤ building_density",
            "no number given 未给出数值", "only with consent 须经同意: ",
            "monitored elsewhere 另行监测", "辅助核对结果，不替代法定审查", "all of 同时满足 protected-buildings-stay, core-zone-demolition",
        ];
        Assert.All(expected, text => Assert.Contains(text, shown, StringComparison.Ordinal));
        Assert.DoesNotContain("approved", shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_number_that_is_set_is_shown_as_set_by_the_user()
    {
        using var shown = JsonDocument.Parse(
            Renewal.Run("rules", "show", "cn-2021-63", "--set", "maximum_demolition_ratio=0.15", "--json").Output);

        var number = shown.RootElement.GetProperty("parameters").EnumerateArray()
            .Single(parameter => parameter.GetProperty("name").GetString() == "maximum_demolition_ratio");
        Assert.Equal((0.15, true), (number.GetProperty("value").GetDouble(), number.GetProperty("assumed").GetBoolean()));
        Assert.Contains("用户设定", number.GetProperty("title_zh").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_file_has_no_problems_and_ends_well()
    {
        var ending = Renewal.Run("rules", "check", Path.Combine(Renewal.Checkout, "data", "rule-packs", "chongqing-2025.yaml"));

        Assert.Equal((0, "0 problems\n"), (ending.Code, ending.Output));
    }

    [Fact]
    public void A_wrong_file_is_told_by_line_and_ends_as_bad_input()
    {
        var path = Path.Combine(_folder, "own.yaml");
        File.WriteAllText(path, "pack: own\nversion: 1\ntitle: a\ntitle_zh: b\nlicense: c\nextends: [cn-2021-6]\nsources: []\nrules: []\n");

        var told = Renewal.Run("rules", "check", path);
        var json = Renewal.Run("rules", "check", path, "--json");

        Assert.Equal((2, 2), (told.Code, json.Code));
        Assert.Contains("3 problems", told.Output, StringComparison.Ordinal);
        Assert.Contains("Is 'licence' meant?", told.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(
            ["1 missing_field", "5 unknown_field", "6 pack_not_found"],
            document.RootElement.GetProperty("problems").EnumerateArray()
                .Select(problem => $"{problem.GetProperty("line").GetInt32()} {problem.GetProperty("code").GetString()}"));
    }

    [Theory]
    [InlineData("cn-2021-6", "There is no pack 'cn-2021-6'")]
    [InlineData("missing/pack.yaml", "There is no pack 'missing/pack.yaml'")]
    public void A_pack_that_is_not_there_is_bad_input(string pack, string said)
    {
        var ending = Renewal.Run("rules", "show", pack);

        Assert.Equal(2, ending.Code);
        Assert.Contains(said, ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_cannot_be_read_are_told_all_at_once()
    {
        var ending = Renewal.Run("rules", "show", "cn-2021-63", "--set", "a", "--set", "b=c");

        Assert.Equal(2, ending.Code);
        Assert.Equal(2, ending.Error.Split("write name=value").Length - 1);
    }
}
