using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Reports;

/// <summary>The table of boundary points is the outline, as surveyors write it.</summary>
public sealed class BoundaryPointTests(AreaMapTests.SamplePlan sample) : IClassFixture<AreaMapTests.SamplePlan>
{
    private readonly SurveySystem _survey = SurveySystem.Of(sample.Work.City.Epsg, sample.Work.City.Plane);

    [Fact]
    public void Every_ring_is_closed_and_runs_clockwise_from_its_north_western_point()
    {
        foreach (var area in sample.Plan.Plan.Areas)
        {
            foreach (var ring in BoundaryPointTable.Of(area.Outline, _survey).GroupBy(point => point.Ring).Select(ring => ring.ToList()))
            {
                Assert.Equal((ring[0].Name, ring[0].X, ring[0].Y), (ring[^1].Name, ring[^1].X, ring[^1].Y));
                Assert.Equal(ring.Max(point => point.X - point.Y), ring[0].X - ring[0].Y);
                var turn = ring.Zip(ring.Skip(1)).Sum(pair => ((pair.First.Y - ring[0].Y) * (pair.Second.X - ring[0].X)) - ((pair.Second.Y - ring[0].Y) * (pair.First.X - ring[0].X)));
                Assert.True(turn < 0, $"{area.Id} ring {ring[0].Ring}");
            }
        }
    }

    [Fact]
    public void Numbers_go_on_from_ring_to_ring_and_every_side_is_as_long_as_its_ends_are_apart()
    {
        foreach (var area in sample.Plan.Plan.Areas)
        {
            var points = BoundaryPointTable.Of(area.Outline, _survey);
            Assert.Equal(area.Outline.X.Length, points.Count);
            Assert.Equal(points.Select(point => point.Name).Distinct(), Enumerable.Range(1, points.Count - points.Max(point => point.Ring)).Select(number => $"J{number}"));
            Assert.All(points.Zip(points.Skip(1)).Where(pair => pair.Second.Side is not null), pair =>
                Assert.Equal(Math.Sqrt(Math.Pow(pair.Second.X - pair.First.X, 2) + Math.Pow(pair.Second.Y - pair.First.Y, 2)), pair.Second.Side!.Value, 6));
        }
    }

    [Fact]
    public void GDAL_reads_the_same_points_from_the_plan_file_x_north_and_y_east()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg"), folder["city.gpkg"]);
        Assert.NotEqual(2, Renewal.Run("propose", folder["city.gpkg"], "-o", folder["plan.gpkg"]).Code);
        Assert.NotEqual(2, Renewal.Run("report", folder["city.gpkg"], folder["plan.gpkg"], "-o", folder["report.html"]).Code);

        var ending = Renewal.Python("boundary_points.py", folder["plan.gpkg"], folder["report.html"]);

        Assert.True(ending.Code == 0, ending.Output + ending.Error);
    }

    [Fact]
    public void A_city_in_degrees_is_written_in_its_three_degree_zone_with_the_zone_number()
    {
        var (plane, outline) = (sample.Work.City.Plane, sample.Plan.Plan.Areas[0].Outline);
        var (own, zone) = (SurveySystem.Of(4545, plane), SurveySystem.Of(4490, plane));

        Assert.Equal(4512 + (int)Math.Round(plane.CentreLongitude / 3) - 24, zone.System!.Epsg);
        Assert.Equal(4545, own.System!.Epsg);
        for (var i = 0; i < outline.X.Length; i++)
        {
            var (one, other) = (own.At(outline.X[i], outline.Y[i]), zone.At(outline.X[i], outline.Y[i]));
            Assert.Equal(one.North, other.North, 4);
            Assert.Equal(one.East + 36_000_000, other.East, 4);
        }
    }

    [Fact]
    public void A_local_system_is_written_as_it_is_and_says_that_it_is_one()
    {
        var plane = new WorkingPlane(0, 0, 0, 0) { Local = new LocalOrigin(1000, 2000) };
        var survey = SurveySystem.Of(0, plane);

        Assert.Equal((2001.5, 1000.25), survey.At(2500, 15000));
        Assert.Contains("本地坐标系", BoundaryPointTable.NameOf(survey), StringComparison.Ordinal);
    }
}
