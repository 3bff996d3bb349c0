using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Tests.Compliance;
using CityRenewal.Geo.Tests.Metrics;
using static CityRenewal.Geo.Stores.Tests.Formats.RuleScene;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>The four cases of the national rules and of Chongqing's.</summary>
internal static class NationalScenes
{
    private const string Block = "largest_demolition_block_m2";

    public static readonly Dictionary<string, RuleScenes> All = new()
    {
        ["areas-apart"] = Apart(ApartTest.Areas),
        ["projects-apart"] = Apart(ApartTest.Projects),
        ["project-in-area"] = Apart(ApartTest.OutsideArea),
        ["registered-land-apart"] = Apart(ApartTest.Register),
        ["demolition-ratio"] = new(pack => Gone(pack, 100), pack => Gone(pack, 300), pack => Gone(pack, 200), pack => Gone(pack, 100) with { Goes = null }),
        ["new-to-demolished"] = new(pack => Built(pack, 150), pack => Built(pack, 300), pack => Built(pack, 200), pack => Built(pack, null)),
        ["local-rehousing"] = new(pack => Moved(pack, 8), pack => Moved(pack, 3), pack => Moved(pack, 5), pack => Moved(pack, null)),
        ["demolition-block"] = new(
            pack => Gone(With(pack, Block, 200), 100), pack => Gone(With(pack, Block, 200), 300), pack => Gone(With(pack, Block, 200), 200),
            pack => Gone(pack, 100)),
        ["intensity-after"] = new(pack => Built(pack, 50), pack => Built(pack, 150), pack => Built(pack, 100), pack => Built(pack, null)),

        // How much land new buildings would cover is never known, so the rule is kept or open.
        ["density-after"] = new(pack => Built(pack, 0), pack => Built(pack, 100), pack => Stays(Built(pack, 0)), pack => Built(pack, null)) { WhenBroken = Verdict.Unknown },
        ["protected-buildings-stay"] = new(
            pack => Stays(Item(pack, "historic_building", 5)), pack => Item(pack, "historic_building", 5), pack => Item(pack, "historic_building", 50),
            pack => Item(pack, "historic_building", 50).Without(LayerNames.ProtectedItems)),
        ["core-zone-demolition"] = new(
            pack => Stays(Core(pack, 20)), pack => Core(pack, 20), pack => Core(pack, 0.1), pack => Core(pack, 20).Without(LayerNames.HistoricZones)),
        ["old-trees"] = new(
            pack => Stays(Item(pack, "old_tree", 50)), pack => Item(pack, "old_tree", 50), pack => Item(pack, "old_tree", 150),
            pack => Item(pack, "old_tree", 50).Without(LayerNames.ProtectedItems)),
        ["blue-line-footprints"] = UnderFootprint(LayerNames.ControlLines, "blue_line"),
        ["water-footprints"] = UnderFootprint(LayerNames.Water, ""),
        ["parks"] = UnderFootprint(LayerNames.ControlLines, "green_line"),

        ["udb-inside"] = new(
            pack => Boundary(pack, 300), pack => Boundary(pack, 50), pack => Boundary(pack, 100), pack => Boundary(pack, 300).Without(LayerNames.Udb)),
        ["udb-elastic"] = LandIn(LayerNames.Udb, "elastic"),
        ["udb-special"] = LandIn(LayerNames.Udb, "special"),
        ["permanent-basic-farmland"] = LandIn(LayerNames.ControlLines, "permanent_basic_farmland"),
        ["ecological-red-line"] = LandIn(LayerNames.ControlLines, "ecological_red_line"),
        ["flood-risk"] = LandIn(LayerNames.ControlLines, "flood"),
        ["geological-hazard"] = LandIn(LayerNames.ControlLines, "geological_hazard"),
        ["district-undivided"] = new(
            pack => Districts(pack, 1000, 2), pack => Districts(pack, 100, 2), pack => Districts(pack, 100, 1),
            pack => Districts(pack, 1000, 2).Without(LayerNames.AdministrativeUnits)),
        ["historic-districts-whole"] = WholeDistricts,
        ["built-up-only"] = new(
            pack => Used(pack, "0701", "0701", 2), pack => Used(pack, "0701", "0101", 2), pack => Used(pack, "0701", "0101", 1),
            pack => Used(pack, "0701", null, 2)),
        ["category-known"] = new(
            pack => Home(pack, 1960), pack => Home(pack, 2020), pack => Home(pack, 2001), pack => Home(pack, Unknown.Integer)) { WhenBroken = Verdict.Unknown },
        ["must-not-buildings"] = HeritageTogether,
        ["must-not-nature"] = new(
            pack => Stays(Item(pack, "old_tree", 50)), pack => Item(pack, "old_tree", 50), pack => Item(pack, "old_tree", 150),
            pack => Item(pack, "old_tree", 150).Without(LayerNames.Water)),
        ["strict-control"] = new(
            pack => Together(pack, 100, 150, 8), pack => Together(pack, 300, 150, 8), pack => Together(pack, 200, 400, 5), pack => Together(pack, 100, 150, null)),
    };

