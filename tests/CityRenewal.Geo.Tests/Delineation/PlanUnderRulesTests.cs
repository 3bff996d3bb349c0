using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Delineation;

public class PlanUnderRulesTests
{
    private static readonly ProposalOptions SmallAreas = new() { MinimumArea = 800, MaximumArea = 4_000, Lambda = 0.5 };
    private static readonly PackAssumption Somebody = new("somebody", "某部门");
    private static readonly SumTest NoFarmland = new(
        new Term(Quantity.LandIn, "permanent_basic_farmland", []), "zero_m2", LimitSense.AtMost, "");

    // Farmland lies under B alone.
    [Fact]
    public void What_a_rule_forbids_stays_out_and_the_note_names_the_rule()
    {
        var plan = Under(Farmland(), Rule("farmland", NoFarmland));

        Assert.Equal([[2, 3]], plan.Plan.Areas.Select(area => area.Parcels.ToArray()));
        Assert.Contains(plan.Plan.Notes, note => note.Code == "parcels_left_out" && note.Text.Contains("farmland", StringComparison.Ordinal));
        Assert.Equal(Verdict.Pass, Assert.Single(plan.Findings).Verdict);
    }

    [Fact]
    public void What_somebody_may_consent_to_stays_in_and_is_found()
    {
        var plan = Under(Farmland(), Rule("farmland", NoFarmland, Somebody));

        Assert.Equal([0, 1, 2, 3], Assert.Single(plan.Plan.Areas).Parcels);
        var finding = Assert.Single(plan.Findings);
        Assert.Equal(Verdict.NeedsApproval, finding.Verdict);
        Assert.Equal([1], finding.Judgement.Evidence.Parcels);
        Assert.Equal(400, finding.Judgement.Measured.Value!.Value, 3);
    }

    [Fact]
    public void A_missing_layer_keeps_nobody_out_and_is_unknown()
    {
        var plan = Under(Old(new LatticeCity("ABCD")), Rule("farmland", NoFarmland));

        Assert.Equal([0, 1, 2, 3], Assert.Single(plan.Plan.Areas).Parcels);
        Assert.Equal((Verdict.Unknown, "missing_layer"), (plan.Findings[0].Verdict, plan.Findings[0].Judgement.WhyNot!.Code));
    }

    // The district line runs between B and C.
    [Fact]
    public void An_area_does_not_cross_into_another_district()
    {
        var city = Old(new LatticeCity("ABCD")).With(
            LayerNames.AdministrativeUnits, Zones(("D1", "district", "", 0, 40), ("D2", "district", "", 40, 40)));

        Assert.Equal([0, 1, 2, 3], Assert.Single(Under(city, Rule("category", new CategoryTest())).Plan.Areas).Parcels);
        Assert.Equal(
            [[0, 1], [2, 3]],
            Under(city, Rule("district", new UndividedTest("district"))).Plan.Areas.Select(area => area.Parcels.ToArray()));
    }

    // B, the street and C are one historic district: A and D alone could be areas, half a district cannot.
    [Fact]
    public void A_historic_district_comes_whole_across_its_own_street()
    {
        var city = Old(new LatticeCity("AB.CD")).With(LayerNames.HistoricZones, Zones(("H", "control", "", 20, 60)));
        var plan = Under(city, Rule("whole", new WholeTest()));

        Assert.Equal([0, 1, 2, 3], Assert.Single(plan.Plan.Areas).Parcels);
        Assert.Equal(Verdict.Pass, Assert.Single(plan.Findings).Verdict);
    }

    [Fact]
    public void A_district_larger_than_the_largest_area_stays_out_whole()
    {
        var city = Old(new LatticeCity("AB.CDEF")).With(LayerNames.HistoricZones, Zones(("H", "control", "", 0, 100)));
        var plan = Under(city, Rule("whole", new WholeTest()), SmallAreas with { MaximumArea = 1_500 });

        Assert.Equal([[4, 5]], plan.Plan.Areas.Select(area => area.Parcels.ToArray()));
        Assert.Contains(plan.Plan.Notes, note => note.Text.Contains("historic district", StringComparison.Ordinal));
    }

    // The district line runs between B and C; somebody may consent to crossing it.
    [Fact]
    public void A_line_that_may_be_crossed_with_consent_is_crossed_and_found()
    {
        var city = Old(new LatticeCity("ABCD")).With(
            LayerNames.AdministrativeUnits, Zones(("D1", "district", "", 0, 40), ("D2", "district", "", 40, 40)));
        var plan = Under(city, Rule("district", new UndividedTest("district"), Somebody));

        Assert.Equal([0, 1, 2, 3], Assert.Single(plan.Plan.Areas).Parcels);
        Assert.Equal(Verdict.NeedsApproval, Assert.Single(plan.Findings).Verdict);
    }

    // The district is B, C and D; D is farmland, so it is whole without D.
    [Fact]
    public void A_parcel_that_another_rule_forbids_does_not_keep_its_whole_district_out()
    {
        var city = Old(new LatticeCity("ABCD"))
            .With(LayerNames.ControlLines, "permanent_basic_farmland", 60, 0, 20, 20)
            .With(LayerNames.HistoricZones, Zones(("H", "control", "", 20, 60)));
        var plan = Under(city, [Rule("farmland", NoFarmland), Rule("whole", new WholeTest())], SmallAreas);

        Assert.Equal([0, 1, 2], Assert.Single(plan.Plan.Areas).Parcels);
        Assert.All(plan.Findings, finding => Assert.Equal(Verdict.Pass, finding.Verdict));
    }

