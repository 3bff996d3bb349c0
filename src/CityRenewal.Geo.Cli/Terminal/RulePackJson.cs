using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Rule packs for programs.</summary>
internal static class RulePackJson
{
    public static object Of(RulePack pack) => new
    {
        pack = pack.Id, version = pack.Version, title = pack.Title, title_zh = pack.TitleChinese, licence = pack.Licence,
        draft = pack.IsDraft, extends = pack.Extends, hash = pack.Hash, rules = pack.Rules.Count, sources = pack.Sources.Count,
    };

    public static object Whole(RulePack pack) => new
    {
        pack = pack.Id, version = pack.Version, title = pack.Title, title_zh = pack.TitleChinese, licence = pack.Licence,
        draft = pack.IsDraft, extends = pack.Extends, hash = pack.Hash,
        rules = pack.Rules.Select(rule => new
        {
            id = rule.Id, title = rule.Title, title_zh = rule.TitleChinese, scope = rule.Scopes.Select(Word),
            strength = Word(rule.Strength), part = rule.IsPart, limit = RuleLimitText.Of(pack, rule.Test), parameters = rule.Test.Parameters,
            citation = Of(rule.Citation), consent = rule.Consent is { } consent ? Of(consent) : null, assumptions = rule.Assumptions.Select(Of),
        }),
        parameters = pack.Parameters.Values.Select(parameter => new
        {
            name = parameter.Name, title = parameter.Title, title_zh = parameter.TitleChinese, unit = Word(parameter.Unit),
            value = parameter.Value, assumed = parameter.IsAssumed, source = parameter.Source,
        }),
        categories = pack.Categories.Categories.Select(category => new
        {
            id = category.Id, title = category.Title, title_zh = category.TitleChinese, source = category.Source, assumed = category.IsAssumed,
            weights = NeedPartWords.All.ToDictionary(NeedPartWords.NameOf, part => category.Weights[part]),
            requirement = category.Requirement, requirement_zh = category.RequirementChinese,
        }),
        monitored = pack.Monitored.Select(indicator => new
        {
            id = indicator.Id, title = indicator.Title, title_zh = indicator.TitleChinese, citation = Of(indicator.Citation),
        }),
        sources = pack.Sources.Select(source => new
        {
            id = source.Id, title = source.Title, number = source.Number, date = source.Date, address = source.Address,
        }),
    };

    public static object OfProblems(RulePackReading reading) => new
    {
        pack = reading.Name,
        problems = reading.Problems.Select(problem => new
        {
            file = problem.File, line = problem.Line, column = problem.Column, field = problem.Field, code = problem.Code,
            what = problem.What, remedy = problem.Remedy, what_zh = problem.WhatChinese, remedy_zh = problem.RemedyChinese,
        }),
    };

    private static object Of(Citation citation) => new { source = citation.Source, clause = citation.Clause };

    private static object Of(PackAssumption sentence) => new { text = sentence.Text, text_zh = sentence.TextChinese };

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
