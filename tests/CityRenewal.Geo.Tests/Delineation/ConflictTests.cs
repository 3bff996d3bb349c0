using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>Limits that leave nothing on drawn towns, where the conflict is known by construction. Cells have 400 m².</summary>
public class ConflictTests
{
    private static readonly ProposalOptions SmallAreas = new() { MinimumArea = 800, MaximumArea = 8_000, Lambda = 0.5 };

    [Fact]
    public void A_plan_with_areas_has_no_conflict() => Assert.Null(Old("ABCD").Propose(SmallAreas).Conflict);

    [Fact]
    public void A_town_that_nobody_wants_to_renew_has_no_conflict() =>
        Assert.Null(Old("ABCD", 2024).Propose(SmallAreas).Conflict);

    [Fact]
    public void A_smallest_area_that_the_land_does_not_have_is_the_conflict_and_that_is_proven()
    {
        var conflict = Old("AB").Propose(SmallAreas with { MinimumArea = 2_000 }).Conflict!;

        Assert.Equal(("no_area", true), (conflict.Wanted, conflict.IsProven));
        Assert.Equal([("minimum_area_m2", "2000", "800")], Told(conflict));
    }

    [Fact]
    public void Several_alternatives_of_which_none_has_an_area_tell_the_conflict_once()
    {
        var ground = Old("AB").Ground(SmallAreas with { MinimumArea = 2_000, Alternatives = 4 });
        var plans = AlternativeSearch.Of(null, ground, SearchRun.Whole).Alternatives.Select(plan => plan.Judged.Plan).ToList();

        Assert.Equal([("minimum_area_m2", "2000", "800")], Told(plans[0].Conflict!));
        Assert.Contains(plans[0].Notes, note => note.Code == "conflict");
        Assert.All(plans.Skip(1), plan => Assert.Null(plan.Conflict));
    }

    // D lies outside the development boundary and is locked in by the city: no limit keeps it out, so none is to blame for it.
    [Fact]
    public void A_locked_parcel_that_can_never_join_hides_no_conflict_of_limits()
    {
        LatticeCity Town() => Old("ABCD").With(LayerNames.Udb, "concentrated", -10, -10, 70, 100).WithLock(3, ParcelLock.In);
        var conflict = Town().Propose(SmallAreas with { MinimumArea = 2_000 }).Conflict!;

        Assert.Equal("no_area", conflict.Wanted);
        Assert.Equal([("minimum_area_m2", "2000", "1200")], Told(conflict));
        Assert.Null(Town().Propose(SmallAreas).Conflict);
    }

    // n in a row have a compactness of πn / (n + 1)²: four 0.503, eight 0.310.
    [Fact]
    public void Compactness_and_size_stand_against_each_other_and_either_can_give_way()
    {
        var options = SmallAreas with { MinimumArea = 3_200, Limits = new PlanLimits { LeastPolsbyPopper = new PricedLimit(0.5) } };
        var conflict = Old("ABCDEFGH").Propose(options).Conflict!;

        Assert.True(conflict.IsProven);
        Assert.Equal(["least_polsby_popper", "minimum_area_m2"], conflict.Limits.Select(limit => limit.Limit));
        Assert.Equal(Math.PI * 8 / 81, Number(conflict.Limits[0].FreeingValue), 2);
        Assert.Equal("1600", conflict.Limits[1].FreeingValue);
    }

    [Fact]
    public void A_budget_below_the_smallest_area_stands_against_it()
    {
        var options = SmallAreas with { MinimumArea = 1_600, Limits = new PlanLimits { LandBudget = new PricedLimit(1_200) } };

        Assert.Equal(
            [("land_budget_m2", "1200", "1600"), ("minimum_area_m2", "1600", "1200")], Told(Old("ABCD").Propose(options).Conflict!));
    }

    [Fact]
    public void A_locked_parcel_on_land_that_is_too_small_can_be_unlocked_or_the_smallest_area_lowered()
    {
        var plan = Old("AB..CDEF").Propose(SmallAreas with { MinimumArea = 1_200, LockedIn = ["P00"] });

        Assert.Equal("locked_in", plan.Conflict!.Wanted);
        Assert.Equal([("locked_in", "P00", ""), ("minimum_area_m2", "1200", "800")], Told(plan.Conflict));
        Assert.Contains(plan.Notes, note => note.Code == "conflict");
    }

    // B is between A and C and locked out: without it nothing is large enough.
    [Fact]
    public void A_parcel_that_is_locked_out_is_named()
    {
        var conflict = Old("ABC").Propose(SmallAreas with { LockedOut = ["P01"] }).Conflict!;

        Assert.Equal([("locked_out", "P01", ""), ("minimum_area_m2", "800", "400")], Told(conflict));
    }

    // The unit line runs between B and C.
    [Fact]
    public void Units_that_areas_do_not_cross_are_named()
    {
        var city = Old("ABCD").With(LayerNames.PlanningUnits, "", 0, 0, 40, 20);
        var conflict = city.Propose(SmallAreas with { MinimumArea = 1_000 }).Conflict!;

        Assert.Equal([("uncrossed_divisions", "planning_units", ""), ("minimum_area_m2", "1000", "800")], Told(conflict));
    }

