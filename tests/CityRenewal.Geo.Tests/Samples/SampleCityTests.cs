using System.Security.Cryptography;
using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CsCheck;

namespace CityRenewal.Geo.Tests.Samples;

public class SampleCityTests
{
    [Fact]
    public void A_city_has_exactly_as_many_parcels_as_asked_for() =>
        Gen.Select(Gen.Int[50, 2_500], Gen.Int[0, 10_000]).Sample(
            (parcels, seed) =>
            {
                var layer = SampleTown.Of(new SampleOptions(parcels, seed)).Layer(LayerNames.Parcels);
                return layer.Shapes.Count == parcels && layer.Columns.All(column => RowsOf(column) == parcels);
            },
            iter: 25,
            threads: 1);

    [Fact]
    public void The_same_options_give_the_same_city_on_any_number_of_threads()
    {
        var one = Digest(SampleTown.Of(new SampleOptions(3_000) { Threads = 1 }));
        Assert.Equal(one, Digest(SampleTown.Of(new SampleOptions(3_000) { Threads = 2 })));
        Assert.Equal(one, Digest(SampleTown.Of(new SampleOptions(3_000) { Threads = 8 })));
        Assert.NotEqual(one, Digest(SampleTown.Of(new SampleOptions(3_000, Seed: 8))));
    }

    [Fact]
    public void Every_layer_but_stations_is_there_with_features_and_rows_of_equal_number()
    {
        var town = SampleTown.Thousand;
        Assert.Equal(LayerNames.All.Except([LayerNames.Stations]).Order(StringComparer.Ordinal), town.Layers.Select(layer => layer.Name).Order(StringComparer.Ordinal));
        Assert.All(town.Layers, layer => Assert.True(layer.Shapes.Count > 0, layer.Name));
        Assert.All(town.Layers, layer => Assert.All(layer.Columns, column => Assert.Equal(layer.Shapes.Count, RowsOf(column))));
    }

    [Fact]
    public void Ids_are_unique_in_every_layer()
    {
        foreach (var layer in SampleTown.Thousand.Layers)
        {
            var ids = SampleTown.Thousand.Texts(layer.Name, layer.Columns[0].Name);
            Assert.EndsWith("_id", layer.Columns[0].Name);
            Assert.Equal(ids.Length, ids.Distinct().Count());
        }
    }

    [Fact]
    public void Coordinates_are_whole_millimetres_near_Chongqing()
    {
        foreach (var layer in SampleTown.Thousand.Layers)
        {
            Assert.Equal(4545, layer.Epsg);
            Assert.All(layer.Shapes.X, x => Assert.Equal(x, Math.Round(x * 1000) / 1000));
            Assert.All(layer.Shapes.Y, y => Assert.Equal(y, Math.Round(y * 1000) / 1000));
            Assert.InRange(layer.Shapes.X.Min(), 350_000, 370_000);
            Assert.InRange(layer.Shapes.Y.Max(), 3_265_000, 3_280_000);
        }
    }

    [Fact]
    public void Too_small_a_city_and_absurd_options_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCity.Of(new SampleOptions(49)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCity.Of(new SampleOptions(100) { Threads = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleCity.Of(new SampleOptions(100) { UdbVertexSpacingM = double.NaN }));
    }

    [Fact]
    public void Generating_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => SampleCity.Of(new SampleOptions(1_000), cancel: cancel.Token));
    }

    [Fact]
    public void A_finer_boundary_has_more_vertices_and_about_the_same_area()
    {
        var coarse = SampleTown.Of(new SampleOptions(1_000) { UdbVertexSpacingM = 60 });
        var fine = SampleTown.Of(new SampleOptions(1_000) { UdbVertexSpacingM = 2 });
        Assert.True(fine.Layer(LayerNames.Udb).Shapes.X.Length > 4 * coarse.Layer(LayerNames.Udb).Shapes.X.Length);
        var area = coarse.Polygons(LayerNames.Udb).Sum(zone => zone.Area);
        Assert.InRange(fine.Polygons(LayerNames.Udb).Sum(zone => zone.Area) / area, 0.995, 1.005);
    }

    private static int RowsOf(SourceColumn column) => column switch
    {
        TextSource texts => texts.Values.Count,
        IntegerSource integers => integers.Values.Length,
        RealSource reals => reals.Values.Length,
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static string Digest(SampleTown town)
    {
        var content = new StringBuilder();
        foreach (var layer in town.Layers)
        {
            content.Append(layer.Name).AppendJoin(' ', layer.Shapes.X).AppendJoin(' ', layer.Shapes.Y);
            content.AppendJoin(' ', layer.Shapes.RingStart).AppendJoin(' ', layer.Shapes.FeatureStart).AppendJoin(' ', layer.Shapes.IsHole);
            foreach (var column in layer.Columns)
            {
                content.Append(column.Name).AppendJoin('|', Rows(column));
            }
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }

    private static IEnumerable<string> Rows(SourceColumn column) => column switch
    {
        TextSource texts => Enumerable.Range(0, texts.Values.Count).Select(i => texts.Values[i]),
        IntegerSource integers => integers.Values.Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        RealSource reals => reals.Values.Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        _ => [],
    };
}
