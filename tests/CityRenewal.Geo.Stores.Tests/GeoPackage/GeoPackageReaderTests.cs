using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

/// <summary>Layers of GeoPackages that other programs made.</summary>
public sealed class GeoPackageReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Heights_and_measures_are_left_out_and_said()
    {
        var read = Read("POLYGON Z ((0 0 5,1 0 5,1 1 5,0 0 5))", "POLYGON ((2 2,3 2,3 3,2 2))");

        Assert.Equal([0, 1, 1, 0, 2, 3, 3, 2], read.Layer.Shapes.X);
        Assert.Equal([0, 0, 1, 0, 2, 2, 3, 2], read.Layer.Shapes.Y);
        var note = Assert.Single(read.Notes);
        Assert.Equal("third_dimension_dropped", note.Code);
        Assert.Equal([1], note.Fids);
    }

    [Fact]
    public void Measured_lines_lose_only_their_measures()
    {
        var read = Read("LINESTRING ZM (0 0 7 8,1 2 7 8)", "LINESTRING M (3 4 9,5 6 9)");

        Assert.Equal(ShapeKind.Line, read.Layer.Shapes.Kind);
        Assert.Equal([0, 1, 3, 5], read.Layer.Shapes.X);
        Assert.Equal([0, 2, 4, 6], read.Layer.Shapes.Y);
    }

    [Fact]
    public void Missing_and_empty_geometries_stay_as_features_without_parts()
    {
        var read = Read("POLYGON ((0 0,1 0,1 1,0 0))", "POLYGON EMPTY", "", "MULTIPOLYGON EMPTY");

        Assert.Equal([0, 1, 1, 1, 1], read.Layer.Shapes.FeatureStart);
        Assert.Empty(read.Notes);
    }

    [Fact]
    public void Parts_of_another_kind_are_left_out_and_listed()
    {
        var read = Read(
            "POLYGON ((0 0,1 0,1 1,0 0))", "POINT (5 5)",
            "GEOMETRYCOLLECTION (POLYGON ((2 2,3 2,3 3,2 2)),LINESTRING (0 0,1 1),GEOMETRYCOLLECTION (POLYGON ((4 4,5 4,5 5,4 4))))");

        Assert.Equal([0, 1, 1, 3], read.Layer.Shapes.FeatureStart);
        var note = Assert.Single(read.Notes);
        Assert.Equal(("other_kind_left_out", 2), (note.Code, note.Fids.Count));
        Assert.Equal([5], GeoPackageReader.Read(_folder["a.gpkg"], "a", ShapeKind.Point).Layer.Shapes.X);
    }

    [Fact]
    public void Arcs_are_refused_with_what_to_do()
    {
        var refusal = Assert.Throws<StoreException>(() => Read("CURVEPOLYGON (CIRCULARSTRING (0 0,1 1,2 0,1 -1,0 0))"));

        Assert.Contains("arcs", refusal.Problem, StringComparison.Ordinal);
        Assert.Contains("CONVERT_TO_LINEAR", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Holes_parts_and_unclosed_rings_come_as_they_are()
    {
        var read = Read("MULTIPOLYGON (((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1)),((20 0,21 0,21 1,20 0)))");

        Assert.Equal([false, true, false], read.Layer.Shapes.IsHole);
        Assert.Equal([0, 4, 8, 12], read.Layer.Shapes.RingStart);
    }

    [Fact]
    public void Values_that_do_not_fit_their_declared_type_are_kept()
    {
        Read("POINT (0 0)");
        TemporaryFolder.Sql(_folder["a.gpkg"], """
            CREATE TABLE b (fid INTEGER PRIMARY KEY, geom POINT, code INTEGER, mixed INTEGER, share REAL, word TEXT, photo BLOB, odd TEXT);
            INSERT INTO b VALUES (3, NULL, 500101001001, 1, 2, '甲', x'00', NULL), (9, NULL, 1, 'n/a', 0.1, NULL, NULL, x'ff');
            INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('b', 'features', 'b', 4326);
            INSERT INTO gpkg_geometry_columns VALUES ('b', 'geom', 'POINT', 4326, 0, 0);
            """);

        var read = GeoPackageReader.Read(_folder["a.gpkg"], "B");

        Assert.Equal(["500101001001", "1"], TextsOf(read, "code"));
        Assert.Equal(["1", "n/a"], TextsOf(read, "mixed"));
        Assert.Equal([2, 0.1], Assert.IsType<RealSource>(read.Layer.Column("share")).Values);
        Assert.Equal(["甲", ""], TextsOf(read, "word"));
        Assert.Equal([3, 9], read.Layer.Fids);
        Assert.Equal(["photo", "odd"], read.Notes.Select(note => note.Message.Split(' ')[3]));
    }

    [Fact]
    public void Big_endian_extended_and_damaged_geometries_are_told_apart()
    {
        Read("POINT (0 0)");
        const string plain = "4750000000000000";
        const string point = "3FF0000000000000" + "4000000000000000";
        TemporaryFolder.Sql(_folder["a.gpkg"], $"""
            DELETE FROM gpkg_extensions;
            DROP TRIGGER rtree_a_geom_insert; DROP TRIGGER rtree_a_geom_update1; DROP TRIGGER rtree_a_geom_update2;
            DROP TRIGGER rtree_a_geom_update3; DROP TRIGGER rtree_a_geom_update4; DROP TRIGGER rtree_a_geom_delete;
            UPDATE a SET geom = x'{plain}0000000001{point}';
            INSERT INTO a (geom) VALUES (x'4750000400000000{point}{point}{point}00000003E9{point}4008000000000000'),
              (x'{plain}0020000001000010E6{point}'), (x'{plain}0000000001{point[..20]}'),
              (x'0001000000'), ('words'), (x'{plain}0000000002FFFFFFFF{point}');
            """);

        var read = GeoPackageReader.Read(_folder["a.gpkg"], "a");

        Assert.Equal([1, 1, 1], read.Layer.Shapes.X);
        Assert.Equal([2, 2, 2], read.Layer.Shapes.Y);
        Assert.Equal([4, 5, 6, 7], read.Notes.Single(note => note.Code == "unreadable_geometry").Fids);
    }

    [Fact]
    public void A_reference_system_that_no_authority_names_comes_with_its_text()
    {
        Read("POINT (0 0)");
        TemporaryFolder.Sql(_folder["a.gpkg"], "INSERT INTO gpkg_spatial_ref_sys VALUES ('own', 100000, 'NONE', 100000, 'PROJCS[\"own\"]', ''); UPDATE gpkg_geometry_columns SET srs_id = 100000");

        var table = Assert.Single(GeoPackageReader.Layers(_folder["a.gpkg"]));

        Assert.Equal(new SpatialReference("NONE", 100000, "PROJCS[\"own\"]"), table.Reference);
        Assert.Equal(0, table.Reference.Epsg);
    }

    [Fact]
    public void A_layer_that_is_not_there_is_told_with_those_that_are()
    {
        Read("POINT (0 0)");

        var refusal = Assert.Throws<StoreException>(() => GeoPackageReader.Read(_folder["a.gpkg"], "parcels"));

        Assert.Contains("The file has: a.", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_rows_read_by_several_threads_keep_their_order()
    {
        CityFile.Write(_folder["city.gpkg"], [SmallTown.Parcels(200_000)]);

        var read = GeoPackageReader.Read(_folder["city.gpkg"], LayerNames.Parcels).Layer;

        var ids = ((TextSource)read.Column("parcel_id")!).Values;
        Assert.Empty(read.Fids);
        Assert.Equal(200_000, Enumerable.Range(0, ids.Count).Select(i => ids[i]).Distinct().Count());
        var row = TemporaryFolder.Sql(_folder["city.gpkg"], "SELECT parcel_id FROM parcels WHERE fid = 131073");
        Assert.Equal(row, ids[131_072]);
    }

    private static IEnumerable<string> TextsOf(ReadLayer read, string column)
    {
        var texts = Assert.IsType<TextSource>(read.Layer.Column(column)).Values;
        return Enumerable.Range(0, texts.Count).Select(i => texts[i]);
    }

    // A layer "a" with these geometries in its rows, made by GDAL; an empty text gives none.
    private ReadLayer Read(params string[] geometries)
    {
        File.WriteAllLines(_folder["a.csv"], ["WKT,name", .. geometries.Select(wkt => $"\"{wkt}\",x")]);
        TemporaryFolder.Run("ogr2ogr", "-f", "GPKG", "-a_srs", "EPSG:4326", "-nlt", "GEOMETRY", "-lco", "FID=fid", _folder["a.gpkg"], _folder["a.csv"], "-nln", "a");
        return GeoPackageReader.Read(_folder["a.gpkg"], "a");
    }
}
