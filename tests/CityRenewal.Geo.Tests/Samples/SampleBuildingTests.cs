using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CityRenewal.Geo.Tests.Samples;

public class SampleBuildingTests
{
    private static readonly SampleTown Town = SampleTown.Thousand;
    private static readonly Geometry[] Parcels = Town.Polygons(LayerNames.Parcels);
    private static readonly Geometry[] Buildings = Town.Polygons(LayerNames.Buildings);
    private static readonly string[] HomeIds = [.. Town.Texts(LayerNames.Buildings, "building_id").Select(id => id[..id.LastIndexOf('-')])];

    [Fact]
    public void A_parcel_has_at_most_six_buildings_and_one_and_a_half_on_average()
    {
        var counts = HomeIds.GroupBy(id => id).Select(home => home.Count()).ToList();
        Assert.Equal(6, counts.Max());
        Assert.InRange(counts.Sum() / 1_000.0, 1.4, 1.6);
        var ten = SampleTown.Of(new SampleOptions(10_000));
        Assert.InRange(ten.Layer(LayerNames.Buildings).Shapes.Count / 10_000.0, 1.42, 1.58);
    }

    [Fact]
    public void Buildings_stand_on_their_parcel_but_for_a_few_that_straddle_a_border()
    {
        var parcelOf = Town.Texts(LayerNames.Parcels, "parcel_id").Select((id, p) => (id, p)).ToDictionary(pair => pair.id, pair => pair.p);
        var shares = Enumerable.Range(0, Buildings.Length)
            .Select(b => Buildings[b].Intersection(Parcels[parcelOf[HomeIds[b]]]).Area / Buildings[b].Area).ToList();
        Assert.InRange(shares.Count(share => share < 0.95) / (double)shares.Count, 0.002, 0.03);
        Assert.InRange(shares.Count(share => share > 0.99) / (double)shares.Count, 0.95, 1);
    }

    [Fact]
    public void No_building_stands_on_another()
    {
        var tree = new STRtree<int>();
        for (var b = 0; b < Buildings.Length; b++)
        {
            tree.Insert(Buildings[b].EnvelopeInternal, b);
        }

        for (var a = 0; a < Buildings.Length; a++)
        {
            foreach (var b in tree.Query(Buildings[a].EnvelopeInternal).Where(b => b > a))
            {
                Assert.True(Buildings[a].Intersection(Buildings[b]).Area < 0.2, $"{a} and {b}");
            }
        }
    }

    [Fact]
    public void Some_buildings_enclose_a_courtyard() =>
        Assert.Contains(Buildings, building => ((Polygon)building).NumInteriorRings > 0);

    [Fact]
    public void Old_houses_are_lower_and_in_worse_shape_than_young_ones()
    {
        var (years, storeys) = (Town.Integers(LayerNames.Buildings, "year_built"), Town.Integers(LayerNames.Buildings, "storeys_above"));
        var grades = Town.Texts(LayerNames.Buildings, "danger_grade");
        var old = Enumerable.Range(0, years.Length).Where(b => years[b] is > 0 and < 1970).ToList();
        var young = Enumerable.Range(0, years.Length).Where(b => years[b] > 2000).ToList();
        Assert.True(old.Where(b => storeys[b] > 0).Average(b => storeys[b]) < 4);
        Assert.True(young.Where(b => storeys[b] > 0).Average(b => storeys[b]) > 10);
        Assert.True(old.Count(b => grades[b] is "C" or "D") > 0.12 * old.Count);
        Assert.True(young.Count(b => grades[b] is "C" or "D") < 0.02 * young.Count);
    }

    [Fact]
    public void Only_dangerous_buildings_have_a_certificate_and_a_repair_value()
    {
        var grades = Town.Texts(LayerNames.Buildings, "danger_grade");
        var certificates = Town.Texts(LayerNames.Buildings, "danger_certificate");
        var repairs = Town.Texts(LayerNames.Buildings, "repair_value");
        for (var b = 0; b < grades.Length; b++)
        {
            Assert.True(grades[b] is "C" or "D" || (certificates[b] == "" && repairs[b] == ""), HomeIds[b]);
        }

        Assert.Contains("none", repairs);
        Assert.Contains("some", repairs);
    }

    [Fact]
    public void Given_floor_areas_agree_with_footprint_and_storeys()
    {
        var floors = Town.Reals(LayerNames.Buildings, "floor_area_m2");
        var storeys = Town.Integers(LayerNames.Buildings, "storeys_above");
        var origins = Town.Texts(LayerNames.Buildings, "floor_area_origin");
        for (var b = 0; b < floors.Length; b++)
        {
            Assert.Equal(origins[b] is "surveyed" or "registered", !double.IsNaN(floors[b]));
            if (storeys[b] > 0 && !double.IsNaN(floors[b]))
            {
                Assert.InRange(floors[b] / (Buildings[b].Area * storeys[b]), 0.9, 1.05);
            }
        }
    }
}
