using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>The ratio rows of the frozen set: made to bind, taken from no text.</summary>
internal static class FrontierRules
{
    private const int Old = 45;
    private const string Residential = "07";

    /// <summary>The pack of a case: shares of old floor area and of housing land, and a limit on what must go as dangerous or illegal.</summary>
    public static RulePack Of(bool isTight)
    {
        PackParameter[] limits =
        [
            Ratio("old_floor_area", isTight ? 0.6 : 0.5), Ratio("housing_land", isTight ? 0.7 : 0.6), Ratio("obligatory_demolition", isTight ? 0.02 : 0.04),
        ];
        return new RulePack
        {
            Id = "frontier", Version = "1", Title = "frozen set", TitleChinese = "固定算例", Hash = "", Sources = [],
            Parameters = limits.ToDictionary(limit => limit.Name),
            Rules =
            [
                Rule("old-floor-area", FloorArea(new AgeCondition(Old, null)), FloorArea(), LimitSense.AtLeast, limits[0]),
                Rule("housing-land", Land(new WordCondition(WordAttribute.LandUse, [Residential])), Land(), LimitSense.AtLeast, limits[1]),
                Rule(
                    "obligatory-demolition", FloorArea(new DemolitionCondition(DemolitionPart.Exempt)), FloorArea(new NeedCondition(0.3)),
                    LimitSense.AtMost, limits[2]),
            ],
        };
    }

    private static Term FloorArea(params Condition[] conditions) => new(Quantity.FloorArea, "", conditions);

    private static Term Land(params Condition[] conditions) => new(Quantity.Land, "", conditions);

    private static PackParameter Ratio(string name, double value) => new(name, name, name, RuleUnit.Ratio, value, false, "");

    private static PackRule Rule(string id, Term above, Term below, LimitSense sense, PackParameter limit) => new()
    {
        Id = id, Title = id, TitleChinese = id, Scopes = [RuleScope.Area], Strength = RuleStrength.Must,
        Citation = new Citation("frozen set", ""), Test = new ShareTest(above, below, limit.Name, sense, []),
    };
}
