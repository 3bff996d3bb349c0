using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>A pack with one rule of each kind, small enough to see whole; tests change a line of it.</summary>
internal static class SmallPack
{
    public const string Yaml = """
        pack: small
        version: "1"
        title: A small pack
        title_zh: 小规则包
        licence: CC0
        sources:
          - {id: notice, title: 通知, number: 一号, date: 2021-08-30, address: https://example.invalid}
        parameters:
          most_demolition:
            value: 0.2
            unit: ratio
            title: Most demolition
            title_zh: 拆除上限
            source: notice
          strip_m:
            value: 1
            unit: m
            assumed: true
            title: Strip
            title_zh: 条带
        rules:
          - id: demolition
            title: Little is demolished
            title_zh: 少拆除
            scope: [area, project]
            strength: in_principle
            citation: {source: notice, clause: 一}
            share:
              above: {sum: floor_area, demolition: elective}
              below: {sum: floor_area}
              at_most: most_demolition
              readings:
                - {id: exempt-out, below: {sum: floor_area, demolition: not_exempt}}
          - id: red-line
            title: Nothing in the red line
            title_zh: 不占红线
            scope: [area]
            strength: must
            citation: {source: notice}
            sum:
              of: {sum: land_in, layer: ecological_red_line}
              at_most: 0
              strip: strip_m
            consent: {text: the authority, text_zh: 主管部门}
            assumptions:
              - {text: Zero is assumed., text_zh: 零为假设。}
          - id: inside
            title: Inside the boundary
            title_zh: 边界内
            scope: [area]
            strength: must
            citation: {source: notice}
            inside: {layer: udb, strip: strip_m}
          - id: far
            title: No more intensity than today
            title_zh: 不突破强度
            scope: [area]
            strength: advisable
            citation: {source: notice}
            measure: {of: gross_far_after, at_most: {measure: gross_far}}
          - id: one-district
            title: In one district
            title_zh: 不跨区县
            scope: [area]
            strength: must
            citation: {source: notice}
            undivided: {division: district}
          - id: whole
            title: Districts whole
            title_zh: 整体
            scope: [area]
            strength: must
            citation: {source: notice}
            whole: {layer: historic_zones}
          - id: both
            title: Both of them
            title_zh: 两条
            scope: [area]
            strength: must
            citation: {source: notice}
            all_of: [demolition, red-line]
        monitored:
          - id: rent
            title: Rents
            title_zh: 租金
            citation: {source: notice}
        """;

    /// <summary>The pack with a text in the place of another that it holds once or first.</summary>
    public static string With(string old, string replacement)
    {
        var at = Yaml.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the small pack does not hold: {old}");
        return Yaml[..at] + replacement + Yaml[(at + old.Length)..];
    }

    /// <summary>Line on which a text of the pack starts.</summary>
    public static int LineOf(string text) =>
        Yaml[..Yaml.IndexOf(text, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;

    public static RulePackReading Read(string yaml, Dictionary<string, double>? settings = null) => RulePackShelf.Parse("small.yaml", yaml, settings);

    /// <summary>Problems as line and code.</summary>
    public static string[] Told(RulePackReading reading) => [.. reading.Problems.Select(problem => $"{problem.Line} {problem.Code}")];
}
