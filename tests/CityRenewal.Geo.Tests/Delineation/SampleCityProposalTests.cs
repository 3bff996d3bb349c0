using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>Proposals for a sample city of 3,000 parcels, all stages real.</summary>
public class SampleCityProposalTests
{
    private static readonly Lazy<IReadOnlyList<SourceLayer>> Layers = new(() => SampleCity.Of(new SampleOptions(3_000, 7)));
    private static readonly Lazy<(ProposalGround Ground, Plan Plan)> Default = new(() => Proposed(Layers.Value, new ProposalOptions()));

    [Fact]
    public void Between_a_twentieth_and_three_tenths_of_the_land_is_chosen()
    {
        var plan = Default.Value.Plan;

        Assert.InRange(plan.Areas.Sum(area => area.NetArea) / plan.CandidateArea, 0.05, 0.30);
        Assert.DoesNotContain(plan.Notes, note => note.Code == "area_withheld");
    }

    [Fact]
    public void No_land_is_in_two_areas()
    {
        var parcels = Default.Value.Plan.Areas.SelectMany(area => area.Parcels).ToList();
        var streets = Default.Value.Plan.Areas.SelectMany(area => area.StreetFaces).ToList();

        Assert.Equal(parcels.Count, parcels.Distinct().Count());
        Assert.Equal(streets.Count, streets.Distinct().Count());
    }

    [Fact]
    public void Every_area_passes_every_check_and_is_worth_its_outline_unless_locked()
    {
        var (ground, plan) = Default.Value;
        var checks = new AreaChecks(ground, NeedScores.Of(ground.City, ground.Facts, 2025));

        Assert.NotEmpty(plan.Areas);
        Assert.All(plan.Areas, area => Assert.Empty(checks.Check(area)));
        Assert.All(plan.Areas, area => Assert.True(
            area.Benefit > plan.Options.Lambda * area.Perimeter
            || area.Parcels.Any(parcel => ground.City.Parcels.Lock[parcel] == ParcelLock.In)));
    }

    [Fact]
    public void The_objective_is_the_sum_over_the_areas_and_never_above_the_bound()
    {
        var plan = Default.Value.Plan;

        Assert.Equal(plan.Areas.Sum(area => area.Benefit - (plan.Options.Lambda * area.Perimeter)), plan.Objective, 6);
        Assert.True(plan.Objective <= plan.Bound + 1e-6);
    }

    [Fact]
    public void Gross_area_is_net_area_with_the_inner_streets()
    {
        var (ground, plan) = Default.Value;

        Assert.All(plan.Areas, area => Assert.Equal(
            area.GrossArea,
            area.NetArea + area.StreetFaces.Sum(face => ground.City.Plane.SquareMetresOfTwice(ground.Fabric.TwiceArea[face])),
            3));
        Assert.All(plan.Areas, area => Assert.Equal(
            area.GrossArea, ground.City.Plane.SquareMetresOfTwice(area.Outline.TwiceAreaOf(0)), 6));
    }

    [Fact]
    public void The_order_of_the_input_and_the_number_of_threads_change_nothing()
    {
        var turned = Proposed([.. Layers.Value.Reverse().Select(Backwards)], new ProposalOptions { Threads = 1 });

        Assert.Equal(Described(Default.Value), Described(turned));
    }

    [Fact]
    public void Elective_candidates_need_a_purpose_and_stay_within_their_share()
    {
        var (ground, plan) = Proposed(Layers.Value, new ProposalOptions { ElectivePurpose = "fire lane" });
        var elective = plan.Areas.SelectMany(area => area.Dispositions).Count(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate);

        Assert.True(elective > 0);
        Assert.DoesNotContain(
            Default.Value.Plan.Areas.SelectMany(area => area.Dispositions), proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate);
        Assert.All(plan.Areas, area => Assert.True(
            area.Dispositions.Where(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate).Sum(proposed => proposed.DemolishedFloorArea)
            <= 0.2 * area.Dispositions.Select(proposed => ground.Facts.Buildings.FloorArea.Values[proposed.Building]).Where(value => value > 0).Sum()));
    }

    [Fact]
    public void A_higher_price_of_outline_lowers_the_bound()
    {
        var dear = Proposed(Layers.Value, new ProposalOptions { Lambda = 6 }).Plan;

        Assert.True(dear.Bound < Default.Value.Plan.Bound);
    }

