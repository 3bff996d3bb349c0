using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CsCheck;

namespace CityRenewal.Geo.Tests.Cities;

/// <summary>Parts become one building before anything is summed. Parts are squares on a plane in metres.</summary>
public class BuildingPartsTests
{
    // A podium of 40 × 25 m and 4 storeys, and on it a tower of 20 × 25 m whose 20 storeys count from the ground.
    [Fact]
    public void A_tower_on_a_podium_is_counted_once_where_both_stand()
    {
        var building = One(new Part(0, 0, 40, 25) { Storeys = 4 }, new Part(10, 0, 20, 25) { Storeys = 20 });

        Assert.Equal(20, Whole(building, "storeys_above"));
        Assert.Equal((4 * 500) + (20 * 500), Real(building, "floor_area_m2"), precision: 6);
        Assert.Equal("storeys_times_footprint", Text(building, "floor_area_origin"));
        Assert.Equal(1000, Footprint(building), precision: 6);
    }

    [Fact]
    public void A_part_that_gives_its_floor_area_is_believed_and_only_the_rest_is_computed()
    {
        var building = One(new Part(0, 0, 40, 25) { Storeys = 4, FloorArea = 3900 }, new Part(10, 0, 20, 25) { Storeys = 20 });

        Assert.Equal(3900 + (16 * 500), Real(building, "floor_area_m2"), precision: 6);
    }

    [Fact]
    public void Storey_by_storey_is_one_building_as_high_as_its_last_storey()
    {
        var building = One([.. Enumerable.Range(1, 6).Select(storey => new Part(0, 0, 20, 10 + (storey == 6 ? -5 : 0)) { Level = storey })]);

        Assert.Equal(6, Whole(building, "storeys_above"));
        Assert.Equal((5 * 200) + 100, Real(building, "floor_area_m2"), precision: 6);
        Assert.Equal(200, Footprint(building), precision: 6);
    }

    // Three storeys hang below the street on the valley side of a house of five.
    [Fact]
    public void Storeys_that_hang_below_the_street_give_floor_area_and_no_storey_above()
    {
        var building = One(new Part(0, 0, 20, 10) { Storeys = 5 }, new Part(0, -6, 20, 16) { Storeys = 3, Kind = "hanging_storey" });

        Assert.Equal((5, 3), (Whole(building, "storeys_above"), Whole(building, "storeys_below")));
        Assert.Equal((5 * 200) + (3 * 320), Real(building, "floor_area_m2"), precision: 6);
    }

    [Fact]
    public void A_basement_gives_floor_area_only_where_it_says_so()
    {
        var silent = One(new Part(0, 0, 20, 10) { Storeys = 5 }, new Part(0, 0, 20, 12) { Level = -1 });
        var told = One(new Part(0, 0, 20, 10) { Storeys = 5 }, new Part(0, 0, 20, 12) { Level = -1, FloorArea = 230 });

        Assert.Equal((1000, 1), (Real(silent, "floor_area_m2"), Whole(silent, "storeys_below")));
        Assert.Equal(1230, Real(told, "floor_area_m2"), precision: 6);
    }

    [Fact]
    public void Two_wings_of_one_code_are_one_building_and_two_houses_far_apart_are_not()
    {
        var wings = Grouped(new Part(0, 0, 10, 10) { Storeys = 3 }, new Part(30, 0, 10, 10) { Storeys = 3 });
        var apart = Grouped(new Part(0, 0, 10, 10) { Storeys = 3 }, new Part(300, 0, 10, 10) { Storeys = 3 });

        Assert.Equal((1, 0), (wings.Layer.Shapes.Count, wings.Defects.Count));
        Assert.Equal((2, 2), (apart.Layer.Shapes.Count, apart.Defects.Count(defect => defect.Code == "parts_not_grouped")));
    }

    [Fact]
    public void The_largest_part_tells_the_year_and_that_parts_differ_is_listed()
    {
        var grouped = Grouped(new Part(0, 0, 10, 10) { Storeys = 2, Year = 1950 }, new Part(10, 0, 30, 20) { Storeys = 6, Year = 1998 });

        Assert.Equal(1998, Whole(grouped.Layer, "year_built"));
        Assert.Equal("The parts of the building say different things of the whole: year_built is 1950 and 1998, taken as 1998.", Assert.Single(grouped.Defects).Message);
    }

    [Fact]
    public void A_row_that_repeats_another_is_summed_once_and_listed()
    {
        var grouped = Grouped(new Part(0, 0, 10, 10) { FloorArea = 300 }, new Part(0, 0, 10, 10) { FloorArea = 300 }, new Part(10, 0, 10, 10) { FloorArea = 500 });

        Assert.Equal(800, Real(grouped.Layer, "floor_area_m2"));
        Assert.Equal("repeated_part", Assert.Single(grouped.Defects).Code);
    }

    [Fact]
    public void What_nobody_knows_stays_unknown_in_the_sum()
    {
        var building = One(new Part(0, 0, 10, 10) { Storeys = 3 }, new Part(10, 0, 10, 10));

        Assert.True(double.IsNaN(Real(building, "floor_area_m2")));
        Assert.Equal("", Text(building, "floor_area_origin"));
    }

