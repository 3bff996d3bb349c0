using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Samples.Dirty;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Deliveries;

/// <summary>A dirty sample survives its own file: what was planted is found in it, and what was not planted is not.</summary>
public sealed class DirtySampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_the_checks_on_layers_know_is_found_where_it_was_planted(int seed)
    {
        var (ledger, defects) = Imported(seed);
        var found = defects.Select(defect => (defect.Layer, defect.Fid, defect.Code)).ToHashSet();
        string[] comparedInTheFabric = ["overlap", "gap", "offset_mm", "unnoded_vertex", "multipart_parcel", "area_mismatch", "shifted_building", "buffer_without_hole"];
        string[] contradictions = ["renewed_before_built", "people_without_households", "floor_area_contradiction", "illegal_beyond_floor_area"];

        var missed = ledger.Where(planted => DefectKinds.Find(planted.Kind) is not null
            && !comparedInTheFabric.Contains(planted.Kind) && !contradictions.Contains(planted.Kind)
            && !found.Contains((planted.Layer, planted.Fid, planted.Kind)));

        Assert.Equal([], missed);
    }

    [Fact]
    public void Beside_what_was_planted_only_the_other_one_of_twins_is_named()
    {
        var (ledger, defects) = Imported(seed: 1);
        var planted = ledger.Select(defect => (defect.Layer, defect.Fid)).ToHashSet();

        var beside = defects.Where(defect => defect.Fid >= 0 && !planted.Contains((defect.Layer, defect.Fid))).Select(defect => defect.Code).Distinct();

        Assert.Empty(beside.Except(["duplicate_geometry", "duplicate_id", "duplicate_rotated"]));
    }

    [Fact]
    public void GDAL_reads_every_table_of_the_file()
    {
        var city = Make(seed: 1);

        Assert.Equal("1", TemporaryFolder.Sql(city, "SELECT count(*) FROM parcels WHERE hex(substr(geom, 4, 1)) = '11'"));
        var tables = TemporaryFolder.Run("ogrinfo", "-ro", "-q", city);
        foreach (var table in (string[])["parcels", "buildings", "udb", "historic_zones", "planning_units", "water", "barriers", "protected_items", "subzones"])
        {
            Assert.Contains(table, tables, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_seed_writes_the_same_bytes()
    {
        var first = File.ReadAllBytes(Make(seed: 1));

        Assert.Equal(first, File.ReadAllBytes(Make(seed: 1)));
    }

    private (IReadOnlyList<PlantedDefect> Ledger, IReadOnlyList<Defect> Defects) Imported(int seed)
    {
        var city = Make(seed);
        var ledger = File.ReadLines(_folder["ledger.csv"]).ToList();
        var planted = DirtyCity.Of(new SampleOptions(1_000, seed)).Ledger;
        Assert.Equal([PlantedDefect.Head, .. planted.Select(defect => defect.ToCsv())], ledger);
        return (planted, LayerImport.Read(new ImportRequest([city]) { BaselineYear = SampleOptions.BaselineYear }).Defects);
    }

    private string Make(int seed)
    {
        var city = _folder["dirty.gpkg"];
        var ending = Renewal.Run(
            "sample", "--dirty", "--parcels", "1000", "--seed", seed.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "-o", city, "--ledger", _folder["ledger.csv"]);
        Assert.True(ending.Code == 0, ending.Error);
        return city;
    }
}
