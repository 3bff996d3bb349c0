using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Samples;

/// <summary>A county town is a strip along a river, of which the registers know little.</summary>
public class CountyTownTests
{
    private static readonly Lazy<SampleTown> County = new(() => SampleTown.Of(new SampleOptions(2_000, 5) { Town = TownKind.CountyTown }));

    [Fact]
    public void It_lies_in_the_gorges_between_108_5_and_110_degrees_east()
    {
        var shapes = County.Value.Layer(LayerNames.Parcels).Shapes;
        double[] longitude = new double[shapes.X.Length], latitude = new double[shapes.X.Length];
        LonLat.From(County.Value.Layer(LayerNames.Parcels).Epsg).Of(shapes.X, shapes.Y, longitude, latitude);

        Assert.Equal(2_000, shapes.Count);
        Assert.All(longitude, east => Assert.InRange(east, 108.5, 110));
        Assert.All(latitude, north => Assert.InRange(north, 30.8, 31.1));
    }

    [Fact]
    public void It_is_at_least_twice_as_long_as_wide()
    {
        var shapes = County.Value.Layer(LayerNames.Parcels).Shapes;
        // Along the river, which runs a little north of east.
        var along = shapes.X.Zip(shapes.Y, (x, y) => (0.9689 * x) + (0.2474 * y)).ToArray();
        var across = shapes.X.Zip(shapes.Y, (x, y) => (0.9689 * y) - (0.2474 * x)).ToArray();

        Assert.True(along.Max() - along.Min() > 2 * (across.Max() - across.Min()));
    }

    [Fact]
    public void No_parcel_lies_in_the_river()
    {
        var river = County.Value.Polygons(LayerNames.Water).OrderByDescending(water => water.Area).First();

        Assert.DoesNotContain(County.Value.Polygons(LayerNames.Parcels), parcel => parcel.Intersects(river));
    }

    [Fact]
    public void Ages_grades_and_floor_areas_are_known_of_few_buildings()
    {
        Assert.InRange(Share(County.Value.Integers(LayerNames.Buildings, "year_built"), year => year != Unknown.Integer), 0.1, 0.2);
        Assert.InRange(Share(County.Value.Texts(LayerNames.Buildings, "danger_grade"), grade => grade.Length > 0), 0.005, 0.06);
        Assert.InRange(Share(County.Value.Reals(LayerNames.Buildings, "floor_area_m2"), area => !double.IsNaN(area)), 0.1, 0.25);
        Assert.All(County.Value.Reals(LayerNames.Parcels, "far_limit"), limit => Assert.True(double.IsNaN(limit)));
    }

    [Fact]
    public void An_origin_is_known_only_where_the_floor_area_is()
    {
        var areas = County.Value.Reals(LayerNames.Buildings, "floor_area_m2");
        var origins = County.Value.Texts(LayerNames.Buildings, "floor_area_origin");

        Assert.All(areas.Zip(origins), row => Assert.True(!double.IsNaN(row.First) || row.Second is "" or "storeys_times_footprint"));
    }

    [Fact]
    public void There_is_no_detailed_plan_and_no_control_zone()
    {
        Assert.DoesNotContain(County.Value.Layers, layer => layer.Name == LayerNames.DetailedPlots);
        Assert.DoesNotContain("control", County.Value.Texts(LayerNames.HistoricZones, "kind"));
    }

    private static double Share<T>(T[] values, Func<T, bool> isKnown) => (double)values.Count(isKnown) / values.Length;
}
