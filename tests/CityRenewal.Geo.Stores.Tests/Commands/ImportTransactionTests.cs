using System.Diagnostics;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>An import that is cancelled, killed or out of disk leaves no file under the final name and an existing city as it was.</summary>
public sealed class ImportTransactionTests : IDisposable
{
    private const int Many = 60_000;

    private readonly TemporaryFolder _folder = new();
    private readonly string _city;

    public ImportTransactionTests() => _city = _folder["city.gpkg"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("-INT", 130)]
    [InlineData("-KILL", 137)]
    public void An_import_that_is_stopped_while_it_writes_leaves_no_city(string signal, int code)
    {
        using var import = StartImport(Large());
        WaitFor(import, () => _folder.Names.Any(name => name.EndsWith(".part", StringComparison.Ordinal)));

        Assert.Equal(code, Stop(import, signal));

        Assert.DoesNotContain("city.gpkg", _folder.Names);
    }

    [Theory]
    [InlineData("-INT", 130)]
    [InlineData("-KILL", 137)]
    public void A_new_version_that_is_stopped_while_it_is_written_leaves_the_city_as_it_was(string signal, int code)
    {
        CityFile.Write(_city, SmallTown.Layers(40));
        var before = CanonicalDump.HashOf(_city);
        using var import = StartImport(Large());
        WaitFor(import, () => File.Exists(_city + "-journal") && new FileInfo(_city + "-journal").Length > 0);

        Assert.Equal(code, Stop(import, signal));

        Assert.Equal(before, CanonicalDump.HashOf(_city));
        Assert.Equal("ok", TemporaryFolder.Sql(_city, "PRAGMA integrity_check"));
        CityFile.Update(_city, SmallTown.Layers(41));
        Assert.Equal(41, CityFile.ReadLayers(_city)[0].Shapes.Count);
    }

    [Fact]
    public void What_a_killed_import_left_is_swept_by_the_next_one()
    {
        var leftover = _folder[".city.gpkg.abcdefgh.ijk.part"];
        CityFile.Write(_folder["old.gpkg"], SmallTown.Layers(3));
        File.Move(_folder["old.gpkg"], leftover);
        File.SetLastWriteTimeUtc(leftover, DateTime.UtcNow.AddMinutes(-5));
        File.WriteAllText(_folder[".city.gpkg.fresh.part"], "of a writer that has just begun");

        CityFile.Write(_city, SmallTown.Layers(4));

        Assert.Equal([".city.gpkg.fresh.part", "city.gpkg"], _folder.Names);
    }

    // The limit on the size of a file stands for the end of the disk: the write that crosses it fails.
    [Fact]
    public void A_disk_that_fills_up_leaves_no_city_and_says_so()
    {
        var ending = ImportWithin(kilobytes: 3_000, Large());

        Assert.Equal(2, ending.Code);
        Assert.Contains("disk", ending.Error);
        Assert.Equal(["large.gpkg"], _folder.Names);
    }

    [Fact]
    public void A_disk_that_fills_up_under_a_new_version_leaves_the_city_as_it_was()
    {
        CityFile.Write(_city, SmallTown.Layers(40));
        var before = CanonicalDump.HashOf(_city);

        var ending = ImportWithin(kilobytes: 3_000, Large());

        Assert.Equal(2, ending.Code);
        Assert.Contains("disk", ending.Error);
        Assert.Equal(before, CanonicalDump.HashOf(_city));
    }

    [Fact]
    public void Cancelling_between_two_layers_leaves_none_of_them()
    {
        CityFile.Write(_city, SmallTown.Layers(40));
        var before = CanonicalDump.HashOf(_city);
        using var cancel = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(
            () => CityFile.Update(_city, SmallTown.Layers(50), null, new CancelAt("Comparing buildings", cancel), cancel.Token));

        Assert.Equal(before, CanonicalDump.HashOf(_city));
        Assert.Equal([1, 1, 1, 1, 1], CityFile.Versions(_city).Select(version => version.Version));
    }

    [Fact]
    public void A_running_import_says_what_it_is_doing()
    {
        var stages = new StageList();
        var imported = LayerImport.Read(new ImportRequest([Large()]), stages);
        CityFile.Write(_city, imported.Layers, new CityFileOptions(), stages);
        CityFile.Update(_city, SmallTown.Layers(50), null, stages);

        Assert.Empty(((string[])["reading parcels", "checking layers", "Writing buildings", "Indexing buildings", "Comparing parcels"]).Except(stages.Seen));
    }

    private string Large() => ForeignTown.Write(_folder["large.gpkg"], SmallTown.Parcels(Many), SmallTown.Buildings(Many));

    private Process StartImport(string file) => Renewal.Start("import", file, "-o", _city);

    private Renewal.Ending ImportWithin(int kilobytes, string file) => Renewal.Shell(
        $"trap '' XFSZ; ulimit -f {kilobytes}; export DOTNET_EnableWriteXorExecute=0 DOTNET_EnableDiagnostics=0; "
        + $"exec dotnet '{Renewal.CommandLine()}' import '{file}' -o '{_city}'");

    private static void WaitFor(Process process, Func<bool> isThere)
    {
        var watch = Stopwatch.StartNew();
        while (!isThere())
        {
            Assert.False(process.HasExited, "the import ended before it could be stopped");
            Assert.True(watch.Elapsed.TotalMinutes < 5, "the import does not get to writing");
            Thread.Sleep(5);
        }
    }

    private static int Stop(Process process, string signal)
    {
        Process.Start("kill", [signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!.WaitForExit();
        Assert.True(process.WaitForExit(60_000));
        return process.ExitCode;
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

    private sealed class StageList : IProgress<WorkProgress>
    {
        public HashSet<string> Seen { get; } = [];

        public void Report(WorkProgress value)
        {
            lock (Seen)
            {
                Seen.Add(value.Stage);
            }
        }
    }
}
