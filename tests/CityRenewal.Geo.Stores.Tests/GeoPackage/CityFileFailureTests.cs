using System.Diagnostics;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

/// <summary>Every failure says what, where and what to do, and leaves nothing half done under the final name.</summary>
public sealed class CityFileFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public CityFileFailureTests() => _path = _folder["city.gpkg"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_full_disk_leaves_no_file()
    {
        var refusal = Assert.Throws<StoreException>(() => CityFile.Write(_path, SmallTown.Layers(3000), new CityFileOptions { PageLimit = 100 }));

        Assert.Contains("disk is full", refusal.Problem, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void Cancelling_leaves_no_file()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new CancelAt("Writing buildings", cancel);

        Assert.ThrowsAny<OperationCanceledException>(() => CityFile.Write(_path, SmallTown.Layers(3000), null, progress, cancel.Token));

        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void Cancelling_an_overwrite_or_an_update_leaves_the_old_file()
    {
        CityFile.Write(_path, SmallTown.Layers());
        var before = CanonicalDump.HashOf(_path);
        using var cancel = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(
            () => CityFile.Write(_path, SmallTown.Layers(3000), new CityFileOptions { Overwrite = true }, new CancelAt("Writing buildings", cancel), cancel.Token));
        Assert.ThrowsAny<OperationCanceledException>(
            () => CityFile.Update(_path, SmallTown.Layers(99), null, null, cancel.Token));

        Assert.Equal(before, CanonicalDump.HashOf(_path));
        Assert.Equal(["city.gpkg"], _folder.Names);
    }

    [Theory]
    [InlineData("/proc/city.gpkg", "cannot be opened")]
    [InlineData("/no/such/folder/city.gpkg", "folder does not exist")]
    [InlineData("/tmp", "A folder has the name")]
    public void A_place_that_cannot_be_written_to_is_named(string path, string problem)
    {
        var refusal = Assert.Throws<StoreException>(() => CityFile.Write(path, SmallTown.Layers()));

        Assert.Contains(problem, refusal.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Remedy);
    }

    [Fact]
    public void A_file_that_another_program_writes_to_asks_to_close_it_there()
    {
        CityFile.Write(_path, SmallTown.Layers());
        using var other = Process.Start(new ProcessStartInfo("sqlite3", [_path]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        other.StandardInput.WriteLine("BEGIN IMMEDIATE; SELECT 'held';");
        other.StandardInput.Flush();
        Assert.Equal("held", other.StandardOutput.ReadLine());

        var refusal = Assert.Throws<StoreException>(() => CityFile.Update(_path, SmallTown.Layers(7), TimeSpan.FromMilliseconds(50)));

        Assert.Contains("Another program holds the file", refusal.Problem, StringComparison.Ordinal);
        Assert.Contains("QGIS", refusal.Remedy, StringComparison.Ordinal);
        Assert.Equal(40, CityFile.ReadLayers(_path)[0].Shapes.Count);
        other.StandardInput.Close();
        other.WaitForExit();
    }

    [Fact]
    public void A_history_or_a_foreign_file_is_not_replaced_unasked()
    {
        CityFile.Write(_path, SmallTown.Layers());
        CityFile.Write(_path, SmallTown.Layers(12));
        CityFile.Update(_path, SmallTown.Layers(13));
        File.WriteAllText(_folder["notes.txt"], "mine");

        Assert.Throws<StoreException>(() => CityFile.Write(_path, SmallTown.Layers()));
        Assert.Throws<StoreException>(() => CityFile.Write(_folder["notes.txt"], SmallTown.Layers()));
        CityFile.Write(_path, SmallTown.Layers(5), new CityFileOptions { Overwrite = true });

        Assert.Equal(5, CityFile.ReadLayers(_path)[0].Shapes.Count);
        Assert.Equal("mine", File.ReadAllText(_folder["notes.txt"]));
    }

    [Fact]
    public void A_log_left_beside_the_old_file_does_not_reach_the_new_one()
    {
        CityFile.Write(_path, SmallTown.Layers());
        TemporaryFolder.Sql(_path, "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; UPDATE city_settings SET value = 'old'");

        CityFile.Write(_path, SmallTown.Layers(9), new CityFileOptions { Name = "new" });

        Assert.Equal("new", CityFile.Settings(_path).Name);
        Assert.Equal(["city.gpkg"], _folder.Names);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void A_file_cut_short_is_called_damaged(double share)
    {
        CityFile.Write(_folder["whole.gpkg"], SmallTown.Layers(500));
        var bytes = File.ReadAllBytes(_folder["whole.gpkg"]);
        File.WriteAllBytes(_path, bytes[..(int)(bytes.Length * share)]);

        var refusal = Assert.Throws<StoreException>(() => CityFile.Open(_path));

        Assert.Equal(_path, refusal.Thing);
        Assert.Contains("damaged or cut short", refusal.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_city_file_is_told_apart()
    {
        File.WriteAllText(_folder["text.gpkg"], "This is a text and no database, however long it may be made to look.");
        File.WriteAllBytes(_folder["empty.gpkg"], []);
        TemporaryFolder.Sql(_folder["plain.gpkg"], "CREATE TABLE a (b)");
        TemporaryFolder.Run("ogr2ogr", "-f", "GPKG", _folder["foreign.gpkg"], GeoJson());

        Assert.Contains("no SQLite database", Problem("text.gpkg"), StringComparison.Ordinal);
        Assert.Contains("no GeoPackage", Problem("empty.gpkg"), StringComparison.Ordinal);
        Assert.Contains("no GeoPackage", Problem("plain.gpkg"), StringComparison.Ordinal);
        Assert.Contains("not a city file", Problem("foreign.gpkg"), StringComparison.Ordinal);
        Assert.Contains("no such file", Problem("missing.gpkg"), StringComparison.Ordinal);
        Assert.False(CityFile.IsCityFile(_folder["foreign.gpkg"]));
    }

    [Fact]
    public void All_that_is_wrong_with_the_layers_is_said_at_once()
    {
        var wrong = SmallTown.Layer("streets", 27700, SmallTown.Udb().Shapes, []);

        var refusal = Assert.Throws<StoreException>(() => CityFile.Write(_path, [wrong, SmallTown.Udb(), SmallTown.Udb()]));

        Assert.Contains("streets is not a layer", refusal.Problem, StringComparison.Ordinal);
        Assert.Contains("EPSG:27700", refusal.Problem, StringComparison.Ordinal);
        Assert.Contains("udb is given twice", refusal.Problem, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void A_column_that_does_not_fit_is_named()
    {
        var layer = SmallTown.Layer(LayerNames.Udb, 4523, SmallTown.Udb().Shapes, [
            new IntegerSource("zone_id", [7]), new TextSource("fid", SmallTown.Texts(1, _ => "x")), new RealSource("extra", []),
        ]);

        var refusal = Assert.Throws<StoreException>(() => CityFile.Write(_path, [layer]));

        Assert.Contains("fid is used twice or reserved", refusal.Problem, StringComparison.Ordinal);
        Assert.Contains("extra has 0 values for 1 features", refusal.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("zone_id", refusal.Problem, StringComparison.Ordinal);
    }

    private string Problem(string name) => Assert.Throws<StoreException>(() => CityFile.Open(_folder[name])).Problem;

    private string GeoJson()
    {
        File.WriteAllText(_folder["a.geojson"], """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[106,29]}}]}
            """);
        return _folder["a.geojson"];
    }

    private sealed class CancelAt(string stage, CancellationTokenSource source) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            if (value.Stage == stage)
            {
                source.Cancel();
            }
        }
    }
}
