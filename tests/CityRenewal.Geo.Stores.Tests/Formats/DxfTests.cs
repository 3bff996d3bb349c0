using System.Globalization;
using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Drawings of CAD programs: layers by name, closed polylines as polygons, old encodings.</summary>
public sealed class DxfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // CAD programs of China write GBK, and many claim the western code page in the header.
    [Theory]
    [InlineData("GB18030", "ANSI_936", "GB18030: it is not UTF-8, and every byte fits GB18030")]
    [InlineData("GB18030", "ANSI_1252", "GB18030: it is not UTF-8, and every byte fits GB18030")]
    [InlineData("utf-8", "ANSI_1252", "UTF-8: every byte fits UTF-8")]
    public void Layers_bear_their_Chinese_names_in_any_encoding(string encoding, string page, string words)
    {
        Draw(encoding, page, Polyline("用地 红线", closed: true, 0), Polyline("道路", closed: false, 50), Polyline("道路", closed: false, 80));
        var file = Open();
        var plots = file.Read("用地 红线", encoding: null, progress: null, CancellationToken.None);
        var roads = file.Read("道路", encoding: null, progress: null, CancellationToken.None);

        Assert.Equal(["用地 红线", "道路"], file.Layers);
        Assert.Equal((ShapeKind.Polygon, 1, "用地 红线"), (plots.Shapes.Kind, plots.Shapes.Count, plots.Field("Layer")!.TextOf(0)));
        Assert.Equal((ShapeKind.Line, 2), (roads.Shapes.Kind, roads.Shapes.Count));
        Assert.Contains(plots.Notes, note => note.Contains(words, StringComparison.Ordinal));
        Assert.Contains("no closed polyline and no hatch: the 2 lines stay lines", roads.Notes);
    }

    [Fact]
    public void Only_closed_polylines_become_polygons_and_the_rest_is_counted()
    {
        Draw("utf-8", "ANSI_1252", Polyline("plots", true, 0), Polyline("plots", false, 50), Polyline("plots", true, 100), Text("plots", "A1"), Text("plots", "A2"), Text("plots", "A3"));
        var layer = Open().Read("plots", encoding: null, progress: null, CancellationToken.None);

        Assert.Equal([100, 100], Enumerable.Range(0, 2).Select(row => AsDeliveredTests.PlanarArea(layer.Shapes, row)));
        Assert.Equal(2, layer.Columns[0].Count);
        Assert.Contains("2 closed polylines and 0 hatches became polygons", layer.Notes);
        Assert.Contains("1 open lines were left out", layer.Notes);
        Assert.Contains("3 texts, points and blocks were left out", layer.Notes);
    }

    [Fact]
    public void A_drawing_becomes_a_layer_of_the_city_by_the_name_of_its_layer()
    {
        Draw("utf-8", "ANSI_1252", Polyline("宗地", true, 0), Polyline("宗地", true, 50), Polyline("轴线", false, 100));
        File.WriteAllText(_folder["map.yaml"], "- { layer: parcels, file: a.dxf/宗地, crs: 4544 }\n- { layer: barriers, file: a.dxf/轴线, crs: 4544, fields: { kind: =arterial } }\n");
        var imported = LayerImport.Read(new ImportRequest([_folder["a.dxf"]], _folder["map.yaml"]));

        Assert.Equal([("parcels", 2), ("barriers", 1)], imported.Layers.Select(layer => (layer.Name, layer.Shapes.Count)).OrderByDescending(layer => layer.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_left_in_the_folder_for_temporary_files()
    {
        Draw("utf-8", "ANSI_1252", Polyline("plots", true, 0));
        Open().Read("plots", encoding: null, progress: null, CancellationToken.None);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Open().Read("plots", encoding: null, progress: null, cancelled.Token));

        Assert.Equal(["a.dxf"], _folder.Names);
        Assert.DoesNotContain(Directory.GetDirectories(Path.GetTempPath(), "renewal-*"), folder => File.Exists(Path.Combine(folder, "source", "a.dxf")));
    }

    private IDeliveredFile Open() => new DxfFile(_folder["a.dxf"], Ogr.Installed, CancellationToken.None);

    private void Draw(string encoding, string page, params string[] entities)
    {
        var used = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var text = $"0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n9\n$DWGCODEPAGE\n3\n{page}\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n{string.Concat(entities)}0\nENDSEC\n0\nEOF\n";
        File.WriteAllBytes(_folder["a.dxf"], [.. used.GetBytes(text)]);
    }

    private static string Polyline(string layer, bool closed, double x) => string.Create(
        CultureInfo.InvariantCulture,
        $"0\nLWPOLYLINE\n8\n{layer}\n90\n4\n70\n{(closed ? 1 : 0)}\n10\n{500_000 + x}\n20\n3200000\n10\n{500_010 + x}\n20\n3200000\n10\n{500_010 + x}\n20\n3200010\n10\n{500_000 + x}\n20\n3200010\n");

    private static string Text(string layer, string text) => $"0\nTEXT\n8\n{layer}\n10\n500005\n20\n3200005\n40\n1\n1\n{text}\n";
}
