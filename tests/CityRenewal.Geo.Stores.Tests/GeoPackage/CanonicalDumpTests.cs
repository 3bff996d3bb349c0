using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

public sealed class CanonicalDumpTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_order_of_rows_columns_and_layers_leaves_no_trace()
    {
        CityFile.Write(_folder["a.gpkg"], SmallTown.Layers(500));
        CityFile.Write(_folder["b.gpkg"], [.. SmallTown.Layers(500).Select(SmallTown.Reversed).Reverse()]);

        Assert.Equal(CanonicalDump.Lines(_folder["a.gpkg"]), CanonicalDump.Lines(_folder["b.gpkg"]));
        Assert.Equal(CanonicalDump.HashOf(_folder["a.gpkg"]), CanonicalDump.HashOf(_folder["b.gpkg"]));
    }

    [Fact]
    public void One_bit_of_one_vertex_shows()
    {
        var layers = SmallTown.Layers();
        CityFile.Write(_folder["a.gpkg"], layers);
        layers[0].Shapes.X[7] = Math.BitIncrement(layers[0].Shapes.X[7]);
        CityFile.Write(_folder["b.gpkg"], layers);

        Assert.NotEqual(CanonicalDump.HashOf(_folder["a.gpkg"]), CanonicalDump.HashOf(_folder["b.gpkg"]));
    }

    [Fact]
    public void The_hash_is_that_of_the_text()
    {
        CityFile.Write(_folder["a.gpkg"], SmallTown.Layers());
        using (var target = new StreamWriter(_folder["dump.txt"]))
        {
            CanonicalDump.Write(_folder["a.gpkg"], target);
        }

        Assert.StartsWith(CanonicalDump.HashOf(_folder["a.gpkg"]), TemporaryFolder.Run("sha256sum", _folder["dump.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_stay_on_one_line()
    {
        var layer = SmallTown.Layer(LayerNames.Water, SmallTown.Epsg, new RingList().Square(500_000, 3_270_000, 9).EndFeature().ToShapes(ShapeKind.Polygon), [
            new TextSource("zone_id", SmallTown.Texts(1, _ => "w")), new TextSource("name", SmallTown.Texts(1, _ => "a\tb\nc\\d")),
        ]);
        CityFile.Write(_folder["a.gpkg"], [layer]);

        Assert.Contains(CanonicalDump.Lines(_folder["a.gpkg"]), line => line.Contains("name=a\\tb\\nc\\\\d\tzone_id=w", StringComparison.Ordinal));
    }
}
