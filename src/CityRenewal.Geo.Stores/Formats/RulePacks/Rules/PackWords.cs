using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The words of rule packs, and what the engine calls what they mean.</summary>
internal static class PackWords
{
    public static readonly IReadOnlyDictionary<string, RuleScope> Scopes = new Dictionary<string, RuleScope>
    {
        ["area"] = RuleScope.Area, ["project"] = RuleScope.Project,
    };

    public static readonly IReadOnlyDictionary<string, RuleStrength> Strengths = new Dictionary<string, RuleStrength>
    {
        ["must"] = RuleStrength.Must, ["in_principle"] = RuleStrength.InPrinciple, ["advisable"] = RuleStrength.Advisable,
    };

    public static readonly IReadOnlyDictionary<string, RuleUnit> Units = new Dictionary<string, RuleUnit>
    {
        ["ratio"] = RuleUnit.Ratio, ["m2"] = RuleUnit.SquareMetre, ["m"] = RuleUnit.Metre, ["years"] = RuleUnit.Year,
        ["count"] = RuleUnit.Count, ["per_ha"] = RuleUnit.PerHectare,
    };

    public static readonly IReadOnlyDictionary<string, Quantity> Quantities = new Dictionary<string, Quantity>
    {
        ["floor_area"] = Quantity.FloorArea, ["footprint"] = Quantity.Footprint, ["buildings"] = Quantity.Buildings,
        ["households"] = Quantity.Households, ["people"] = Quantity.People, ["footprint_in"] = Quantity.FootprintIn,
        ["land"] = Quantity.Land, ["parcels"] = Quantity.Parcels, ["land_in"] = Quantity.LandIn,
        ["protected_items"] = Quantity.ProtectedItems,
    };

    public static readonly IReadOnlyDictionary<string, DemolitionPart> Demolitions = new Dictionary<string, DemolitionPart>
    {
        ["elective"] = DemolitionPart.Elective, ["exempt"] = DemolitionPart.Exempt, ["any"] = DemolitionPart.Any,
        ["not_exempt"] = DemolitionPart.NotExempt,
    };

    public static readonly IReadOnlyDictionary<string, DangerGrade> Dangers = new Dictionary<string, DangerGrade>
    {
        ["A"] = DangerGrade.A, ["B"] = DangerGrade.B, ["C"] = DangerGrade.C, ["D"] = DangerGrade.D,
    };

    /// <summary>Kinds of protected item that the program knows; a city may deliver others.</summary>
    public static readonly IReadOnlyList<string> ProtectedKinds =
        ["historic_building", "traditional_building", "immovable_relic", "old_tree"];

    /// <summary>Layers and kinds of layers that land and footprints are measured in.</summary>
    public static readonly IReadOnlyList<string> Layers = [.. LayerTheme.Standard.Select(theme => theme.Name)];

    /// <summary>Units that an area may lie in undivided.</summary>
    public static readonly IReadOnlyList<string> Divisions = ["district", "street", "community", LayerNames.PlanningUnits];

    /// <summary>What is kept whole: historic districts, or units that divide the town.</summary>
    public static readonly IReadOnlyList<string> KeptWhole = [LayerNames.HistoricZones, .. Divisions, LayerNames.DetailedPlots];

    /// <summary>What a share of each is asked of, or what leaves remainders.</summary>
    public static readonly IReadOnlyList<string> CompleteUnits = ["blocks", .. Divisions, LayerNames.DetailedPlots];

    /// <summary>What distances are measured to.</summary>
    public static readonly IReadOnlyList<string> Places =
        [.. Layers, LayerNames.ProtectedItems, .. ProtectedKinds, LayerNames.Barriers, "river", "railway", "expressway", "arterial", LayerNames.Stations];

    /// <summary>The word for a unit.</summary>
    public static string Of(RuleUnit unit) => Units.First(word => word.Value == unit).Key;
}