    [Fact]
    public void The_parts_are_kept_with_their_values_numbers_and_outlines()
    {
        var parts = System.Text.Json.JsonDocument.Parse(Text(One(new Part(0, 0, 10, 10) { Storeys = 3 }, new Part(10, 0, 10, 10) { Storeys = 6 }), "parts")).RootElement;

        Assert.Equal([3, 6], parts.EnumerateArray().Select(part => part.GetProperty("storeys_above").GetInt32()));
        Assert.Equal("MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)))", parts[0].GetProperty("outline").GetString());
    }

    [Fact]
    public void Floor_areas_that_all_parts_give_are_preserved_in_the_sum() => Parts(withFloorArea: true).Sample(parts =>
        Math.Abs(One(parts) is var building && building.Shapes.Count == 1 ? Real(building, "floor_area_m2") - parts.Sum(part => part.FloorArea) : 1) < 1e-6);

    // Squares of whole metres: each spot counted once up to its highest part, by counting square metres one by one.
    [Fact]
    public void Computed_floor_areas_are_those_of_a_count_metre_by_metre() => Parts(withFloorArea: false).Sample(parts =>
        Math.Abs(Real(One(parts), "floor_area_m2") - Count(parts)) < 1e-6);

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Gen.Select(Parts(withFloorArea: true), Parts(withFloorArea: false), Gen.Int).Sample((given, silent, seed) =>
    {
        Part[] parts = [.. given, .. silent.Select(part => part with { Year = 2000 })];
        var shuffled = (Part[])parts.Clone();
        new Random(seed).Shuffle(shuffled);
        return Everything(One(parts)) == Everything(One(shuffled));
    });

    private static Gen<Part[]> Parts(bool withFloorArea) =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], Gen.Int[3, 12], Gen.Int[3, 12], Gen.Int[1, 9]).Select((x, y, width, depth, storeys) => new Part(x, y, width, depth)
        {
            Storeys = storeys,
            FloorArea = withFloorArea ? width * depth * storeys * 0.97 : double.NaN,
        }).Array[2, 5].Select(parts => parts.Distinct().ToArray()).Where(parts => parts.Length > 1);

    private static double Count(Part[] parts)
    {
        double sum = 0;
        for (var x = 0; x < 24; x++)
        {
            for (var y = 0; y < 24; y++)
            {
                sum += parts.Where(part => x >= part.X && x < part.X + part.Width && y >= part.Y && y < part.Y + part.Depth).Select(part => part.Storeys).DefaultIfEmpty(0).Max();
            }
        }

        return sum;
    }

    private static string Everything(SourceLayer layer) =>
        string.Join('|', layer.Columns.Where(column => column.Name != "parts").Select(column => $"{column.Name}={column.TextOf(0)}"))
        + string.Join(' ', layer.Shapes.X) + string.Join(' ', layer.Shapes.Y)
        + System.Text.RegularExpressions.Regex.Replace(Text(layer, "parts"), "\"fid\":[0-9]+,", "");

    private static SourceLayer One(params Part[] parts) => Grouped(parts).Layer;

    private static GroupedBuildings Grouped(params Part[] parts) => BuildingParts.Grouped(new SourceLayer
    {
        Name = LayerNames.Buildings,
        Epsg = 0,
        Shapes = new SourceShapes
        {
            Kind = ShapeKind.Polygon,
            X = [.. parts.SelectMany(part => new[] { part.X, part.X + part.Width, part.X + part.Width, part.X, part.X })],
            Y = [.. parts.SelectMany(part => new[] { part.Y, part.Y, part.Y + part.Depth, part.Y + part.Depth, part.Y })],
            RingStart = [.. Enumerable.Range(0, parts.Length + 1).Select(i => 5 * i)],
            FeatureStart = [.. Enumerable.Range(0, parts.Length + 1)],
            IsHole = [],
        },
        Columns =
        [
            new TextSource("building_id", TextColumn.From(parts.Select(_ => "B"))),
            new IntegerSource("storeys_above", [.. parts.Select(part => part.Storeys)]),
            new IntegerSource("part_storey", [.. parts.Select(part => part.Level)]),
            new TextSource("part_kind", TextColumn.From(parts.Select(part => part.Kind))),
            new RealSource("floor_area_m2", [.. parts.Select(part => part.FloorArea)]),
            new IntegerSource("year_built", [.. parts.Select(part => part.Year)]),
        ],
    });

    private static int Whole(SourceLayer layer, string column) => ((IntegerSource)layer.Column(column)!).Values[0];

    private static double Real(SourceLayer layer, string column) => ((RealSource)layer.Column(column)!).Values[0];

    private static string Text(SourceLayer layer, string column) => layer.Column(column)!.TextOf(0);

    private static double Footprint(SourceLayer layer) => LegalMeasures.Of(layer, new ParallelOptions()).AreaM2[0];

    private sealed record Part(double X, double Y, double Width, double Depth)
    {
        public int Storeys { get; init; } = Unknown.Integer;

        public int Level { get; init; } = Unknown.Integer;

        public string Kind { get; init; } = "";

        public double FloorArea { get; init; } = double.NaN;

        public int Year { get; init; } = 1990;
    }
}
