using System.Globalization;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>What a rule asks for in a few words: the side, the number, its unit, and the parameter that may be set.</summary>
internal static class RuleLimitText
{
    public static string Of(RulePack pack, RuleTest test) => test switch
    {
        ShareTest share => Limit(pack, share, share.Sense, share.Limit),
        SumTest sum => Limit(pack, sum, sum.Sense, sum.Limit),
        MeasureTest { Other.Length: > 0 } measure => $"{measure.Measure} {measure.Sense.Sign(measure.IsStrict)} {measure.Other}",
        MeasureTest measure => $"{measure.Measure} {Limit(pack, measure, measure.Sense, measure.Limit)}",
        InsideTest inside => pack.Parameters[inside.StripWidth].Value is null
            ? $"inside 位于 udb; strips 条带 as the layers tell 由数据估计 ({inside.StripWidth})"
            : $"inside 位于 udb; strips 条带 {Limit(pack, inside, LimitSense.AtMost, inside.StripWidth)}",
        UndividedTest undivided => $"in one 位于同一 {undivided.Division}",
        WholeTest => "whole or not at all 整体纳入或不纳入",
        CategoryTest => "at least one category 至少属于一类",
        AllOfTest all => $"all of 同时满足 {string.Join(", ", all.Members)}",
        SomeOfTest some => $"at least 至少 {Number(pack.Parameters[some.Least])} of 于 {string.Join(", ", some.Members)}",
        CaseTest { Else.Length: 0 } only => $"if 若 {only.If}: {only.Then}",
        CaseTest either => $"if 若 {either.If}: {either.Then}; else 否则 {either.Else}",
        DeclaredTest declared => $"declared 申报 {declared.Number} {Limit(pack, declared, declared.Sense, declared.Limit)}",
        DocumentTest document => $"on file 已备 {document.Document}",
        DistanceTest distance => $"distance to 距 {distance.To} {Limit(pack, distance, distance.Sense, distance.Limit)}",
        SpreadTest spread => $"longest extent 最大跨度 {Limit(pack, spread, spread.Sense, spread.Limit)}",
        ContiguousTest parts => $"parts 片数 {Limit(pack, parts, LimitSense.AtMost, parts.Most)}; gap 间隔 {Number(pack.Parameters[parts.Gap])}",
        FrontageTest front => $"frontage 临街 {Limit(pack, front, front.Sense, front.Limit)}; street 街宽 {Number(pack.Parameters[front.Width])}",
        CompleteTest complete => $"share of each 各单元占比 {complete.Of} {Limit(pack, complete, LimitSense.AtLeast, complete.Least)}",
        RemainderTest left =>
            $"remainders of 剩余用地 {left.Of} {Limit(pack, left, LimitSense.AtMost, left.Most)}; smaller than 小于 {Number(pack.Parameters[left.Smaller])}",
        ApartTest apart => $"shares no land with 用地不与之重复 {apart.From}",
        _ => "",
    };

    public static string Number(PackParameter parameter) => parameter.Value is { } value
        ? value.ToString("0.######", CultureInfo.InvariantCulture) + UnitText(parameter.Unit)
        : "no number given 未给出数值";

    public static string Strength(RuleStrength strength) => strength switch
    {
        RuleStrength.Must => "must 应/不得",
        RuleStrength.InPrinciple => "in principle 原则上",
        _ => "advisable 宜/不宜",
    };

    public static string Scope(RuleScope scope) => scope == RuleScope.Area ? "area 片区" : "project 项目";

    public static string UnitText(RuleUnit unit) => unit switch
    {
        RuleUnit.SquareMetre => " m²",
        RuleUnit.Metre => " m",
        RuleUnit.Year => " years 年",
        RuleUnit.PerHectare => " /ha",
        _ => "",
    };

    private static string Limit(RulePack pack, RuleTest test, LimitSense sense, string name)
    {
        var parameter = pack.Parameters[name];
        var assumed = parameter.IsAssumed ? ", assumed 按假设" : "";

        // A number that is written into a rule bears the rule's name and cannot be set.
        return $"{sense.Sign(test.IsStrict)} {Number(parameter)}{(name.Contains('.') ? "" : $" ({name}{assumed})")}";
    }
}
