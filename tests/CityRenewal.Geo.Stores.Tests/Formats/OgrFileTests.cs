using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Formats that GDAL reads for us: the same layer comes back from each of them.</summary>
public sealed class OgrFileTests : IDisposable
{
    private static readonly Ogr Missing = new("no-such-ogrinfo", "no-such-ogr2ogr", TimeSpan.FromMinutes(1));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("OpenFileGDB", "plots.gdb", 4544)]
    [InlineData("FlatGeobuf", "plots.fgb", 4544)]
    [InlineData("GML", "plots.gml", 4544)]
    [InlineData("KML", "plots.kml", 4326)]
    [InlineData("MapInfo File", "plots.tab", 4326)]
    [InlineData("MapInfo File", "plots.mif", 4326)]
    public void A_layer_comes_back_from_every_format_with_its_words_and_areas(string driver, string name, int epsg)
    {
        TownLayer.Write(_folder["source.geojson"], ("A1", "春晖花园"), ("A2", "老街"));
        string[] encoding = driver == "MapInfo File" ? ["-lco", "ENCODING=CP936"] : [];
        string[] system = epsg == 4326 ? ["-t_srs", "EPSG:4326"] : [];
        TemporaryFolder.Run("ogr2ogr", ["-f", driver, _folder[name], _folder["source.geojson"], "-nln", "plots", .. encoding, .. system]);
        var before = _folder.Names.ToList();
        var file = DeliveredFile(name);
        var layer = file.Read(Assert.Single(file.Layers), encoding: null, progress: null, CancellationToken.None);

        Assert.Equal(2, layer.Shapes.Count);
        Assert.Equal(["A1", "A2"], Enumerable.Range(0, 2).Select(layer.Field("parcel_id")!.TextOf).Order(StringComparer.Ordinal));
        Assert.Contains("春晖花园", Enumerable.Range(0, 2).Select(layer.Field("name")!.TextOf));
        Assert.Equal(epsg == 4544 ? 100 : 100 / 1.2e10, AsDeliveredTests.PlanarArea(layer.Shapes, 0), epsg == 4544 ? 1e-3 : 3e-9);
        Assert.NotEqual(ReferenceSystemClue.None, layer.Clue);
        Assert.Equal(before, _folder.Names);
    }

    // A circle of 100 m: its chords of one degree lose 0.0051 % of the area.
    [Fact]
    public void Arcs_become_chords_within_the_stated_tolerance()
    {
        Run("""
            s = osr.SpatialReference(); s.ImportFromEPSG(4544)
            d = ogr.GetDriverByName('OpenFileGDB').CreateDataSource('town.gdb')
            l = d.CreateLayer('plots', s, ogr.wkbCurvePolygon)
            f = ogr.Feature(l.GetLayerDefn())
            f.SetGeometry(ogr.CreateGeometryFromWkt('CURVEPOLYGON(CIRCULARSTRING(500000 3000000,500100 3000100,500200 3000000,500100 2999900,500000 3000000))'))
            l.CreateFeature(f)
            """);
        var layer = DeliveredFile("town.gdb").Read("plots", encoding: null, progress: null, CancellationToken.None);

        Assert.Equal(1, AsDeliveredTests.PlanarArea(layer.Shapes, 0) / (Math.PI * 100 * 100), tolerance: 6e-5);
        Assert.Contains(Ogr.ArcNote, layer.Notes);
    }

    [Fact]
    public void Every_layer_of_a_geodatabase_can_be_named_in_a_mapping()
    {
        TownLayer.Write(_folder["source.geojson"], ("A1", "一"), ("A2", "二"));
        TemporaryFolder.Run("ogr2ogr", "-f", "OpenFileGDB", _folder["town.gdb"], _folder["source.geojson"], "-nln", "宗地");
        TemporaryFolder.Run("ogr2ogr", "-f", "OpenFileGDB", "-append", _folder["town.gdb"], _folder["source.geojson"], "-nln", "水系");
        File.WriteAllText(_folder["map.yaml"], "- { layer: parcels, file: town.gdb/宗地, id: parcel_id }\n- { layer: water, file: town.gdb/水系 }\n");
        var imported = LayerImport.Read(new ImportRequest([_folder["town.gdb"]], _folder["map.yaml"]));

        Assert.Equal([("parcels", 2, 4544), ("water", 2, 4544)], imported.Layers.Select(layer => (layer.Name, layer.Shapes.Count, layer.Epsg)));
    }

    [Fact]
    public void Without_GDAL_the_message_says_what_to_install()
    {
        File.WriteAllText(_folder["a.kml"], "<kml/>");
        File.WriteAllText(_folder["a.dxf"], "0\nEOF\n");

        foreach (var open in (Action[])[() => _ = new OgrFile(_folder["a.kml"], OgrFormat.Find(".kml")!, Missing, CancellationToken.None), () => _ = new DxfFile(_folder["a.dxf"], Missing, CancellationToken.None)])
        {
            var refused = Assert.Throws<StoreException>(open);
            Assert.Contains("through no-such-ogr", refused.Problem, StringComparison.Ordinal);
            Assert.Contains("apt-get install gdal-bin", refused.Remedy, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a.kml")]
    [InlineData("a.gml")]
    [InlineData("a.fgb")]
    [InlineData("a.tab")]
    [InlineData("a.dxf")]
    public void A_file_that_is_not_what_its_ending_says_is_refused_in_our_words(string name)
    {
        File.WriteAllText(_folder[name], "no such thing");

        Assert.Contains("GDAL cannot read it", Assert.Throws<StoreException>(() => DeliveredFile(name)).Problem, StringComparison.Ordinal);
    }

    // GBK under the name of another character set: unreadable, and said so, until the user names it.
    [Theory]
    [InlineData("plots.mif")]
    [InlineData("plots.tab")]
    public void A_MapInfo_file_in_another_character_set_than_it_names_is_read_in_the_one_given(string name)
    {
        TownLayer.Write(_folder["source.geojson"], ("A1", "春晖花园"));
        TemporaryFolder.Run("ogr2ogr", "-f", "MapInfo File", _folder[name], _folder["source.geojson"], "-lco", "ENCODING=CP936");
        File.WriteAllText(_folder[name], File.ReadAllText(_folder[name]).Replace("WindowsSimpChinese", "Neutral", StringComparison.Ordinal));
        var file = DeliveredFile(name);
        var wrong = file.Read(file.Layers[0], encoding: null, progress: null, CancellationToken.None);
        var right = file.Read(file.Layers[0], "GBK", progress: null, CancellationToken.None);

        Assert.Contains(wrong.Notes, note => note.Contains("name the right one with `encoding`", StringComparison.Ordinal));
        Assert.Equal("春晖花园", right.Field("name")!.TextOf(0));
        Assert.Contains("text is WindowsSimpChinese: given", right.Notes);
    }

    // What GDAL cannot read to its end is refused as a whole and never half of it taken.
    [Theory]
    [InlineData("FlatGeobuf", "plots.fgb", "plots.fgb")]
    [InlineData("GML", "plots.gml", "plots.gml")]
    [InlineData("MapInfo File", "plots.mif", "plots.mif")]
    [InlineData("MapInfo File", "plots.tab", "plots.map")]
    public void A_file_that_is_cut_short_is_refused(string driver, string name, string part)
    {
        TownLayer.Write(_folder["source.geojson"], [.. Enumerable.Range(0, 500).Select(i => ($"A{i}", "x"))]);
        TemporaryFolder.Run("ogr2ogr", "-f", driver, _folder[name], _folder["source.geojson"], "-nln", "plots");
        var whole = File.ReadAllBytes(_folder[part]);
        File.WriteAllBytes(_folder[part], whole[..(whole.Length / 2)]);

        Assert.Throws<StoreException>(() => DeliveredFile(name).Read("plots", encoding: null, progress: null, CancellationToken.None));
    }

    // Such a file would have GDAL open whatever it names.
    [Fact]
    public void A_file_cannot_name_another_source()
    {
        TownLayer.Write(_folder["secret.geojson"], ("A1", "一"));
        File.WriteAllText(
            _folder["a.kml"],
            $"<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>{_folder["secret.geojson"]}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");

        Assert.Throws<StoreException>(() => DeliveredFile("a.kml"));
    }

    [Fact]
    public void A_program_that_runs_too_long_or_is_cancelled_is_ended()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var nothing = new Dictionary<string, string>();

        Assert.Throws<TimeoutException>(() => OutsideProgram.Run("sleep", ["600"], nothing, TimeSpan.FromMilliseconds(100), CancellationToken.None));
        Assert.ThrowsAny<OperationCanceledException>(() => OutsideProgram.Run("sleep", ["600"], nothing, TimeSpan.FromMinutes(5), cancel.Token));
        Assert.Null(OutsideProgram.Run("no-such-program", [], nothing, TimeSpan.FromMinutes(1), CancellationToken.None));
    }

    private IDeliveredFile DeliveredFile(string name)
    {
        var problems = new ImportProblems();
        var files = DeliveredFiles.Open([_folder[name]], problems, CancellationToken.None);
        problems.ThrowIfAny();
        return files[0];
    }

    private void Run(string python)
    {
        File.WriteAllText(_folder["make.py"], $"import os\nos.chdir({System.Text.Json.JsonSerializer.Serialize(Path.GetDirectoryName(_folder["x"]))})\nfrom osgeo import ogr, osr\n{python}\n");
        TemporaryFolder.Run("/usr/bin/python3", _folder["make.py"]);
    }
}
