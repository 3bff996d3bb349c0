using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Tests.Compliance;
using CityRenewal.Geo.Tests.Metrics;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Rules of other places are said by the format without code: they are test data and never shipped.</summary>
public class ElsewherePackTests
{
    public static readonly string Folder = Path.Combine(Renewal.Checkout, "tests", "data", "rule-packs");

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_pack_of_another_place_reads_without_problem_and_is_not_shipped(string id)
    {
        Assert.Empty(RulePackShelf.Read(Path.Combine(Folder, id + ".yaml")).Problems);
        Assert.DoesNotContain(id, RulePackShelf.Ids);
    }

    // One young building: 90 % of both; else 80 %.
    [Theory]
    [InlineData(2020, 0.92, 950, Verdict.Pass)]
    [InlineData(2020, 0.85, 950, Verdict.Fail)]
    [InlineData(2020, 0.92, 850, Verdict.Fail)]
    [InlineData(1990, 0.85, 850, Verdict.Pass)]
    [InlineData(Unknown.Integer, 0.85, 850, Verdict.Unknown)]
    [InlineData(Unknown.Integer, 0.95, 950, Verdict.Pass)]
    public void In_Singapore_younger_buildings_take_more_consent(int year, double value, double area, Verdict expected) => Assert.Equal(
        expected,
        Judge("consent", Town(new House(0, 1000) { YearBuilt = year }, ("consent_share_value", value), ("consent_floor_area_m2", area))));

    // A third of the footprint is sound concrete: two of six houses.
    [Theory]
    [InlineData(2, Verdict.Pass)]
    [InlineData(3, Verdict.Fail)]
    public void In_Japan_sound_buildings_cover_a_third_of_the_footprint_or_of_the_lots(int sound, Verdict expected)
    {
        House[] houses = [.. Enumerable.Range(0, 6).Select(i => new House(0, 100) { Structure = i < sound ? "rc" : "wood", Storeys = 5, YearBuilt = 1980 })];

        Assert.Equal(expected, Judge("weak", new RuleTown(3) { Pack = Read("tokyo-test"), Houses = houses }, 3));
    }

    // A station 300 m away: one sign is enough. Far from any it takes two.
    [Theory]
    [InlineData(400, DangerGrade.D, Verdict.Pass)]
    [InlineData(900, DangerGrade.D, Verdict.Fail)]
    [InlineData(400, DangerGrade.A, Verdict.Fail)]
    public void In_New_Taipei_an_area_near_a_station_needs_fewer_signs(double station, DangerGrade grade, Verdict expected) => Assert.Equal(
        expected,
        Judge("signs", new RuleTown(1) { Pack = Read("taipei-test"), Houses = [new House(0, 100) { Danger = grade, Storeys = 6 }] }.Station(station, 50)));

    // Parcels of a hectare are large enough in any block, and a remainder of one is no orphan.
    [Fact]
    public void In_Taipei_one_of_three_ways_is_enough_and_no_neighbour_is_orphaned()
    {
        RuleTown Row() => new RuleTown(2) { Pack = Read("taipei-test"), Houses = [new(0, 100)], HasSurroundings = true }
            .Barrier("river", -5000).Zone(LayerNames.Water, "", 8000, 8010);

        Assert.Equal(Verdict.Pass, Judge("unit", Row()));
        Assert.Equal(Verdict.Pass, Judge("neighbours", Row()));
    }

    // Two parcels of a hectare, of which one or both may be a park.
    [Theory]
    [InlineData("0701", "1401", Verdict.Pass)]
    [InlineData("1401", "1401", Verdict.Fail)]
    public void In_Seoul_parks_that_stay_are_taken_off_the_land(string first, string second, Verdict expected) => Assert.Equal(
        expected,
        Judge("size",
            new RuleTown(2) { Pack = Read("seoul-test"), Houses = [new(0, 100)], LandUse = [first, second], LandUseSystem = "用地用海分类" }, 2));

    [Fact]
    public void In_California_an_area_may_lie_in_pieces_and_both_kinds_of_blight_are_needed()
    {
        RuleTown Pieces() => new RuleTown(3)
        {
            Pack = Read("california-test"), Houses = [new House(0, 100) { Danger = DangerGrade.D }], Starts = [0, 200, 400], HasSurroundings = true,
            Declared = new AreaDeclaration { Numbers = new Dictionary<string, double> { ["economic_blight"] = 1 } },
        }.Barrier("river", -5000).Zone(LayerNames.Water, "", 8000, 8010);

        Assert.Equal(Verdict.Pass, Judge("pieces", Pieces(), 3));
        Assert.Equal(Verdict.Pass, Judge("blight", Pieces(), 3));
    }

    private static RulePack Read(string id) => RulePackShelf.Read(Path.Combine(Folder, id + ".yaml")).OrThrow();

    private static RuleTown Town(House house, params (string Name, double Value)[] stated) => new(1)
    {
        Pack = Read("singapore-test"), Houses = [house],
        Declared = new AreaDeclaration { Numbers = stated.ToDictionary(number => number.Name, number => number.Value) },
    };

    private static Verdict? Judge(string rule, RuleTown town, int members = 1) =>
        town.Findings(members, null).Single(finding => finding.Rule.Id == rule).Verdict;
}
