using CityRenewal.Geo.Land;
using NetTopologySuite.Geometries;

namespace CityRenewal.Geo.Tests.Samples;

public class SampleZoneTests
{
    private static readonly SampleTown Town = SampleTown.Thousand;

    [Fact]
    public void Planning_units_streets_and_communities_tile_the_study_area()
    {
        var study = Town.Polygons(LayerNames.StudyArea).Single();
        var kinds = Town.Texts(LayerNames.AdministrativeUnits, "kind");
        var administrative = Town.Polygons(LayerNames.AdministrativeUnits);
        AssertTiles(study, Town.Polygons(LayerNames.PlanningUnits));
        AssertTiles(study, Town.Polygons(LayerNames.Subzones));
        foreach (var kind in new[] { "district", "street", "community" })
        {
            AssertTiles(study, [.. administrative.Where((_, unit) => kinds[unit] == kind)]);
        }
    }

    [Fact]
    public void Every_parcel_lies_in_one_planning_unit_as_its_number_says()
    {
        var units = Town.Polygons(LayerNames.PlanningUnits);
        var unitIds = Town.Texts(LayerNames.PlanningUnits, "zone_id");
        var parcels = Town.Polygons(LayerNames.Parcels);
        var parcelIds = Town.Texts(LayerNames.Parcels, "parcel_id");
        for (var p = 0; p < parcels.Length; p++)
        {
            var unit = Array.IndexOf(unitIds, "U" + parcelIds[p].Split('-')[0]);
            Assert.True(units[unit].Covers(parcels[p]), parcelIds[p]);
        }
    }

    [Fact]
    public void Parents_are_the_units_of_the_level_above()
    {
        var ids = Town.Texts(LayerNames.AdministrativeUnits, "zone_id");
        var kinds = Town.Texts(LayerNames.AdministrativeUnits, "kind");
        var parents = Town.Texts(LayerNames.AdministrativeUnits, "parent_id");
        var shapes = Town.Polygons(LayerNames.AdministrativeUnits);
        Assert.Equal(["community", "district", "street"], kinds.Distinct().Order(StringComparer.Ordinal));
        for (var unit = 0; unit < ids.Length; unit++)
        {
            var above = kinds[unit] switch { "street" => "district", "community" => "street", _ => "" };
            var parent = Array.IndexOf(ids, parents[unit]);
            Assert.Equal(above, parent < 0 ? "" : kinds[parent]);
            Assert.True(parent < 0 || shapes[parent].Buffer(0.01).Covers(shapes[unit]), ids[unit]);
        }
    }

