using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Rule packs as people read them, in both languages.</summary>
internal static class RulePackTable
{
    public static void PrintAll(IReadOnlyList<RulePack> packs)
    {
        var table = TextTable.Of("pack", "version", "状态 state", "title", "标题", ">rules", ">sources", "extends");
        foreach (var pack in packs)
        {
            table.Row(pack.Id, pack.Version, State(pack), pack.Title, pack.TitleChinese, pack.Rules.Count, pack.Sources.Count, string.Join(", ", pack.Extends));
        }

        TextTable.Print(table);
        Console.Out.WriteLine("what one says: renewal rules show <pack>");
    }

    public static void Print(RulePack pack)
    {
        Console.Out.WriteLine($"{pack.Id} {pack.Version} ({State(pack)}): {pack.TitleChinese} {pack.Title}");
        Console.Out.WriteLine($"extends 继承: {(pack.Extends.Count > 0 ? string.Join(", ", pack.Extends) : "–")}; hash {pack.Hash}");
        Console.Out.WriteLine($"licence 许可: {pack.Licence}");
        foreach (var rule in pack.Rules)
        {
            Print(pack, rule);
        }

        foreach (var indicator in pack.Monitored)
        {
            Console.Out.WriteLine($"\n{indicator.Id} (monitored elsewhere 另行监测)\n  {indicator.TitleChinese}\n  {indicator.Title}");
            Console.Out.WriteLine($"  {Cited(pack, indicator.Citation)}");
        }

        foreach (var category in pack.Categories.Categories)
        {
            Console.Out.WriteLine($"\ncategory 类别 {category.Id}: {category.TitleChinese} {category.Title}");
            Console.Out.WriteLine($"  {category.RequirementChinese}\n  {category.Requirement}");
            Console.Out.WriteLine($"  need 需求分 {string.Join(", ", NeedPartWords.All.Select(part => Weight(category, part)))}");
            Console.Out.WriteLine(category.IsAssumed ? "  assumed 按假设" : $"  {Named(pack.Sources.First(source => source.Id == category.Source))}");
        }

        PrintParameters(pack);
        PrintSources(pack);
        Console.Out.WriteLine("A review aid, never an approval. 辅助核对结果，不替代法定审查。");
    }

    public static void PrintProblems(RulePackReading reading)
    {
        if (reading.Problems.Count > 0)
        {
            var table = TextTable.Of("file", ">line", ">column", "field", "problem", "remedy");
            foreach (var problem in reading.Problems)
            {
                object line = problem.Line > 0 ? problem.Line : "", column = problem.Column > 0 ? problem.Column : "";
                table.Row(problem.File, line, column, problem.Field, problem.What, problem.Remedy);
                table.Row("", "", "", "", problem.WhatChinese, problem.RemedyChinese);
            }

            TextTable.Print(table);
        }

        Console.Out.WriteLine($"{reading.Problems.Count} problem{(reading.Problems.Count == 1 ? "" : "s")}");
    }

    private static string State(RulePack pack) => pack.IsDraft ? "草案 draft" : "现行 in force";

    private static void Print(RulePack pack, PackRule rule)
    {
        Console.Out.WriteLine($"\n{rule.Id}{(rule.IsPart ? " (part of others 仅作组成部分)" : "")}\n  {rule.TitleChinese}\n  {rule.Title}");
        var scopes = string.Join(", ", rule.Scopes.Select(RuleLimitText.Scope));
        Console.Out.WriteLine($"  {RuleLimitText.Strength(rule.Strength)} · {scopes} · {RuleLimitText.Of(pack, rule.Test)}");
        Console.Out.WriteLine($"  {Cited(pack, rule.Citation)}");
        if (rule.Consent is { } consent)
        {
            Console.Out.WriteLine($"  only with consent 须经同意: {consent.TextChinese} / {consent.Text}");
        }

        foreach (var assumption in rule.Assumptions)
        {
            Console.Out.WriteLine($"  assumed 按假设: {assumption.TextChinese} / {assumption.Text}");
        }
    }

    private static string Weight(CategoryDefinition category, NeedPart part) =>
        string.Create(CultureInfo.InvariantCulture, $"{NeedPartWords.ChineseOf(part)} {category.Weights[part]:0.##}");

    private static void PrintParameters(RulePack pack)
    {
        var table = TextTable.Of("parameter", "参数", "title", ">value", "assumed 按假设", "source");
        foreach (var parameter in pack.Parameters.Values.Where(parameter => !parameter.Name.Contains('.')))
        {
            table.Row(
                parameter.Name, parameter.TitleChinese, parameter.Title, RuleLimitText.Number(parameter), parameter.IsAssumed ? "yes 是" : "", parameter.Source);
        }

        TextTable.Print(table);
    }

    private static void PrintSources(RulePack pack)
    {
        Console.Out.WriteLine("sources 来源");
        foreach (var source in pack.Sources)
        {
            Console.Out.WriteLine($"  {source.Id}: {Named(source)}{(source.Date.Length > 0 ? " " + source.Date : "")}");
            if (source.Address.Length > 0)
            {
                Console.Out.WriteLine($"    {source.Address}");
            }
        }
    }

    private static string Cited(RulePack pack, Citation citation) =>
        Named(pack.Sources.First(known => known.Id == citation.Source)) + citation.Clause;

    private static string Named(PackSource source) => $"《{source.Title}》{(source.Number.Length > 0 ? $"（{source.Number}）" : "")}";
}
