using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>The rule pack of a plan as tables: its rules with their citations, and what is monitored elsewhere.</summary>
internal static class RuleTables
{
    internal static IEnumerable<NamedTable> Of(RulePack pack)
    {
        var sources = pack.Sources.ToDictionary(source => source.Id);
        yield return new NamedTable(
            "rules", "规则 Rules",
            ["rule", "title_chinese", "title", "strength", "consent_chinese", "consent", "source_title", "source_number", "clause", "parameters"],
            pack.Rules.Select(rule => RowOf(rule, sources.GetValueOrDefault(rule.Citation.Source))));
        yield return new NamedTable(
            "monitored", "另行监测 Monitored elsewhere", ["indicator", "title_chinese", "title", "source_title", "source_number", "clause"],
            pack.Monitored.Select(indicator => RowOf(indicator, sources.GetValueOrDefault(indicator.Citation.Source))));
    }

    private static IReadOnlyList<string?> RowOf(PackRule rule, PackSource? source) =>
    [
        rule.Id, rule.TitleChinese, rule.Title, rule.Strength.Wire(), rule.Consent?.TextChinese, rule.Consent?.Text,
        source?.Title, source?.Number, rule.Citation.Clause, string.Join(", ", rule.Test.Parameters.Distinct()),
    ];

    private static IReadOnlyList<string?> RowOf(MonitoredIndicator indicator, PackSource? source) =>
        [indicator.Id, indicator.TitleChinese, indicator.Title, source?.Title, source?.Number, indicator.Citation.Clause];
}