    [Fact]
    public void The_development_boundary_has_three_kinds_and_holes_and_cuts_parcels_at_the_edge()
    {
        var zones = Town.Polygons(LayerNames.Udb);
        Assert.Equal(["concentrated", "elastic", "special"], Town.Texts(LayerNames.Udb, "kind").Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(zones, zone => ((Polygon)zone).NumInteriorRings > 0);
        var boundary = zones.Aggregate((a, b) => a.Union(b));
        var shares = Town.Polygons(LayerNames.Parcels).Select(parcel => boundary.Intersection(parcel).Area / parcel.Area).ToList();
        Assert.InRange(shares.Average(), 0.75, 0.97);
        Assert.Contains(shares, share => share is > 0.2 and < 0.8);
        // Differences of a metre where the line follows the front of a block.
        Assert.Contains(shares, share => share is > 0.95 and < 1);
        Assert.Contains(shares, share => share is > 0 and < 0.1);
    }

    [Fact]
    public void A_control_zone_surrounds_its_core_and_does_not_contain_it()
    {
        var (zones, kinds) = (Town.Polygons(LayerNames.HistoricZones), Town.Texts(LayerNames.HistoricZones, "kind"));
        var districts = Town.Texts(LayerNames.HistoricZones, "parent_id");
        var cores = Enumerable.Range(0, zones.Length).Where(zone => kinds[zone] == "core").ToList();
        Assert.NotEmpty(cores);
        foreach (var core in cores)
        {
            var control = zones[Enumerable.Range(0, zones.Length).Single(zone => kinds[zone] == "control" && districts[zone] == districts[core])];
            Assert.Equal(0, control.Intersection(zones[core]).Area, 1e-6);
            Assert.True(((Polygon)zones[core]).ExteriorRing.Distance(control) < 1e-9);
            Assert.True(control.Union(zones[core]) is Polygon { NumInteriorRings: 0 } or MultiPolygon);
        }
    }

    [Fact]
    public void Protected_buildings_name_an_old_building_that_they_lie_on()
    {
        var items = Town.Polygons(LayerNames.ProtectedItems);
        var kinds = Town.Texts(LayerNames.ProtectedItems, "kind");
        var named = Town.Texts(LayerNames.ProtectedItems, "building_id");
        var buildings = Town.Polygons(LayerNames.Buildings);
        var ids = Town.Texts(LayerNames.Buildings, "building_id");
        Assert.Contains("historic_building", kinds);
        Assert.Contains("old_tree", kinds);
        Assert.Contains("", named.Where((_, item) => kinds[item] != "old_tree"));
        for (var item = 0; item < items.Length; item++)
        {
            if (named[item] != "")
            {
                var building = buildings[Array.IndexOf(ids, named[item])];
                Assert.True(items[item].Intersection(building).Area > 0.85 * building.Area, named[item]);
            }
        }
    }

    [Fact]
    public void Control_lines_of_every_sort_are_drawn_and_the_blue_line_encloses_the_water()
    {
        var (lines, kinds) = (Town.Polygons(LayerNames.ControlLines), Town.Texts(LayerNames.ControlLines, "kind"));
        string[] sorts =
            ["blue_line", "ecological_red_line", "flood", "geological_hazard", "green_line", "permanent_basic_farmland", "purple_line"];
        Assert.Equal([], sorts.Except(kinds));
        var blue = lines.Where((_, line) => kinds[line] == "blue_line").Aggregate((a, b) => a.Union(b));
        Assert.All(Town.Polygons(LayerNames.Water), water => Assert.Equal(0, water.Difference(blue).Area, 0.1));
    }

    [Fact]
    public void No_parcel_lies_in_the_water_and_arterials_keep_their_width()
    {
        var parcels = Town.Polygons(LayerNames.Parcels);
        Assert.All(Town.Polygons(LayerNames.Water), water => Assert.All(parcels, parcel => Assert.False(parcel.Intersects(water))));
        var shapes = Town.Layer(LayerNames.Barriers).Shapes;
        Assert.Equal(ShapeKind.Line, shapes.Kind);
        for (var barrier = 0; barrier < shapes.Count; barrier++)
        {
            var line = new LineString([.. Enumerable.Range(shapes.RingStart[barrier], shapes.RingStart[barrier + 1] - shapes.RingStart[barrier])
                .Select(v => new Coordinate(shapes.X[v], shapes.Y[v]))]);
            Assert.True(parcels.Min(parcel => parcel.Distance(line)) > 9);
        }

        Assert.Equal(["arterial", "railway", "river"], Town.Texts(LayerNames.Barriers, "kind").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Plots_of_the_detailed_plan_follow_blocks_within_a_metre()
    {
        var plots = Town.Polygons(LayerNames.DetailedPlots);
        var parcels = Town.Polygons(LayerNames.Parcels);
        foreach (var plot in plots)
        {
            var inside = parcels.Where(parcel => parcel.EnvelopeInternal.Intersects(plot.EnvelopeInternal)).Sum(parcel => parcel.Intersection(plot).Area);
            Assert.InRange(inside / plot.Area, 0.93, 2);
        }

        Assert.Contains(Town.Reals(LayerNames.DetailedPlots, "far_limit"), double.IsNaN);
        Assert.All(Town.Reals(LayerNames.DetailedPlots, "density_limit"), density => Assert.True(double.IsNaN(density) || density is > 0 and < 0.7));
    }

    private static void AssertTiles(Geometry study, IReadOnlyList<Geometry> units)
    {
        Assert.True(units.Count > 1);
        Assert.Equal(study.Area, units.Sum(unit => unit.Area), 0.001);
        Assert.All(units, unit => Assert.Equal(unit.Area, study.Intersection(unit).Area, 0.001));
    }
}
