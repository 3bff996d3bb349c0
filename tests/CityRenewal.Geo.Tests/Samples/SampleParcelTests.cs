using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CityRenewal.Geo.Tests.Samples;

public class SampleParcelTests
{
    private static readonly SampleTown Town = SampleTown.Thousand;
    private static readonly Geometry[] Parcels = Town.Polygons(LayerNames.Parcels);
    private static readonly bool[] OnSurface = [.. Town.Texts(LayerNames.Parcels, "rights_position").Select(word => word is "surface" or "")];

    [Theory]
    [InlineData(7)]
    [InlineData(1)]
    [InlineData(22)]
    public void Every_outline_is_valid(int seed)
    {
        var town = seed == 7 ? Town : SampleTown.Of(new SampleOptions(1_000, seed));
        foreach (var layer in town.Layers.Where(layer => layer.Shapes.Kind == ShapeKind.Polygon))
        {
            Assert.All(town.Polygons(layer.Name), shape => Assert.True(shape.IsValid, layer.Name + ": " + shape.AsText()));
        }
    }

    [Fact]
    public void Parcels_have_the_size_and_detail_of_a_real_cadastre()
    {
        var vertices = Town.Layer(LayerNames.Parcels).Shapes.X.Length / 1_000.0;
        Assert.InRange(vertices, 8.5, 10);
        Assert.InRange(Parcels.Average(parcel => parcel.Area), 1_700, 2_600);
        Assert.InRange(Town.Polygons(LayerNames.StudyArea).Sum(area => area.Area) / 1_000, 2_400, 3_600);
        Assert.InRange(Parcels.Min(parcel => parcel.Area), 20, 1_000);
    }

    [Fact]
    public void A_tenth_of_the_parcels_has_vertices_of_its_own_and_the_others_share_theirs()
    {
        var uses = Parcels.SelectMany(parcel => parcel.Coordinates.Distinct()).GroupBy(spot => spot).ToDictionary(spot => spot.Key, spot => spot.Count());
        var neighbours = Pairs(0.05).SelectMany(pair => new[] { pair.A, pair.B }).ToHashSet();
        var alone = neighbours.Count(p => Parcels[p].Coordinates.All(spot => uses[spot] == 1));
        Assert.InRange((double)alone / neighbours.Count, 0.06, 0.15);
    }

    [Fact]
    public void Surface_parcels_overlap_by_digitising_noise_at_most()
    {
        var overlaps = Pairs(0).Where(pair => OnSurface[pair.A] && OnSurface[pair.B])
            .Select(pair => (pair.A, pair.B, Area: Parcels[pair.A].Intersection(Parcels[pair.B]).Area))
            .ToList();
        Assert.All(overlaps, overlap => Assert.True(
            overlap.Area <= 0.03 * Math.Min(Parcels[overlap.A].Length, Parcels[overlap.B].Length)));
        Assert.InRange(overlaps.Count(overlap => overlap.Area > 1e-6) / (double)overlaps.Count, 0.05, 0.35);
    }

    [Fact]
    public void Some_parcels_have_holes_and_some_rights_lie_above_or_under_others()
    {
        Assert.Contains(Parcels, parcel => ((Polygon)parcel).NumInteriorRings > 0);
        var positions = Town.Texts(LayerNames.Parcels, "rights_position");
        Assert.Contains("above", positions);
        Assert.Contains("underground", positions);
        var stacked = Enumerable.Range(0, Parcels.Length).Where(p => !OnSurface[p]);
        Assert.All(stacked, p => Assert.Contains(
            Enumerable.Range(0, Parcels.Length), q => q != p && OnSurface[q] && Parcels[q].Intersection(Parcels[p]).Area > 0.3 * Parcels[p].Area));
    }

    [Fact]
    public void Most_declared_areas_are_close_to_the_true_ones()
    {
        var declared = Town.Reals(LayerNames.Parcels, "declared_area_m2");
        var errors = Enumerable.Range(0, Parcels.Length).Where(p => !double.IsNaN(declared[p]))
            .Select(p => Math.Abs((declared[p] / Parcels[p].Area) - 1)).ToList();
        Assert.InRange(errors.Count(error => error < 0.015) / (double)errors.Count, 0.93, 1);
        Assert.Contains(errors, error => error > 0.03);
    }

    [Theory]
    [InlineData(LayerNames.Parcels)]
    [InlineData(LayerNames.Buildings)]
    public void Every_attribute_is_known_for_some_and_unknown_for_others(string layer)
    {
        foreach (var column in Town.Layer(layer).Columns.Skip(1))
        {
            var known = column switch
            {
                TextSource => Town.Texts(layer, column.Name).Select(text => text != ""),
                IntegerSource integers => integers.Values.Select(value => value != Unknown.Integer),
                _ => ((RealSource)column).Values.Select(value => !double.IsNaN(value)),
            };
            Assert.Equal([false, true], known.Distinct().Order());
        }
    }

    private static List<(int A, int B)> Pairs(double distance)
    {
        var tree = new STRtree<int>();
        for (var p = 0; p < Parcels.Length; p++)
        {
            tree.Insert(Parcels[p].EnvelopeInternal, p);
        }

        var pairs = new List<(int A, int B)>();
        for (var a = 0; a < Parcels.Length; a++)
        {
            var box = Parcels[a].EnvelopeInternal.Copy();
            box.ExpandBy(distance);
            pairs.AddRange(tree.Query(box).Where(b => b > a && Parcels[a].IsWithinDistance(Parcels[b], distance)).Select(b => (a, b)));
        }

        return pairs;
    }
}