    /// <summary>Kept where nothing protected goes, broken where a historic building does.</summary>
    public static RuleScenes HeritageTogether => new(
        pack => Stays(Item(pack, "historic_building", 5)), pack => Item(pack, "historic_building", 5), pack => Core(pack, 0.1),
        pack => Core(pack, 0.1).Without(LayerNames.HistoricZones));

    // A parcel of somebody else; outlines that overlap by less than drawing noise; nobody could compare.
    private static RuleScenes Apart(string from) => new(
        pack => Held(pack, from, []), pack => Held(pack, from, [new HeldTwice("B", [0], 10_000)]), pack => Held(pack, from, [new HeldTwice("B", [], 0.4)]),
        pack => Held(pack, from, null));

    private static RuleScene Held(RulePack pack, string from, IReadOnlyList<HeldTwice>? held) => new(Quiet(new RuleTown(1)
    {
        Pack = pack, Houses = [Old(1000)], HeldTwice = new Dictionary<string, IReadOnlyList<HeldTwice>?> { [from] = held },
    }));

    // A district over p0 and half of p1, which belongs to it by exactly half.
    public static RuleScenes WholeDistricts => new(
        pack => District(pack, 300, 3), pack => District(pack, 300, 2), pack => District(pack, 150, 2), pack => District(pack, 300, 3).Without(LayerNames.HistoricZones));

    /// <summary>Of 1,000 m² so much goes by choice.</summary>
    public static RuleScene Gone(RulePack pack, double goes) => new(
        Quiet(new RuleTown(1) { Pack = pack, Houses = [Old(1000 - goes), Old(goes)], HasSurroundings = true }), 1, [Quarter.Retain(0), Quarter.Elective(1)]);

    // 100 m² of 1,000 go, and so much is newly built.
    private static RuleScene Built(RulePack pack, double? added) => new(
        Quiet(new RuleTown(1) { Pack = pack, Houses = [Old(900), Old(100)], Declared = new AreaDeclaration { NewFloorAreaM2 = added } }),
        1, [Quarter.Retain(0), Quarter.Elective(1)]);

    // Of 10 households that move so many stay near.
    private static RuleScene Moved(RulePack pack, int? near) => new(
        Quiet(new RuleTown(1) { Pack = pack, Houses = [Old(1000)], Declared = new AreaDeclaration { MovedHouseholds = 10, HouseholdsRehousedLocally = near } }));

    private static RuleScene Together(RulePack pack, double goes, double added, int? near) => new(
        Quiet(new RuleTown(1)
        {
            Pack = pack,
            Houses = [Old(1000 - goes), Old(goes)],
            Declared = new AreaDeclaration { NewFloorAreaM2 = added, MovedHouseholds = 10, HouseholdsRehousedLocally = near },
        }),
        1, [Quarter.Retain(0), Quarter.Elective(1)]);

    // The house stands on 0-10 m and goes.
    private static RuleScene Item(RulePack pack, string kind, double x) => new(Quiet(pack, 2).Item(kind, x, 5), 1, [Quarter.Elective(0)]);

    private static RuleScene Core(RulePack pack, double to) => new(
        Quiet(pack).Zone(LayerNames.HistoricZones, "core", -20, to, "old"), 1, [Quarter.Elective(0)]);

    private static RuleScene Stays(RuleScene scene) =>
        scene with { Goes = [.. scene.Goes!.Select(disposition => Quarter.Retain(disposition.Building))] };

    private static RuleScenes UnderFootprint(string layer, string kind) => new(
        pack => Stays(Footprint(pack, layer, kind, 5)), pack => Footprint(pack, layer, kind, 5), pack => Footprint(pack, layer, kind, 10),
        pack => Footprint(pack, layer, kind, 5).Without(layer));

    private static RuleScene Footprint(RulePack pack, string layer, string kind, double from) =>
        new(Quiet(pack).Zone(layer, kind, from, 60), 1, [Quarter.Elective(0)]);

    private static RuleScenes LandIn(string layer, string kind) => new(
        pack => new(Quiet(pack).Zone(layer, kind, 300, 400)), pack => new(Quiet(pack).Zone(layer, kind, 50, 400)),
        pack => new(Quiet(pack).Zone(layer, kind, 100, 400)), pack => new RuleScene(Quiet(pack)).Without(layer));

    private static RuleScene Boundary(RulePack pack, double to) =>
        new(Quiet(pack).Without(LayerNames.Udb).Zone(LayerNames.Udb, "concentrated", -200, to));

    private static RuleScene Districts(RulePack pack, double at, int members) => new(
        Quiet(pack, 2).Without(LayerNames.AdministrativeUnits)
            .Zone(LayerNames.AdministrativeUnits, "district", -200, at).Zone(LayerNames.AdministrativeUnits, "district", at, 9000),
        members);

    private static RuleScene District(RulePack pack, double to, int members) =>
        new(Quiet(pack, 3).Zone(LayerNames.HistoricZones, "core", 0, to, "old"), members);

    private static RuleScene Used(RulePack pack, string first, string? second, int members) => new(
        Quiet(new RuleTown(2) { Pack = pack, Houses = [Old(1000)], LandUse = [first, second], LandUseSystem = "用地用海分类" }), members);

    private static RuleScene Home(RulePack pack, int year) =>
        new(Quiet(new RuleTown(1) { Pack = pack, Houses = [new House(0, 1000) { Use = "residential", YearBuilt = year }] }));
}
