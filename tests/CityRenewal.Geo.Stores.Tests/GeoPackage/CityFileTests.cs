using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

public sealed class CityFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read_back_bit_by_bit()
    {
        var written = SmallTown.Layers();
        CityFile.Write(_folder["city.gpkg"], written);

        var read = CityFile.ReadLayers(_folder["city.gpkg"]);

        Assert.Equal(LayerNames.All.Where(name => written.Any(layer => layer.Name == name)), read.Select(layer => layer.Name));
        foreach (var layer in read)
        {
            var original = written.Single(other => other.Name == layer.Name);
            Assert.Equal((original.Epsg, original.Shapes.Kind, original.Origin), (layer.Epsg, layer.Shapes.Kind, layer.Origin));
            Assert.Equal(LayerText.Of(original), LayerText.Of(WithoutLegalMeasures(layer)));
        }
    }

    [Fact]
    public void Settings_come_back_to_the_last_digit()
    {
        var plane = new WorkingPlane(106.44, 29.56, 29.123456789012345, 29.9) { Local = new LocalOrigin(1.5, -0.1) };
        CityFile.Write(_folder["city.gpkg"], SmallTown.Layers(), new CityFileOptions { Name = "渝中", BaselineYear = 2023, Plane = plane });

        Assert.Equal(new CitySettings("渝中", 2023, plane), CityFile.Settings(_folder["city.gpkg"]));
    }

    [Fact]
    public void Only_the_finished_file_is_left_in_the_folder()
    {
        CityFile.Write(_folder["city.gpkg"], SmallTown.Layers());

        Assert.Equal(["city.gpkg"], _folder.Names);
    }

    [Fact]
    public void SQLite_finds_no_fault_in_tables_and_indexes()
    {
        CityFile.Write(_folder["city.gpkg"], SmallTown.Layers(3000));

        Assert.Equal("ok", TemporaryFolder.Sql(_folder["city.gpkg"], "PRAGMA integrity_check"));
        Assert.Equal("", TemporaryFolder.Sql(_folder["city.gpkg"], "PRAGMA foreign_key_check"));
        Assert.Equal("ok", TemporaryFolder.Sql(_folder["city.gpkg"], "SELECT rtreecheck('rtree_buildings_geom')"));
    }

    [Fact]
    public void The_index_finds_what_a_look_at_every_row_finds()
    {
        CityFile.Write(_folder["city.gpkg"], SmallTown.Layers(3000));
        const string box = "minx <= 500900 AND maxx >= 500300 AND miny <= 3270070 AND maxy >= 3270010";

        var found = TemporaryFolder.Sql(_folder["city.gpkg"], $"SELECT count(*), sum(id) FROM rtree_parcels_geom WHERE {box}");
        var looked = TemporaryFolder.Sql(_folder["city.gpkg"],
            $"SELECT count(*), sum(id) FROM (SELECT id, +minx minx, +maxx maxx, +miny miny, +maxy maxy FROM rtree_parcels_geom) WHERE {box}");

        Assert.Equal(looked, found);
        Assert.StartsWith("3", found, StringComparison.Ordinal);
    }

    // The file adds them to the parcels as they were given.
    private static SourceLayer WithoutLegalMeasures(SourceLayer layer) => SmallTown.Layer(
        layer.Name, layer.Epsg, layer.Shapes,
        [.. layer.Columns.Where(column => column.Name is not (LegalMeasures.AreaColumn or LegalMeasures.PerimeterColumn))]);
}
