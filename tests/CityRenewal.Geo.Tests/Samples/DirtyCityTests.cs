using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Samples.Dirty;

namespace CityRenewal.Geo.Tests.Samples;

/// <summary>A dirty city carries the defects of its ledger and no other, and every one can be judged on its own.</summary>
public class DirtyCityTests
{
    // The kinds of the ledger that came with the first dirty city.
    private static readonly string[] KindsOfParcels =
    [
        "duplicate_geometry", "duplicate_id", "duplicate_rotated", "empty_geometry", "gap", "hole_equals_shell", "hole_outside_shell",
        "missing_attribute", "nan_coordinate", "null_geometry", "offset_mm", "overlap", "repeated_vertex", "ring_orientation",
        "self_intersection", "sliver", "spike", "swapped_axes", "unclosed_ring", "unnoded_vertex", "wrong_crs_lonlat", "zero_area",
    ];

    private static readonly string[] KindsOfBuildings =
    [
        "bad_danger", "bad_storeys", "bad_year", "dangling_parcel_ref", "missing_parcel_ref", "missing_storeys", "missing_year",
        "null_geometry", "outside_all_parcels", "self_intersection", "shifted_building",
    ];

    private static readonly SampleOptions Options = new(1_000, 3);
    private static readonly Lazy<DirtyCity> Dirty = new(() => DirtyCity.Of(Options));

    [Fact]
    public void Every_kind_of_the_first_ledger_is_planted_and_more()
    {
        Assert.Empty(KindsOfParcels.Except(KindsIn(LayerNames.Parcels)));
        Assert.Empty(KindsOfBuildings.Except(KindsIn(LayerNames.Buildings)));
        Assert.Empty(((string[])["multipart_parcel", "area_mismatch", "missing_id", "mixed_geometry", "broken_geometry", "hole_crosses_shell"])
            .Except(KindsIn(LayerNames.Parcels)));
        Assert.Empty(((string[])["buffer_without_hole", "self_intersection", "null_geometry"]).Except(KindsIn(LayerNames.HistoricZones)));
    }

    [Fact]
    public void Three_to_five_of_a_hundred_features_carry_one_defect_each()
    {
        var features = Dirty.Value.Layers.Where(layer => layer.Layer.Name is LayerNames.Parcels or LayerNames.Buildings)
            .Sum(layer => layer.Layer.Shapes.Count);

        Assert.InRange((double)Dirty.Value.Ledger.Count / features, 0.03, 0.05);
        Assert.Equal(Dirty.Value.Ledger.Count, Dirty.Value.Ledger.Select(defect => (defect.Layer, defect.Fid)).Distinct().Count());
    }

    // Row by row against the city that nothing was planted in.
    [Fact]
    public void What_differs_from_the_sound_city_is_what_the_ledger_names_and_nothing_else()
    {
        var sound = SampleCity.Of(Options with { IsSound = true }).ToDictionary(layer => layer.Name);
        foreach (var dirty in Dirty.Value.Layers)
        {
            var clean = DraftLayer.From(sound[dirty.Layer.Name]).ToLayer().Layer;
            var differing = Enumerable.Range(0, dirty.Layer.Shapes.Count)
                .Where(row => row >= clean.Shapes.Count || dirty.Odd.ContainsKey(row) || RowText(dirty.Layer, row) != RowText(clean, row))
                .Select(row => row + 1L);

            Assert.Equal(Dirty.Value.Ledger.Where(defect => defect.Layer == dirty.Layer.Name).Select(defect => defect.Fid).Order(), differing);
        }
    }

    [Fact]
    public void The_ledger_bears_the_id_that_the_feature_bears()
    {
        foreach (var defect in Dirty.Value.Ledger)
        {
            var layer = Dirty.Value.Layers.Single(candidate => candidate.Layer.Name == defect.Layer).Layer;

            Assert.Equal(defect.Id, layer.Columns[0].TextOf((int)defect.Fid - 1));
        }
    }

