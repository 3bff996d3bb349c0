using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Tests.Compliance;
using CityRenewal.Geo.Tests.Metrics;
using static CityRenewal.Geo.Stores.Tests.Formats.RuleScene;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>The four cases of the rules of the drafts: Guizhou and Shenzhen. A parcel is a hectare.</summary>
internal static class DraftScenes
{
    private const string Handed = "land_handed_over_m2";

    // The diagonal of five parcels in a row.
    private static readonly double Diagonal = Math.Sqrt((500 * 500) + (100 * 100));

    public static readonly Dictionary<string, RuleScenes> Guizhou = new()
    {
        ["county-town"] = Flag("county_town"),
        ["size-in-county-town"] = Sized(11, 9, 10),
        ["size-elsewhere"] = Sized(21, 19, 20),
        ["area-size"] = new(
            pack => Land(pack, 21, ("county_town", 0)), pack => Land(pack, 19, ("county_town", 0)), pack => Land(pack, 10, ("county_town", 1)), pack => Land(pack, 15)),
        ["funds-asked"] = Flag("funds_asked"),
        ["size-with-funds"] = Sized(11, 9, 10),
        ["funded-size"] = new(
            pack => Land(pack, 11, ("funds_asked", 1)), pack => Land(pack, 9, ("funds_asked", 1)), pack => Land(pack, 10, ("funds_asked", 1)), pack => Land(pack, 9)),
        ["contiguous"] = new(
            pack => Apart(pack, 10), pack => Apart(pack, 50), pack => Apart(pack, 20), pack => Apart(pack, 10).Without(LayerNames.Barriers)),
        ["resources-uncut"] = NationalScenes.WholeDistricts,
        ["units-uncut"] = new(
            pack => Units(pack, 1000, 2), pack => Units(pack, 1000, 1), pack => Units(pack, 100, 1), pack => Units(pack, 1000, 2).Without(LayerNames.PlanningUnits)),
        ["life-circle"] = new(
            pack => Long(pack, 4, Diagonal), pack => Long(pack, 6, Diagonal), pack => Long(pack, 5, Diagonal), pack => Long(pack, 4, null)),
        ["veto-demolition"] = new(
            pack => NationalScenes.Gone(WithBlock(pack), 100), pack => NationalScenes.Gone(WithBlock(pack), 300),
            pack => NationalScenes.Gone(WithBlock(pack), 200), pack => NationalScenes.Gone(pack, 100)),
        ["veto-heritage"] = NationalScenes.HeritageTogether,
        ["overlay-map"] = Document("overlay-map"),
        ["indicator-table"] = Document("indicator-table"),
        ["boundary-coordinates"] = Document("boundary-coordinates"),
        ["boundary-rationale"] = Document("boundary-rationale"),
    };

    public static readonly Dictionary<string, RuleScenes> Shenzhen = new()
    {
        ["scope-of-full-size"] = Sum("minimum_scope_m2"),
        ["small-plot-size"] = Sum("minimum_small_plot_m2"),
        ["small-plot-consent"] = Stated("consent_share", 1, 0.99, 1),
        ["small-plot-place"] = Flag("small_plot_conditions_met"),
        ["small-plot"] = new(
            pack => Small(pack, 2, 1), pack => Small(pack, 2, 0.9), pack => Small(With(pack, "minimum_small_plot_m2", 10_000), 1, 1), pack => Land(pack, 2)),
        ["scope-size"] = new(
            pack => Land(pack, 2), pack => Small(With(pack, "minimum_scope_m2", 20_000), 1, 0.9), pack => Land(pack, 1),
            pack => Land(With(pack, "minimum_scope_m2", 20_000), 1)),
        ["handed-over-land"] = Stated(Handed, 3001, 2000, 3000) with { WhenAtLimit = Verdict.Fail },
        ["handed-over-part"] = Handing(2, 4000, 2000, 3000),
        ["handed-over-ordinary"] = Handing(3, 5000, 2000, 4500),
        ["handed-over-small-plot"] = Handing(1, 4000, 2000, 3000),
        ["handed-over"] = Handing(3, 5000, 2000, 4500),
        ["housing-age"] = Aged("residential", 2006),
        ["industry-age"] = Aged("industry", 2011),
        ["cooling-off"] = new(
            pack => Renewed(pack, 2000), pack => Renewed(pack, 2024), pack => Renewed(pack, 2022), pack => Renewed(pack, Unknown.Integer))
        {
            WhenAtLimit = Verdict.Fail,
        },
        ["legal-land"] = Stated("legal_land_m2", 7000, 5000, 6000),
        ["danger"] = new(
            pack => Graded(pack, DangerGrade.D, 2), pack => Graded(pack, DangerGrade.A, 1), pack => Graded(pack, DangerGrade.C, 1), pack => Graded(pack, DangerGrade.Unknown, 1)),
        ["facilities-lacking"] = Flag("facilities_lacking"),
        ["use-out-of-line"] = Flag("use_out_of_line"),
        ["reason-to-renew"] = new(
            pack => Graded(pack, DangerGrade.D, 2), pack => Graded(pack, DangerGrade.A, 1, ("facilities_lacking", 0), ("use_out_of_line", 0)),
            pack => Graded(pack, DangerGrade.A, 1, ("facilities_lacking", 1), ("use_out_of_line", 0)), pack => Graded(pack, DangerGrade.A, 1)),
        ["key-unit-asked"] = Flag("key_unit"),
        ["key-unit-size"] = new(
            pack => Land(pack, 16), pack => Land(pack, 14), pack => Land(pack, 15), pack => Land(With(pack, "key_unit_m2", null), 15)),
        ["key-unit-handed-over"] = Handing(1, 4000, 2000, 3000),
        ["key-unit-both"] = Key(),
        ["key-unit"] = Key(("key_unit", 1)),
        ["unit-plan"] = Document("unit-plan"),
    };