    // Finished areas are looked at by all threads: what each needs for that must be its own.
    [Fact]
    public void Many_small_areas_looked_at_by_many_threads_are_those_of_one_thread()
    {
        var small = new ProposalOptions { MinimumArea = 1_500, MaximumArea = 8_000, Lambda = 1, NeedThreshold = 0.35 };
        var one = Proposed(Layers.Value, small with { Threads = 1 });

        Assert.True(one.Plan.Areas.Count > 20);
        Assert.Equal(Described(one), Described(Proposed(Layers.Value, small with { Threads = 8 })));
    }

    [Fact]
    public void Tips_of_open_land_are_told_from_streets_whatever_the_order_of_looking()
    {
        var fabric = Default.Value.Ground.Fabric;
        var streets = Enumerable.Range(0, fabric.FaceCount).Where(face => fabric.FaceKinds[face] == FaceKind.Street).ToList();
        var held = HeldStreets.Of(fabric, streets);
        streets.Reverse();

        Assert.Equal(held, HeldStreets.Of(fabric, streets).AsEnumerable().Reverse());
        Assert.Equal(held, HeldStreets.Of(fabric, held));
        Assert.InRange(held.Count, streets.Count / 2, streets.Count - 1);
    }

    private static (ProposalGround Ground, Plan Plan) Proposed(IReadOnlyList<SourceLayer> layers, ProposalOptions options)
    {
        var city = CityAssembly.From(layers, new AssemblyOptions { BaselineYear = 2025 }).City;
        var fabric = LandFabric.Of(city, FabricOptions.Default);
        var graph = ContiguityGraph.Of(fabric, city.Barriers, new GraphOptions(options.StreetWidth, options.MinimumContact));
        var facts = ParcelFacts.Of(city, new OverlayOptions());
        return (new ProposalGround(city, fabric, graph, facts, options), Proposal.Of(city, fabric, graph, facts, options));
    }

    private static string Described((ProposalGround Ground, Plan Plan) made) => string.Join(
        '\n',
        made.Plan.Areas.Select(area =>
            $"{area.Id} {area.NetArea:R} {area.GrossArea:R} {area.Perimeter:R} {area.Benefit:R} {area.Need:R} "
            + string.Join(',', area.Parcels.Select(parcel => made.Ground.City.Parcels.Ids[parcel]))
            + string.Join(',', area.Dispositions.Select(proposed => $"{made.Ground.City.Buildings.Ids[proposed.Building]}={proposed.Reason}")))
            .Append($"{made.Plan.Objective:R} {made.Plan.Bound:R}"));

    private static SourceLayer Backwards(SourceLayer layer)
    {
        var shapes = layer.Shapes;
        var rows = Enumerable.Range(0, shapes.Count).Reverse().ToList();
        var rings = rows.SelectMany(row => Enumerable.Range(shapes.FeatureStart[row], shapes.FeatureStart[row + 1] - shapes.FeatureStart[row])).ToList();
        var vertices = rings.SelectMany(ring => Enumerable.Range(shapes.RingStart[ring], shapes.RingStart[ring + 1] - shapes.RingStart[ring])).ToList();
        int[] Starts(IEnumerable<int> lengths)
        {
            var starts = new List<int> { 0 };
            starts.AddRange(lengths);
            for (var i = 1; i < starts.Count; i++)
            {
                starts[i] += starts[i - 1];
            }

            return [.. starts];
        }

        return new SourceLayer
        {
            Name = layer.Name,
            Epsg = layer.Epsg,
            Shapes = new SourceShapes
            {
                Kind = shapes.Kind,
                X = [.. vertices.Select(vertex => shapes.X[vertex])],
                Y = [.. vertices.Select(vertex => shapes.Y[vertex])],
                RingStart = Starts(rings.Select(ring => shapes.RingStart[ring + 1] - shapes.RingStart[ring])),
                FeatureStart = Starts(rows.Select(row => shapes.FeatureStart[row + 1] - shapes.FeatureStart[row])),
                IsHole = shapes.IsHole.Length == 0 ? [] : [.. rings.Select(ring => shapes.IsHole[ring])],
            },
            Columns =
            [
                .. layer.Columns.Select(column => (SourceColumn)(column switch
                {
                    TextSource text => new TextSource(text.Name, TextColumn.From(rows.Select(row => text.Values[row]))),
                    IntegerSource whole => new IntegerSource(whole.Name, [.. rows.Select(row => whole.Values[row])]),
                    RealSource real => new RealSource(real.Name, [.. rows.Select(row => real.Values[row])]),
                    _ => column,
                })),
            ],
        };
    }
}