    [Fact]
    public void Planted_parcels_lie_apart_from_each_other()
    {
        var layer = Dirty.Value.Layers.Single(candidate => candidate.Layer.Name == LayerNames.Parcels).Layer;
        string[] elsewhere = ["swapped_axes", "wrong_crs_lonlat", "nan_coordinate", "far_from_layer"];
        var boxes = Dirty.Value.Ledger
            .Where(defect => defect.Layer == LayerNames.Parcels && !elsewhere.Contains(defect.Kind))
            .Select(defect => BoxOf(layer.Shapes, (int)defect.Fid - 1))
            .OfType<SpotBox>()
            .ToList();

        for (var i = 0; i < boxes.Count; i++)
        {
            Assert.DoesNotContain(boxes[..i], boxes[i].Wider(10).Meets);
        }
    }

    [Fact]
    public void The_same_seed_plants_the_same_and_another_one_elsewhere()
    {
        Assert.Equal(Dirty.Value.Ledger, DirtyCity.Of(Options with { Threads = 1 }).Ledger);
        Assert.NotEqual(Dirty.Value.Ledger, DirtyCity.Of(Options with { Seed = 4 }).Ledger);
    }

    [Fact]
    public void The_smallest_dirty_city_has_room_for_every_kind() => Assert.Equal(
        Dirty.Value.Ledger.Where(defect => defect.Layer is LayerNames.Parcels or LayerNames.Buildings).Select(defect => (defect.Layer, defect.Kind)).Distinct().Order(),
        DirtyCity.Of(new SampleOptions(DirtyCity.FewestParcels, 9)).Ledger
            .Where(defect => defect.Layer is LayerNames.Parcels or LayerNames.Buildings).Select(defect => (defect.Layer, defect.Kind)).Distinct().Order());

    [Fact]
    public void A_larger_city_has_more_of_every_common_kind()
    {
        var large = DirtyCity.Of(new SampleOptions(4_000, 3)).Ledger;

        Assert.InRange((double)large.Count / Dirty.Value.Ledger.Count, 3, 4.2);
        Assert.All(
            Dirty.Value.Ledger.Where(defect => defect.Layer == LayerNames.Buildings).Select(defect => defect.Kind).Distinct(),
            kind => Assert.Equal(12, large.Count(defect => defect.Layer == LayerNames.Buildings && defect.Kind == kind)));
    }

    [Fact]
    public void A_ledger_line_quotes_what_holds_a_comma() => Assert.Equal(
        "buildings,12,0001-0002-1,shifted_building,\"+6,+4 m\"",
        new PlantedDefect("buildings", 12, "0001-0002-1", "shifted_building", "+6,+4 m").ToCsv());

    private static IEnumerable<string> KindsIn(string layer) =>
        Dirty.Value.Ledger.Where(defect => defect.Layer == layer).Select(defect => defect.Kind);

    private static string RowText(SourceLayer layer, int row)
    {
        var shapes = layer.Shapes;
        var rings = Enumerable.Range(shapes.FeatureStart[row], shapes.FeatureStart[row + 1] - shapes.FeatureStart[row])
            .Select(ring => $"{shapes.IsHole.Length > 0 && shapes.IsHole[ring]}:" + string.Join(' ', Enumerable
                .Range(shapes.RingStart[ring], shapes.RingStart[ring + 1] - shapes.RingStart[ring])
                .Select(v => string.Create(CultureInfo.InvariantCulture, $"{shapes.X[v]:R},{shapes.Y[v]:R}"))));
        return string.Join('|', layer.Columns.Select(column => column.TextOf(row))) + "|" + string.Join(';', rings);
    }

    private static SpotBox? BoxOf(SourceShapes shapes, int row)
    {
        int from = shapes.RingStart[shapes.FeatureStart[row]], to = shapes.RingStart[shapes.FeatureStart[row + 1]];
        return from == to ? null : new SpotBox(
            shapes.X[from..to].Min(), shapes.Y[from..to].Min(), shapes.X[from..to].Max(), shapes.Y[from..to].Max());
    }
}
