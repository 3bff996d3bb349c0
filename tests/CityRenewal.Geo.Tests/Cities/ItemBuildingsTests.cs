using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Tests.Cities;

/// <summary>Protected items find the building that they are. Buildings A at 0..10 and B at 12..22, both 10 m deep.</summary>
public class ItemBuildingsTests
{
    [Fact]
    public void By_id_where_they_name_one_whatever_their_place() => Assert.Equal("B", NameOf(Square(0, 0, 10, 10), "B"));

    [Fact]
    public void Else_by_the_footprint_that_shares_most_ground() => Assert.Equal("A", NameOf(Square(1, 1, 12, 8), "226"));

    [Fact]
    public void A_point_is_the_building_that_it_lies_in() => Assert.Equal("B", NameOf([(15, 5)], ""));

    [Fact]
    public void Two_buildings_alike_are_listed_and_none_is_chosen()
    {
        var named = ItemBuildings.Of(Items(Square(4, 0, 14, 10), ""), Buildings());

        Assert.Equal("", named.Layer.Column("building_id")!.TextOf(0));
        Assert.Equal(("ambiguous_building", true), (named.Defects[0].Code, named.Defects[0].Message.Contains("A, B", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_id_that_no_building_has_is_listed_where_the_place_tells_none()
    {
        var named = ItemBuildings.Of(Items(Square(50, 50, 5, 5), "226"), Buildings());

        Assert.Equal(("226", "dangling_building_ref"), (named.Layer.Column("building_id")!.TextOf(0), Assert.Single(named.Defects).Code));
    }

    [Fact]
    public void A_footprint_on_another_code_is_only_suggested()
    {
        var buildings = Layer(LayerNames.Buildings, "building_id", ["P", "T"], Square(0, 0, 40, 20), Square(5, 5, 10, 10));

        var found = Assert.Single(StackedFootprints.Check(buildings));

        Assert.Equal(("stacked_footprints", "T"), (found.Code, found.Id));
        Assert.Contains("on P", found.Message, StringComparison.Ordinal);
        Assert.Empty(StackedFootprints.Check(Buildings()));
    }

    private static string NameOf((double X, double Y)[] shape, string said) => ItemBuildings.Of(Items(shape, said), Buildings()).Layer.Column("building_id")!.TextOf(0);

    private static SourceLayer Buildings() => Layer(LayerNames.Buildings, "building_id", ["A", "B"], Square(0, 0, 10, 10), Square(12, 0, 10, 10));

    private static SourceLayer Items((double X, double Y)[] shape, string said) => Layer(LayerNames.ProtectedItems, "building_id", [said], shape);

    private static (double X, double Y)[] Square(double x, double y, double width, double depth) =>
        [(x, y), (x + width, y), (x + width, y + depth), (x, y + depth), (x, y)];

    private static SourceLayer Layer(string name, string idColumn, string[] ids, params (double X, double Y)[][] shapes)
    {
        int[] starts = [0, .. shapes.Select(shape => shape.Length)];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        return new SourceLayer
        {
            Name = name,
            Epsg = 0,
            Columns = [new TextSource(idColumn, TextColumn.From(ids))],
            Shapes = new SourceShapes
            {
                Kind = shapes[0].Length == 1 ? ShapeKind.Point : ShapeKind.Polygon,
                X = [.. shapes.SelectMany(shape => shape.Select(point => point.X))],
                Y = [.. shapes.SelectMany(shape => shape.Select(point => point.Y))],
                RingStart = starts,
                FeatureStart = [.. Enumerable.Range(0, shapes.Length + 1)],
                IsHole = [],
            },
        };
    }
}