    private static RulePack WithBlock(RulePack pack) => With(pack, "largest_demolition_block_m2", 200);

    private static RuleScene Land(RulePack pack, int parcels, params (string Name, double Value)[] stated) => new(
        Quiet(new RuleTown(parcels)
        {
            Pack = pack, Houses = [Old(1000)],
            Declared = new AreaDeclaration { Numbers = stated.ToDictionary(number => number.Name, number => number.Value) },
        }),
        parcels);

    private static RuleScenes Sized(int kept, int broken, int exact) => new(
        pack => Land(pack, kept), pack => Land(pack, broken), pack => Land(pack, exact), pack => Land(pack, kept).Without(LayerNames.Buildings));

    private static RuleScenes Sum(string limit) => new(
        pack => Land(With(pack, limit, 20_000), 3), pack => Land(With(pack, limit, 20_000), 1), pack => Land(With(pack, limit, 20_000), 2),
        pack => Land(With(pack, limit, null), 3));

    private static RuleScenes Stated(string name, double kept, double broken, double exact) => new(
        pack => Land(pack, 1, (name, kept)), pack => Land(pack, 1, (name, broken)), pack => Land(pack, 1, (name, exact)), pack => Land(pack, 1));

    private static RuleScenes Flag(string name) => Stated(name, 2, 0, 1);

    private static RuleScenes Handing(int parcels, double kept, double broken, double exact) => new(
        pack => Land(pack, parcels, (Handed, kept)), pack => Land(pack, parcels, (Handed, broken)), pack => Land(pack, parcels, (Handed, exact)),
        pack => Land(pack, parcels));

    private static RuleScenes Key(params (string Name, double Value)[] stated) => new(
        pack => Land(pack, 16, [.. stated, (Handed, 50_000)]), pack => Land(pack, 14, [.. stated, (Handed, 50_000)]),
        pack => Land(pack, 15, [.. stated, (Handed, 45_000)]), pack => Land(pack, 16));

    private static RuleScene Small(RulePack pack, int parcels, double consent) =>
        Land(pack, parcels, ("consent_share", consent), ("small_plot_conditions_met", 1));

    private static RuleScene Apart(RulePack pack, double gap) => new(
        Quiet(new RuleTown(2) { Pack = pack, Houses = [Old(1000)], Starts = [0, 100 + gap], HasSurroundings = true }), 2);

    private static RuleScene Units(RulePack pack, double at, int members) => new(
        Quiet(pack, 2).Without(LayerNames.PlanningUnits).Zone(LayerNames.PlanningUnits, "", -200, at).Zone(LayerNames.PlanningUnits, "", at, 9000), members);

    private static RuleScene Long(RulePack pack, int parcels, double? limit) => Land(With(pack, "life_circle_extent_m", limit), parcels);

    private static RuleScenes Document(string name) => new(
        pack => Filed(pack, name, "another"), pack => Filed(pack), pack => Filed(pack, name), pack => Land(pack, 1));

    private static RuleScene Filed(RulePack pack, params string[] documents) =>
        new(Quiet(new RuleTown(1) { Pack = pack, Houses = [Old(1000)], Declared = new AreaDeclaration { Documents = documents } }));

    private static RuleScenes Aged(string use, int exact) => new(
        pack => Built(pack, use, 1960), pack => Built(pack, use, 2024), pack => Built(pack, use, exact), pack => Built(pack, use, Unknown.Integer));

    private static RuleScene Built(RulePack pack, string use, int year) =>
        new(Quiet(pack, 1, new House(0, 1000) { Use = use, YearBuilt = year }));

    // One of two houses was renewed in 2023, the other in another year.
    private static RuleScene Renewed(RulePack pack, int year) =>
        new(Quiet(pack, 1, new House(0, 1000) { RenewedYear = 2023 }, new House(0, 1000) { RenewedYear = year }));

    private static RuleScene Graded(RulePack pack, DangerGrade grade, int count, params (string Name, double Value)[] stated) => new(
        Quiet(new RuleTown(1)
        {
            Pack = pack, Houses = [.. Enumerable.Repeat(new House(0, 1000) { Danger = grade }, count)],
            Declared = new AreaDeclaration { Numbers = stated.ToDictionary(number => number.Name, number => number.Value) },
        }));
}
