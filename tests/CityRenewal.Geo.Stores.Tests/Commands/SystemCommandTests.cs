using System.Xml.Linq;
using CityRenewal.Geo.Stores.Tests.Formats;
using CityRenewal.Geo.Stores.Tests.Formats.Systems;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>What the command line does about layers whose place is in question.</summary>
public sealed class SystemCommandTests : IDisposable
{
    // A person at a terminal of their own who takes the first answer, or goes one down: to the second.
    private const string Person = """
        import os, pty, select, sys, time
        keys = sys.argv[1].encode().decode('unicode_escape').encode()
        pid, fd = pty.fork()
        if pid == 0: os.environ['TERM'] = 'xterm'; os.execvp(sys.argv[2], sys.argv[2:])
        seen, sent = b'', False
        while True:
            if not select.select([fd], [], [], 60)[0]: os.kill(pid, 9); break
            try: part = os.read(fd, 4096)
            except OSError: break
            if not part: break
            seen += part
            if b'\x1b[6n' in part: os.write(fd, b'\x1b[1;1R')
            if not sent and '请选择坐标系'.encode() in seen and b'none of these' in seen: time.sleep(0.3); os.write(fd, keys); sent = True
        _, status = os.waitpid(pid, 0)
        sys.stdout.buffer.write(seen); sys.exit(os.waitstatus_to_exitcode(status))
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_person_the_import_ends_with_every_answer_and_writes_nothing_but_the_map()
    {
        var ending = Renewal.Run(["import", .. Files(), "-o", _folder["city.gpkg"], "--crs-map", _folder["candidates.svg"]]);

        Assert.Equal((2, ""), (ending.Code, ending.Output));
        Assert.Contains("--crs udb.geojson=4544", ending.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["city.gpkg"]));
        var svg = XDocument.Load(_folder["candidates.svg"]);
        var texts = svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();
        Assert.Contains("udb.geojson → udb", texts);
        Assert.Contains(texts, text => text.StartsWith("EPSG:4544", StringComparison.Ordinal) && text.Contains("on top of parcels", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("EPSG:4546", StringComparison.Ordinal));
    }

    [Fact]
    public void The_option_it_shows_is_the_one_that_works()
    {
        var ending = Renewal.Run(["import", .. Files(), "-o", _folder["city.gpkg"], "--crs", "udb.geojson=4544", "--crs-map", _folder["candidates.svg"]]);

        Assert.Equal(0, ending.Code);
        Assert.False(File.Exists(_folder["candidates.svg"]));
        Assert.Contains("candidates.svg is not written: every layer's reference system was known", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_at_a_terminal_chooses_from_the_list()
    {
        var shown = TemporaryFolder.Run("/usr/bin/python3", ["-c", Person, "\\r", "dotnet", CommandLine, "import", .. Files(), "-o", _folder["city.gpkg"]]);

        Assert.Contains("the same without being asked: --crs udb.geojson=4544", shown, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["city.gpkg"]));
    }

    [Fact]
    public void Nobody_is_asked_with_no_input()
    {
        var refused = Assert.ThrowsAny<Exception>(() => TemporaryFolder.Run(
            "/usr/bin/python3", ["-c", Person, "\\r", "dotnet", CommandLine, "import", .. Files(), "-o", _folder["city.gpkg"], "--no-input"]));

        Assert.DoesNotContain("Which one is it?", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--crs udb.geojson=4544", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Local_layers_run_as_they_are_and_nothing_of_a_transformation_is_kept()
    {
        var ending = Renewal.Run("import", Town.Write(_folder["parcels.geojson"], Town.Rings), Town.Write(_folder["udb.geojson"], Town.Rings), "--crs", "local", "-o", _folder["city.gpkg"]);

        Assert.Equal(0, ending.Code);
        Assert.Equal("-1", TemporaryFolder.Sql(_folder["city.gpkg"], "SELECT DISTINCT srs_id FROM gpkg_geometry_columns WHERE table_name IN ('parcels','udb')"));
        Assert.Equal(Town.Corner.East + 1 - 1, double.Parse(TemporaryFolder.Sql(_folder["city.gpkg"], "SELECT min_x FROM gpkg_contents WHERE table_name = 'parcels'"), System.Globalization.CultureInfo.InvariantCulture), 3);
    }

    [Fact]
    public void A_local_layer_among_others_is_refused()
    {
        var ending = Renewal.Run(["import", .. Files(), "--crs", "udb.geojson=local", "-o", _folder["city.gpkg"]]);

        Assert.Equal(2, ending.Code);
        Assert.Contains("udb (udb.geojson): some layers are in a declared local metric system and some are not", ending.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["city.gpkg"]));
    }

    [Fact]
    public void Buildings_of_an_online_map_are_not_measured()
    {
        const string move = """
            import json, math, sys
            d = json.load(open(sys.argv[1]))
            def t(lon, lat):
                x, y, s, p = lon - 105, lat - 35, math.sin, math.pi
                r = (20*s(6*x*p) + 20*s(2*x*p))*2/3
                n = -100 + 2*x + 3*y + .2*y*y + .1*x*y + .2*abs(x)**.5 + r + (20*s(y*p) + 40*s(y/3*p))*2/3 + (160*s(y/12*p) + 320*s(y*p/30))*2/3
                e = 300 + x + 2*y + .1*x*x + .1*x*y + .1*abs(x)**.5 + r + (20*s(x*p) + 40*s(x/3*p))*2/3 + (150*s(x/12*p) + 300*s(x/30*p))*2/3
                m = 1 - 0.00669342162296594323*s(lat/180*p)**2
                return [lon + e*180/(6378245/m**.5*math.cos(lat/180*p)*p), lat + n*180/(6378245*(1-0.00669342162296594323)/(m*m**.5)*p)]
            def walk(c): return t(*c[:2]) if isinstance(c[0], float) else [walk(x) for x in c]
            for f in d['features']:
                if f['geometry']: f['geometry']['coordinates'] = walk(f['geometry']['coordinates'])
            json.dump(d, open(sys.argv[2], 'w'))
            """;
        TemporaryFolder.Run("/usr/bin/python3", "-c", move, Path.Combine(TestData.Folder, "as-delivered", "fangwu.geojson"), _folder["fangwu.geojson"]);
        string[] files = [.. TestData.AsDelivered().Where(file => !file.EndsWith("fangwu.geojson", StringComparison.Ordinal)), _folder["fangwu.geojson"]];
        var ending = Renewal.Run(["import", .. files, "--map", TestData.Mapping("as-delivered.yaml"), "-o", _folder["city.gpkg"]]);

        Assert.Equal(2, ending.Code);
        Assert.Contains("fangwu.geojson (buildings): The layer is in GCJ-02 coordinates of an online map", ending.Error, StringComparison.Ordinal);
        Assert.Contains("不得用于量测", ending.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["city.gpkg"]));
    }

    private static string CommandLine => Path.Combine(AppContext.BaseDirectory, "renewal.dll");

    private string[] Files() => [Town.Write(_folder["parcels.geojson"], Town.Rings, "EPSG:4544"), Town.Write(_folder["udb.geojson"], Town.Rings)];
}
