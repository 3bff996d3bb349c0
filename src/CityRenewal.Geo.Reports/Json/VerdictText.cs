using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>The verdict of a judgement in one word, where there may be no area at all.</summary>
public static class VerdictText
{
    /// <summary>pass, fail, …; not_applicable where the rule is not, no_area where nothing was judged.</summary>
    public static string Wire(Judgement? judgement) =>
        judgement is null ? "no_area" : judgement.Verdict.Wire() ?? "not_applicable";
}