    // Only A is of the use 07: half of an area of two, all of an area of one.
    [Fact]
    public void A_rule_and_the_smallest_area_stand_against_each_other()
    {
        var city = Old("ABCD").WithLandUse(0, "07").WithLandUse(1, "08").WithLandUse(2, "08").WithLandUse(3, "08");
        var conflict = Under(city, 0.6).Conflict!;

        Assert.Equal(["use-share", "minimum_area_m2"], conflict.Limits.Select(limit => limit.Limit));
        Assert.Equal(0.5, Number(conflict.Limits[0].FreeingValue), 2);
        Assert.Equal("400", conflict.Limits[1].FreeingValue);
    }

    [Fact]
    public void No_limit_of_a_conflict_can_be_left_out_and_every_change_is_the_smallest() =>
        (from width in Gen.Int[3, 8]
         from old in Gen.Bool.Array[8]
         from least in Gen.Int[1, 8]
         from compactness in Gen.Double[0.2, 0.9]
         from budget in Gen.Int[1, 8]
         select (Width: width, Old: old, Least: least, Compactness: compactness, Budget: budget)).Sample(
            tried =>
            {
                var city = Old("ABCDEFGH"[..tried.Width], year: 1960, except: [.. Enumerable.Range(0, tried.Width).Where(i => !tried.Old[i])]);
                Dictionary<string, double> values = new()
                {
                    ["minimum_area_m2"] = 400 * tried.Least, ["least_polsby_popper"] = tried.Compactness, ["land_budget_m2"] = 400 * tried.Budget,
                };
                if (city.Propose(With(values)).Conflict is not { } conflict)
                {
                    return;
                }

                var needed = values.Where(value => conflict.Limits.Any(limit => limit.Limit == value.Key)).ToDictionary();
                Assert.Equal(conflict.Limits.Count, needed.Count);
                Assert.Empty(city.Propose(With(needed)).Areas);
                foreach (var limit in conflict.Limits)
                {
                    Assert.NotEmpty(city.Propose(With(needed.Where(value => value.Key != limit.Limit).ToDictionary())).Areas);
                    if (limit.FreeingValue.Length > 0)
                    {
                        var freed = Number(limit.FreeingValue);
                        Assert.NotEmpty(city.Propose(With(new(values) { [limit.Limit] = freed })).Areas);
                        Assert.Empty(city.Propose(With(new(values) { [limit.Limit] = freed + (0.005 * (values[limit.Limit] > freed ? 1 : -1) * values[limit.Limit]) })).Areas);
                    }
                }
            },
            iter: 60,
            threads: 1);

    private static ProposalOptions With(Dictionary<string, double> values) => SmallAreas with
    {
        MinimumArea = values.GetValueOrDefault("minimum_area_m2"),
        Limits = new PlanLimits
        {
            LeastPolsbyPopper = values.TryGetValue("least_polsby_popper", out var floor) ? new PricedLimit(floor) : null,
            LandBudget = values.TryGetValue("land_budget_m2", out var budget) ? new PricedLimit(budget) : null,
        },
    };

    private static List<(string, string, string)> Told(PlanConflict conflict)
    {
        Assert.All(conflict.Limits, limit => Assert.True(limit.Text.Length > 0 && limit.TextChinese.Length > 0));
        return [.. conflict.Limits.Select(limit => (limit.Limit, limit.Value, limit.FreeingValue))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Plan Under(LatticeCity city, double share) => Proposal.Under(
        new RulePack
        {
            Id = "test", Version = "1", Title = "test", TitleChinese = "测试", Hash = "", Sources = [],
            Parameters = new Dictionary<string, PackParameter> { ["share"] = new("share", "share", "比例", RuleUnit.Ratio, share, false, "") },
            Rules =
            [
                new PackRule
                {
                    Id = "use-share", Title = "use", TitleChinese = "用途", Scopes = [RuleScope.Area], Strength = RuleStrength.Must,
                    Citation = new Citation("text", "1"),
                    Test = new ShareTest(
                        new Term(Quantity.Land, "", [new WordCondition(WordAttribute.LandUse, ["07"]) { System = "用地用海分类" }]),
                        new Term(Quantity.Land, "", []), "share", LimitSense.AtLeast, []),
                },
            ],
        },
        city.Ground(SmallAreas)).Plan;

    private static LatticeCity Old(string row, int year = 1960, int[]? except = null)
    {
        var city = new LatticeCity(row);
        for (var parcel = 0; parcel < city.Land.ParcelCount; parcel++)
        {
            var (x, y) = city.Land.CornerOf(parcel);
            city.With(new LatticeBuilding(x + 1, y + 1, 18, 18) { Year = except?.Contains(parcel) ?? false ? 2024 : year });
        }

        return city;
    }
}
