namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Every kind of mistake in a pack is told by its line, with what and what to do in both languages.</summary>
public class RulePackProblemTests
{
    [Fact]
    public void The_small_pack_is_right() => Assert.Empty(SmallPack.Told(SmallPack.Read(SmallPack.Yaml)));

    [Theory]
    [InlineData("title: A small pack", "titel: A small pack\ntitle: A small pack", "unknown_field", "'title' meant")]
    [InlineData("    strength: in_principle", "    strenght: in_principle", "unknown_field", "'strength' meant")]
    [InlineData("    unit: m\n", "    units: m\n", "unknown_field", "'unit' meant")]
    [InlineData("scope: [area, project]", "scope: area", "wrong_type", "a list")]
    [InlineData("    value: 0.2", "    value: a fifth", "wrong_type", "a number")]
    [InlineData("    value: 0.2", "    value: .nan", "wrong_type", "a number")]
    [InlineData("    value: 0.2", "    value: NaN", "wrong_type", "a number")]
    [InlineData("    title: Little is demolished", "    title: [a, b]", "wrong_type", "a text")]
    [InlineData("    assumed: true", "    assumed: perhaps", "wrong_type", "true or false")]
    [InlineData("sources:", "sources: none\nmonitored_:", "wrong_type", "a list")]
    [InlineData("date: 2021-08-30", "date: 30.8.2021", "wrong_type", "2021-08-30")]
    [InlineData("scope: [area, project]", "scope: [area, projekt]", "unknown_word", "'project' meant")]
    [InlineData("strength: in_principle", "strength: should", "unknown_word", "must, in_principle, advisable")]
    [InlineData("    unit: ratio", "    unit: ratios", "unknown_word", "'ratio' meant")]
    [InlineData("above: {sum: floor_area,", "above: {sum: floor_aera,", "unknown_word", "'floor_area' meant")]
    [InlineData("demolition: elective", "demolition: elctive", "unknown_word", "'elective' meant")]
    [InlineData("layer: ecological_red_line", "layer: ecological_redline", "unknown_word", "'ecological_red_line' meant")]
    [InlineData("division: district", "division: distrikt", "unknown_word", "'district' meant")]
    [InlineData("inside: {layer: udb,", "inside: {layer: water,", "unknown_word", "udb")]
    [InlineData("at_most: most_demolition", "at_most: most_demolitions", "unknown_parameter", "'most_demolition' meant")]
    [InlineData("at_most: most_demolition", "at_most: strip_m", "unit_mismatch", "in ratio")]
    [InlineData("strip: strip_m\n", "strip: most_demolition\n", "unit_mismatch", "in m")]
    [InlineData("    value: 0.2", "    value: 20", "impossible_threshold", "from 0 to 1")]
    [InlineData("    value: 0.2", "    value: -0.2", "impossible_threshold", "0 or more")]
    [InlineData("at_most: most_demolition", "at_most: 1.5", "impossible_threshold", "from 0 to 1")]
    [InlineData("      at_most: 0", "      at_most: -1", "impossible_threshold", "0 or more")]
    [InlineData("demolition: elective", "demolition: elective, age_at_least: 20.5", "impossible_threshold", "whole number of years")]
    [InlineData("demolition: elective", "demolition: elective, need_at_least: 1.2", "impossible_threshold", "from 0 to 1")]
    [InlineData("  - id: red-line", "  - id: demolition", "duplicate_id", "own name")]
    [InlineData("{id: exempt-out,", "{id: a, below: {sum: floor_area}}\n        - {id: a,", "duplicate_id", "own name")]
    [InlineData("citation: {source: notice, clause: 一}", "citation: {source: notiz, clause: 一}", "unknown_source", "notice")]
    [InlineData("    source: notice", "    source: notize", "unknown_source", "notice")]
    [InlineData("    source: notice", "    # no source", "unsourced_value", "assumed: true")]
    [InlineData("all_of: [demolition, red-line]", "all_of: [demolition, red-lin]", "unknown_rule", "'red-line' meant")]
    [InlineData("all_of: [demolition, red-line]", "all_of: [demolition, both]", "rule_cycle", "both → both")]
    [InlineData("of: gross_far_after", "of: gross_fra_after", "unknown_measure", "'gross_far_after' meant")]
    [InlineData("{measure: gross_far}", "{measure: gross_area_m2}", "unit_mismatch", "in ratio")]
    [InlineData("demolition: elective", "changes: true", "condition_does_not_fit", "buildings")]
    [InlineData("of: {sum: land_in,", "of: {sum: land_in, danger: [D],", "condition_does_not_fit", "parcels")]
    [InlineData("{id: exempt-out,", "{", "missing_field", "`id: …`")]
    [InlineData("of: {sum: land_in, layer: ecological_red_line}", "of: {sum: land_in}", "missing_field", "`layer: …`")]
    [InlineData("demolition: elective", "demolition: elective, in_layer: historic_core", "missing_field", "`above_m2: …`")]
    [InlineData("of: {sum: land_in, layer", "of: {sum: land_in, land_use: ['07'], layer", "missing_field", "`land_use_system: …`")]
    [InlineData("      at_most: most_demolition", "      # no limit", "missing_field", "exactly one")]
    [InlineData("      at_most: most_demolition", "      at_most: 0.1\n      at_least: 0.1", "too_many_fields", "exactly one")]
    [InlineData("    whole: {layer: historic_zones}", "    whole: {layer: historic_zones}\n    all_of: [inside]", "too_many_fields", "exactly one")]
    [InlineData("    whole: {layer: historic_zones}", "", "missing_field", "exactly one")]
    [InlineData("  - id: red-line", "  - id: Red Line", "bad_name", "demolition-ratio")]
    [InlineData("pack: small", "pack: Small!", "bad_name", "chongqing-2025")]
    [InlineData("  strip_m:", "  strip-m:", "bad_name", "maximum_demolition_ratio")]
    [InlineData("pack: small", "pack: small\nextends: [no-such-pack]", "pack_not_found", "cn-2021-63")]
    [InlineData("pack: small", "pack: small\nextends: [small]", "extends_cycle", "small → small")]
    [InlineData("scope: [area, project]", "scope: [area, project", "not_yaml", "brackets")]
    [InlineData("version: \"1\"", "version: \"1\"\nversion: \"2\"", "not_yaml", "quotes")]
    [InlineData("version: \"1\"", "version: &v \"1\"\ntitle_: *v", "alias", "Write it out")]
    public void A_mistake_is_told_at_its_line(string old, string written, string code, string said)
    {
        var reading = SmallPack.Read(SmallPack.With(old, written));

        Assert.Null(reading.Pack);
        var problem = Assert.Single(reading.Problems, problem => problem.Code == code);
        var last = SmallPack.LineOf(old) + written.Count(letter => letter == '\n');
        Assert.InRange(problem.Line, FirstLine(old, code), last + 1);
        if (said is not ("brackets" or "quotes"))
        {
            Assert.Contains(said, $"{problem.What} {problem.Remedy}", StringComparison.Ordinal);
        }

        Assert.All(
            (string[])[problem.What, problem.Remedy, problem.WhatChinese, problem.RemedyChinese],
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Contains(problem.WhatChinese, letter => letter >= '\u4e00');
        Assert.True(problem.Column > 0);
    }

    // What is missing is told where that to which it belongs begins.
    private static int FirstLine(string old, string code) =>
        code is "missing_field" or "too_many_fields" or "unsourced_value" ? SmallPack.LineOf(old) - 7 : SmallPack.LineOf(old);

    [Theory]
    [InlineData("pack")]
    [InlineData("version")]
    [InlineData("title")]
    [InlineData("title_zh")]
    [InlineData("licence")]
    public void A_field_that_is_missing_at_the_top_is_named(string field)
    {
        var lines = SmallPack.Yaml.Split('\n').Where(line => !line.StartsWith(field + ":", StringComparison.Ordinal));

        var problem = Assert.Single(SmallPack.Read(string.Join('\n', lines)).Problems);

        Assert.Equal((1, "missing_field"), (problem.Line, problem.Code));
        Assert.Contains($"'{field}'", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_lines()
    {
        var yaml = SmallPack.Yaml
            .Replace("value: 0.2", "value: 20", StringComparison.Ordinal)
            .Replace("strength: advisable", "strength: maybe", StringComparison.Ordinal)
            .Replace("layer: ecological_red_line", "layer: red_line", StringComparison.Ordinal)
            .Replace("all_of: [demolition, red-line]", "all_of: [demolition, blue-line]", StringComparison.Ordinal);

        Assert.Equal(
            [
                $"{SmallPack.LineOf("value: 0.2")} impossible_threshold", $"{SmallPack.LineOf("layer: ecological_red_line")} unknown_word",
                $"{SmallPack.LineOf("strength: advisable")} unknown_word", $"{SmallPack.LineOf("all_of:")} unknown_rule",
            ],
            SmallPack.Told(SmallPack.Read(yaml)));
    }

    [Fact]
    public void The_field_is_told_by_the_ids_on_the_way_to_it()
    {
        var problem = Assert.Single(SmallPack.Read(SmallPack.With("demolition: elective", "demolition: some")).Problems);

        Assert.Equal("rules[demolition].share.above.demolition", problem.Field);
        Assert.Equal("small.yaml:29:44", problem.Place);
    }

    [Fact]
    public void Rules_that_are_made_of_each_other_in_a_circle_are_told()
    {
        var yaml = SmallPack.With("    whole: {layer: historic_zones}", "    all_of: [both]").Replace("[demolition, red-line]", "[demolition, whole]", StringComparison.Ordinal);

        var problems = SmallPack.Read(yaml).Problems;

        Assert.All(problems, problem => Assert.Equal("rule_cycle", problem.Code));
        Assert.Contains("whole → both → whole", problems[0].What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("# only a remark\n", "empty")]
    [InlineData("just a text", "wrong_type")]
    [InlineData("- a\n- list", "wrong_type")]
    [InlineData("pack: a\n---\npack: b", "several_documents")]
    public void What_is_no_pack_at_all_is_told(string yaml, string code) =>
        Assert.Contains(SmallPack.Read(yaml).Problems, problem => problem.Code == code);

    [Fact]
    public void A_text_of_nothing_but_brackets_is_refused_and_not_a_crash() =>
        Assert.Equal("too_deep", Assert.Single(SmallPack.Read(new string('[', 100_000)).Problems).Code);

    [Fact]
    public void Whoever_needs_the_pack_hears_all_problems_in_one_message()
    {
        var refused = Assert.Throws<StoreException>(() => SmallPack.Read(SmallPack.With("value: 0.2", "value: 20")).OrThrow());

        Assert.Contains("small.yaml: 1 thing is wrong", refused.Message, StringComparison.Ordinal);
        Assert.Contains("small.yaml:10:12: parameters.most_demolition.value: 20 is impossible", refused.Message, StringComparison.Ordinal);
    }
}