    // Dangerous houses could go; the pack allows nothing to go, so they are renovated.
    [Fact]
    public void An_area_that_fails_with_candidates_for_demolition_is_proposed_without_them()
    {
        var city = Dangerous();
        var options = SmallAreas with { ElectivePurpose = "dangerous housing", ElectiveDemolitionLimit = 0.5 };
        var allowed = Under(city, Rule("ratio", Share("half")), options);
        var forbidden = Under(city, Rule("ratio", Share("nothing")), options);

        Assert.Contains(allowed.Plan.Areas[0].Dispositions, proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate);
        Assert.DoesNotContain(forbidden.Plan.Areas[0].Dispositions, proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate);
        Assert.Equal(Verdict.Pass, Assert.Single(forbidden.Findings).Verdict);
    }

    [Fact]
    public void A_plan_that_demolishes_nothing_builds_nothing_new() =>
        Assert.All(Under(Farmland(), Rule("farmland", NoFarmland)).Plan.Areas, area => Assert.Equal(0, area.NewFloorArea));

    [Fact]
    public void The_number_of_threads_does_not_show()
    {
        var city = Old(new LatticeCity("ABCD", "EFGH")).With(LayerNames.HistoricZones, Zones(("H", "core", "", 0, 40)));
        var one = Under(city, Rule("whole", new WholeTest()), SmallAreas with { Threads = 1 });
        var two = Under(city, Rule("whole", new WholeTest()), SmallAreas with { Threads = 2 });

        Assert.Equal(one.Plan.Areas.Select(area => string.Join(',', area.Parcels)), two.Plan.Areas.Select(area => string.Join(',', area.Parcels)));
        Assert.Equal(one.Findings.Select(finding => finding.Verdict), two.Findings.Select(finding => finding.Verdict));
    }

    private static LatticeCity Farmland() =>
        Old(new LatticeCity("ABCD")).With(LayerNames.ControlLines, "permanent_basic_farmland", 20, 0, 20, 20);

    private static LatticeCity Dangerous()
    {
        var city = new LatticeCity("ABCD");
        for (var parcel = 0; parcel < 4; parcel++)
        {
            city.With(new LatticeBuilding((20 * parcel) + 1, 1, 18, 18) { Year = 1950, Danger = DangerGrade.D });
        }

        return city.With(LayerNames.HistoricZones, Zones(("H", "core", "", 500, 20))).WithProtected("nothing here");
    }

    private static LatticeCity Old(LatticeCity city)
    {
        var rows = city.Land.ParcelCount;
        for (var parcel = 0; parcel < rows; parcel++)
        {
            var (x, y) = city.Land.CornerOf(parcel);
            city.With(new LatticeBuilding(x + 1, y + 1, 18, 18) { Year = 1960 });
        }

        return city;
    }

    private static Zones Zones(params (string Id, string Kind, string Parent, double X, double Width)[] zones)
    {
        var shapes = new PolygonColumnsBuilder();
        foreach (var (_, _, _, x, width) in zones)
        {
            int Grid(double metres) => (int)Math.Round(metres * 10_000);
            int[] xs = [Grid(x), Grid(x + width), Grid(x + width), Grid(x)];
            int[] ys = [0, 0, Grid(40), Grid(40)];
            shapes.Ring(xs, ys, isHole: false).EndFeature();
        }

        return new Zones
        {
            Ids = TextColumn.From(zones.Select(zone => zone.Id)),
            Names = TextColumn.Missing(zones.Length),
            Parents = TextColumn.From(zones.Select(zone => zone.Parent)),
            Kinds = CodeColumn.From([.. zones.Select(zone => zone.Kind)]),
            Shapes = shapes.ToColumns(),
            Numbers = new Dictionary<string, double[]>(),
        };
    }

    private static ShareTest Share(string limit) => new(
        new Term(Quantity.FloorArea, "", [new DemolitionCondition(DemolitionPart.Elective)]),
        new Term(Quantity.FloorArea, "", []), limit, LimitSense.AtMost, []);

    private static PackRule Rule(string id, RuleTest test, PackAssumption? consent = null) => new()
    {
        Id = id, Title = id, TitleChinese = id, Scopes = [RuleScope.Area], Strength = RuleStrength.Must,
        Citation = new Citation("text", "1"), Test = test, Consent = consent,
    };

    private static JudgedPlan Under(LatticeCity city, PackRule rule, ProposalOptions? options = null) =>
        Under(city, [rule], options ?? SmallAreas);

    private static JudgedPlan Under(LatticeCity city, PackRule[] rules, ProposalOptions options) =>
        Proposal.Under(
            new RulePack
            {
                Id = "test", Version = "1", Title = "test", TitleChinese = "测试", Hash = "", Sources = [],
                Parameters = new[] { ("zero_m2", 0.0, RuleUnit.SquareMetre), ("half", 0.5, RuleUnit.Ratio), ("nothing", 0.0, RuleUnit.Ratio) }
                    .ToDictionary(one => one.Item1, one => new PackParameter(one.Item1, one.Item1, one.Item1, one.Item3, one.Item2, false, "")),
                Rules = rules,
            },
            city.Ground(options));
}
