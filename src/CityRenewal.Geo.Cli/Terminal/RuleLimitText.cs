using System.Globalization;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>What a rule asks for in a few words: the side, the number, its unit, and the parameter that may be set.</summary>
internal static class RuleLimitText
{
    public static string Of(RulePack pack, RuleTest test) => test switch
    {
        ShareTest share => Limit(pack, share.Sense, share.Limit),
        SumTest sum => Limit(pack, sum.Sense, sum.Limit),
        MeasureTest { Other.Length: > 0 } measure => $"{measure.Measure} {Side(measure.Sense)} {measure.Other}",
        MeasureTest measure => $"{measure.Measure} {Limit(pack, measure.Sense, measure.Limit)}",
        InsideTest inside => $"inside 位于 udb; strips 条带 {Limit(pack, LimitSense.AtMost, inside.StripWidth)}",
        UndividedTest undivided => $"in one 位于同一 {undivided.Division}",
        WholeTest => "whole or not at all 整体纳入或不纳入",
        CategoryTest => "at least one category 至少属于一类",
        AllOfTest all => $"all of 同时满足 {string.Join(", ", all.Members)}",
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

    private static string Limit(RulePack pack, LimitSense sense, string name)
    {
        var parameter = pack.Parameters[name];
        var assumed = parameter.IsAssumed ? ", assumed 按假设" : "";

        // A number that is written into a rule bears the rule's name and cannot be set.
        return $"{Side(sense)} {Number(parameter)}{(name.Contains('.') ? "" : $" ({name}{assumed})")}";
    }

    private static string Side(LimitSense sense) => sense == LimitSense.AtMost ? "≤" : "≥";
}
