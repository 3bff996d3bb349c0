using System.Text.Json;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>An import onto an existing city is the next version of its layers, says what changed, and loses nothing.</summary>
public sealed class ImportAgainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _city;

    public ImportAgainTests()
    {
        _city = _folder["city.gpkg"];
        var delivered = ForeignTown.Write(_folder["first.gpkg"], SmallTown.Parcels(40), SmallTown.Buildings(60));
        Import(delivered, "--year", "2024", "--name", "小城");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_the_layer_that_came_gets_a_version_and_what_changed_is_said()
    {
        var ending = Import(ForeignTown.Write(_folder["second.gpkg"], ForeignTown.ChangedParcels()));

        Assert.Contains("moved P0000005", ending.Output);
        Assert.Contains("edited P0000003", ending.Output);
        Assert.Contains("added P0000040, brand-new", ending.Output);
        Assert.Contains("removed P0000007", ending.Output);
        Assert.Contains("rows by column: land_use 1", ending.Output);
        Assert.Contains("new columns: far_limit", ending.Output);
        Assert.Equal(
            [("parcels", 1, 40), ("buildings", 1, 60), ("parcels", 2, 41)],
            CityFile.Changes(_city).Select(change => (change.Version.Layer, change.Version.Version, change.Version.Features)));
    }

    [Fact]
    public void Every_number_is_in_the_document_for_machines()
    {
        var second = ForeignTown.Write(_folder["second.gpkg"], ForeignTown.ChangedParcels());

        var change = JsonDocument.Parse(Import(second, "--json").Output).RootElement.GetProperty("changes")[0];

        Assert.Equal(
            "parcels 2 1 2 1 1 1",
            string.Join(' ', ((string[])["layer", "version", "version_before", "added", "removed", "moved", "edited"]).Select(name => change.GetProperty(name).ToString())));
        Assert.Equal("brand-new", change.GetProperty("added_ids")[1].GetString());
        var history = JsonDocument.Parse(Renewal.Run("history", _city, "--json").Output).RootElement.GetProperty("versions");
        Assert.Equal(3, history.GetArrayLength());
        Assert.Equal(change.ToString(), history[2].ToString());
    }

    [Fact]
    public void Nothing_new_makes_no_version()
    {
        var before = CanonicalDump.HashOf(_city);

        var ending = Import(_folder["first.gpkg"]);

        Assert.Contains("unchanged, no new version: parcels, buildings", ending.Output);
        Assert.Equal(before, CanonicalDump.HashOf(_city));
    }

    [Fact]
    public void The_old_version_and_the_settings_of_the_city_stay()
    {
        var before = LayerText.Of(CityFile.ReadVersion(_city, "parcels", 1));

        Import(ForeignTown.Write(_folder["second.gpkg"], ForeignTown.ChangedParcels()));

        Assert.Equal(before, LayerText.Of(CityFile.ReadVersion(_city, "parcels", 1)));
        Assert.Equal(("小城", 2024), (CityFile.Settings(_city).Name, CityFile.Settings(_city).BaselineYear));
    }

    [Fact]
    public void Replace_starts_the_city_afresh()
    {
        Import(ForeignTown.Write(_folder["second.gpkg"], ForeignTown.ChangedParcels()), "--replace", "--name", "新城");

        Assert.Equal([("parcels", 1)], CityFile.Versions(_city).Select(version => (version.Layer, version.Version)));
        Assert.Equal("新城", CityFile.Settings(_city).Name);
    }

    [Fact]
    public void A_layer_that_lies_elsewhere_is_refused_with_its_place()
    {
        var elsewhere = ForeignTown.Write(_folder["far.gpkg"], ForeignTown.Elsewhere(SmallTown.Parcels(40), 400_000));

        Refused(["parcels lies 40", "km from the middle of the city, around 105.0", "working plane"], elsewhere);
    }

    [Fact]
    public void What_belongs_to_a_new_city_is_refused_all_at_once()
    {
        Refused(
            ["ages of the city there count from 2024, not 2025", "the city there is called '小城'"],
            _folder["first.gpkg"], "--year", "2025", "--name", "别的城");
    }

    [Fact]
    public void A_file_that_is_no_city_is_left_alone()
    {
        File.WriteAllText(_folder["notes.gpkg"], "This is a text and no database, however long it may be made to look.");

        var ending = Renewal.Run("import", _folder["first.gpkg"], "-o", _folder["notes.gpkg"], "--replace");

        Assert.Equal(2, ending.Code);
        Assert.StartsWith("This is a text", File.ReadAllText(_folder["notes.gpkg"]));
    }

    private void Refused(string[] reasons, params string[] arguments)
    {
        var before = File.ReadAllBytes(_city);

        var ending = Renewal.Run(["import", .. arguments, "-o", _city]);

        Assert.Equal(2, ending.Code);
        Assert.All(reasons, reason => Assert.Contains(reason, ending.Error));
        Assert.Contains("--replace", ending.Error);
        Assert.Equal(before, File.ReadAllBytes(_city));
    }

    private Renewal.Ending Import(params string[] arguments)
    {
        var ending = Renewal.Run(["import", .. arguments, "-o", _city]);
        Assert.True(ending.Code is 0 or 1, ending.Error);
        return ending;
    }
}
