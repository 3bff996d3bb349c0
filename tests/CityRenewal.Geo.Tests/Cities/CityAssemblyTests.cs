using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Cities;

public class CityAssemblyTests
{
    // Chongqing, in EPSG:4545 (central meridian 108°).
    private const double East = 360_000;
    private const double North = 3_270_000;

    [Fact]
    public void Parcels_arrive_with_their_area_true_on_the_ground()
    {
        var layer = new LayerSketch(LayerNames.Parcels).Square("a", East, North, 100).ToLayer();

        var city = CityAssembly.From([layer], new AssemblyOptions()).City;

        var plane = city.Plane.SquareMetresOfTwice(city.Parcels.Shapes.TwiceAreaOf(0));
        Assert.Equal(city.Parcels.LegalAreas[0], plane, city.Parcels.LegalAreas[0] * 2e-6);
        Assert.InRange(city.Parcels.LegalAreas[0], 9_990, 9_999);
    }

    [Fact]
    public void Every_feature_keeps_its_row_whatever_its_outline()
    {
        var layer = new LayerSketch(LayerNames.Parcels)
            .Square("good", East, North, 100)
            .Feature("none")
            .Feature("nan", [East, North, double.NaN, North, East, North + 10, East, North])
            .Feature("infinite", [East, North, double.PositiveInfinity, North, East, North + 10, East, North])
            .Feature("two points", [East, North, East + 10, North, East, North])
            .Feature("line", [East, North, East + 10, North, East + 20, North, East, North])
            .Feature("degrees", [106.5, 29.5, 106.6, 29.5, 106.6, 29.6, 106.5, 29.5])
            .Feature("swapped", [North, East, North, East + 9, North + 9, East, North, East])
            .Feature("far", [East - 400_000, North, East - 400_009, North, East - 400_000, North + 9, East - 400_000, North])
            .Feature("hole is shell", LayerSketch.Ring(East, North, 9, 9), LayerSketch.Ring(East, North, 9, 9))
            .ToLayer();

        var (city, defects) = CityAssembly.From([layer], new AssemblyOptions());

        Assert.Equal(10, city.Parcels.Count);
        Assert.Equal("good", city.Parcels.Ids[0]);
        Assert.All(Enumerable.Range(1, 9), row => Assert.True(city.Parcels.Shapes.BoxOf(row).IsEmpty));
        Assert.Equal(
            [
                "null_geometry", "nan_coordinate", "nan_coordinate", "too_few_vertices", "zero_area", "wrong_crs_lonlat",
                "swapped_axes", "far_from_layer", "hole_equals_shell",
            ],
            defects.Select(defect => defect.Code));
        Assert.Equal(Enumerable.Range(2, 9).Select(fid => (long)fid), defects.Select(defect => defect.Fid));
    }
}
