using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Tests.Compliance;
using CityRenewal.Geo.Tests.Metrics;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>A small town with one area in it, judged by a pack.</summary>
internal sealed record RuleScene(RuleTown Town, int Members = 1, BuildingDisposition[]? Goes = null)
{
    /// <summary>What one rule says of the area.</summary>
    public Finding Judge(string rule) => Town.Findings(Members, Goes).Single(finding => finding.Rule.Id == rule);

    /// <summary>The same town, to which a layer never came; without buildings nothing is proposed for any.</summary>
    public RuleScene Without(string layer) => this with { Town = Town.Without(layer), Goes = layer == LayerNames.Buildings && Goes is not null ? [] : Goes };

    /// <summary>
    /// A town in which every layer is there and says nothing of the area: all zones, items and barriers lie far in the east
    /// or west; the development boundary, one district and one planning unit hold everything.
    /// </summary>
    public static RuleTown Quiet(RulePack pack, int parcels = 1, params House[] houses) => Quiet(new RuleTown(parcels)
    {
        Pack = pack, Houses = houses.Length > 0 ? houses : [Old(1000)], LandUse = Same(parcels, "0701"), LandUseSystem = "用地用海分类",
    });

    /// <summary>The same around another town.</summary>
    public static RuleTown Quiet(RuleTown town)
    {
        foreach (var kind in (string[])["ecological_red_line", "permanent_basic_farmland", "blue_line", "green_line", "flood", "geological_hazard"])
        {
            town.Zone(LayerNames.ControlLines, kind, 8000, 8010);
        }

        return town
            .Zone(LayerNames.Udb, "concentrated", -200, 9000)
            .Zone(LayerNames.HistoricZones, "core", 8100, 8110, "far")
            .Zone(LayerNames.AdministrativeUnits, "district", -200, 9000)
            .Zone(LayerNames.PlanningUnits, "", -200, 9000)
            .Zone(LayerNames.Water, "", 8300, 8310)
            .Item("old_tree", 8400, 50)
            .Barrier("river", -5000);
    }

    /// <summary>A home of 1960.</summary>
    public static House Old(double floorArea, int parcel = 0) => new(parcel, floorArea) { Use = "residential", YearBuilt = 1960, Households = 10 };

    public static string?[] Same(int count, string? text) => [.. Enumerable.Repeat(text, count)];

    /// <summary>A pack with another number, or none.</summary>
    public static RulePack With(RulePack pack, string name, double? value) => pack with
    {
        Parameters = pack.Parameters.ToDictionary(
            number => number.Key, number => number.Key == name ? number.Value with { Value = value } : number.Value, StringComparer.Ordinal),
    };
}
