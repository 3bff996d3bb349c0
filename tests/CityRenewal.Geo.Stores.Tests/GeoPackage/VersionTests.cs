using System.Runtime.CompilerServices;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

public sealed class VersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public VersionTests() => _path = _folder["city.gpkg"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_layers_in_another_order_make_no_new_version()
    {
        CityFile.Write(_path, SmallTown.Layers());

        Assert.Empty(CityFile.Update(_path, [.. SmallTown.Layers().Select(SmallTown.Reversed)]));
        Assert.All(CityFile.Versions(_path), version => Assert.Equal(1, version.Version));
    }

    [Fact]
    public void A_changed_layer_makes_a_version_and_the_old_rows_remain_readable()
    {
        var before = SmallTown.Layers();
        CityFile.Write(_path, before);
        var after = Changed(before[0]);

        var made = Assert.Single(CityFile.Update(_path, [before[1], after]));

        Assert.Equal((LayerNames.Parcels, 2, 40), (made.Layer, made.Version, made.Features));
        Assert.Equal("3", TemporaryFolder.Sql(_path, "SELECT count(*) FROM parcels_history"));
        Assert.Equal(Text(before[0]), Text(CityFile.ReadVersion(_path, LayerNames.Parcels, 1)));
        Assert.Equal(Text(after), Text(CityFile.ReadVersion(_path, LayerNames.Parcels, 2)));
        Assert.Equal(Text(after), Text(CityFile.ReadLayers(_path)[0]));
        Assert.Equal("ok", TemporaryFolder.Sql(_path, "PRAGMA integrity_check"));
    }

    [Fact]
    public void A_file_brought_up_to_date_holds_what_a_new_one_would()
    {
        var layers = SmallTown.Layers();
        CityFile.Write(_path, layers);
        CityFile.Update(_path, [Changed(layers[0])]);
        CityFile.Write(_folder["new.gpkg"], [Changed(layers[0]), .. layers.Skip(1)]);

        Assert.Equal(
            CityFile.Versions(_folder["new.gpkg"]).Single(version => version.Layer == LayerNames.Parcels).Hash,
            CityFile.Versions(_path).Last().Hash);
        Assert.Equal(
            CityFile.Open(_folder["new.gpkg"]).City.DataVersion, CityFile.Open(_path).City.DataVersion);
    }

    [Fact]
    public void A_layer_may_come_new_or_in_another_reference_system()
    {
        CityFile.Write(_path, [SmallTown.Parcels(10)]);
        var moved = SmallTown.Parcels(10, epsg: 4507);

        var made = CityFile.Update(_path, [moved, SmallTown.Barriers()]);

        Assert.Equal([(LayerNames.Parcels, 4507), (LayerNames.Barriers, 4490)], made.Select(version => (version.Layer, version.Epsg)));
        Assert.Equal(SmallTown.Epsg, CityFile.ReadVersion(_path, LayerNames.Parcels, 1).Epsg);
        Assert.Equal(4507, CityFile.ReadLayers(_path)[0].Epsg);
        Assert.Equal("4507", TemporaryFolder.Sql(_path, "SELECT srs_id FROM gpkg_contents WHERE table_name = 'parcels'"));
    }

    [Fact]
    public void Rows_edited_in_QGIS_keep_what_they_replaced()
    {
        var before = SmallTown.Layers();
        CityFile.Write(_path, before);
        TemporaryFolder.Edit(_path, "UPDATE parcels SET land_use = '09' WHERE parcel_id = 'P0000003'");
        TemporaryFolder.Edit(_path, "UPDATE parcels SET land_use = '10' WHERE parcel_id = 'P0000003'");
        TemporaryFolder.Edit(_path, "DELETE FROM parcels WHERE parcel_id = 'P0000004'");
        Assert.Equal(Text(before[0]), Text(CityFile.ReadVersion(_path, LayerNames.Parcels, 1)));

        var made = CityFile.Update(_path, [before[0]]);

        Assert.Equal(["edited outside this program", "small town"], made.Select(version => version.Origin));
        Assert.Equal(Text(before[0]), Text(CityFile.ReadVersion(_path, LayerNames.Parcels, 1)));
        Assert.Contains("land_use=10", Text(CityFile.ReadVersion(_path, LayerNames.Parcels, 2)), StringComparison.Ordinal);
        Assert.Equal(39, CityFile.ReadVersion(_path, LayerNames.Parcels, 2).Shapes.Count);
        Assert.Equal(Text(before[0]), Text(CityFile.ReadLayers(_path)[0]));
    }

    [Fact]
    public void Legal_measures_are_forgotten_when_an_outline_is_edited_and_measured_anew_on_opening()
    {
        CityFile.Write(_path, [SmallTown.Parcels(3)]);
        TemporaryFolder.Edit(_path, "UPDATE parcels SET geom = (SELECT geom FROM parcels WHERE parcel_id = 'P0000002') WHERE parcel_id = 'P0000001'");
        TemporaryFolder.Edit(_path, "INSERT INTO parcels (parcel_id, legal_area_m2, legal_perimeter_m, from_version) VALUES ('copy', 5, 5, 1)");

        Assert.Equal("P0000001\ncopy", TemporaryFolder.Sql(_path, "SELECT parcel_id FROM parcels WHERE legal_area_m2 IS NULL AND from_version IS NULL ORDER BY 1"));
        var parcels = CityFile.Open(_path).City.Parcels;
        var row = Enumerable.Range(0, parcels.Count).Single(i => parcels.Ids[i] == "P0000001");
        Assert.InRange(parcels.LegalAreas[row], 899, 901);
    }

    [Fact]
    public void A_city_file_of_version_1_opens_and_is_left_as_it_is()
    {
        File.Copy(CommittedFile(), _path);
        var bytes = File.ReadAllBytes(_path);

        var city = CityFile.Open(_path, new OpenOptions { UseCache = false }).City;

        Assert.Equal(("第一版", 12, 2024), (city.Name, city.Parcels.Count, city.BaselineYear));
        Assert.Equal(Text(SmallTown.Parcels(12)), Text(CityFile.ReadLayers(_path)[0]));
        Assert.Equal(bytes, File.ReadAllBytes(_path));
    }

    [Fact]
    public void A_city_file_of_version_1_is_brought_to_the_schema_of_today_with_its_first_update()
    {
        File.Copy(CommittedFile(), _path);

        CityFile.Update(_path, [Changed(SmallTown.Parcels(12))]);
        TemporaryFolder.Edit(_path, "DELETE FROM barriers");

        Assert.Equal("5", TemporaryFolder.Sql(_path, "SELECT version FROM schema_version"));
        Assert.Equal("1", TemporaryFolder.Sql(_path, "SELECT count(*) FROM barriers_history"));
        Assert.Equal(Text(SmallTown.Parcels(12)), Text(CityFile.ReadVersion(_path, LayerNames.Parcels, 1)));
    }

    [Fact]
    public void A_city_file_of_version_2_opens_as_it_is_and_gains_certificates_and_parts_with_its_first_update()
    {
        File.Copy(CommittedFile("version-2.gpkg"), _path);
        var bytes = File.ReadAllBytes(_path);
        var city = CityFile.Open(_path, new OpenOptions { UseCache = false }).City;
        Assert.Equal(("第二版", 4, "鉴2024-7"), (city.Name, city.Buildings.Count, city.Buildings.DangerCertificates[0]));
        Assert.Equal(bytes, File.ReadAllBytes(_path));
        var before = CityFile.ReadLayers(_path).Single(layer => layer.Name == LayerNames.Buildings);

        CityFile.Update(_path, [SmallTown.Layer(before.Name, before.Epsg, before.Shapes, [.. before.Columns, new TextSource("danger_certificate_date", SmallTown.Texts(4, _ => "2024-05-06"))])]);

        Assert.Equal("5", TemporaryFolder.Sql(_path, "SELECT version FROM schema_version"));
        Assert.Equal("2024-05-06", TemporaryFolder.Sql(_path, "SELECT DISTINCT danger_certificate_date FROM buildings"));
        Assert.Equal("0", TemporaryFolder.Sql(_path, "SELECT count(danger_certificate_body) + count(parts) FROM buildings"));
        Assert.Equal(LayerText.Of(before), LayerText.Of(CityFile.ReadVersion(_path, LayerNames.Buildings, 1)));
        TemporaryFolder.Edit(_path, "UPDATE buildings SET parts = '[]' WHERE building_id = 'B1'");
        Assert.Equal("2024-05-06", TemporaryFolder.Sql(_path, "SELECT danger_certificate_date FROM buildings_history WHERE building_id = 'B1' AND to_version IS NULL"));
    }

    [Fact]
    public void A_city_file_of_version_3_opens_as_it_is_and_lists_its_histories_with_its_first_update()
    {
        File.Copy(CommittedFile("version-3.gpkg"), _path);
        var bytes = File.ReadAllBytes(_path);
        var (hash, layers) = (CanonicalDump.HashOf(_path), CityFile.ReadLayers(_path));
        Assert.Equal(("第三版", 9), (CityFile.Settings(_path).Name, layers.Single(layer => layer.Name == LayerNames.Parcels).Shapes.Count));
        Assert.Equal(bytes, File.ReadAllBytes(_path));

        Assert.Empty(CityFile.Update(_path, layers));

        Assert.Equal("5", TemporaryFolder.Sql(_path, "SELECT version FROM schema_version"));
        Assert.Equal(
            "0",
            TemporaryFolder.Sql(
                _path,
                "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'gpkg%' AND name NOT LIKE 'rtree%' "
                + "AND name NOT LIKE 'sqlite%' AND name NOT IN (SELECT table_name FROM gpkg_contents)"));
        Assert.Equal(hash, CanonicalDump.HashOf(_path));
    }

    [Fact]
    public void A_city_file_of_version_4_opens_as_it_is_and_keeps_a_register_from_its_first_entry_on()
    {
        File.Copy(CommittedFile("version-4.gpkg"), _path);
        var bytes = File.ReadAllBytes(_path);
        var (hash, layers) = (CanonicalDump.HashOf(_path), CityFile.ReadLayers(_path));
        Assert.Equal(("第四版", 13), (CityFile.Settings(_path).Name, layers.Single(layer => layer.Name == LayerNames.Buildings).Shapes.Count));
        Assert.Empty(RegisterFile.Read(_path).Entries);
        Assert.Empty(LedgerRecords.Read(_path));
        Assert.Equal(bytes, File.ReadAllBytes(_path));

        Assert.Empty(CityFile.Update(_path, layers));

        // A register without entries leaves no trace in what the file says.
        Assert.Equal(hash, CanonicalDump.HashOf(_path));
        var step = new RegisterStep(RegisterState.Candidate, new DateOnly(2026, 1, 31), "文号1");
        RegisterFile.Add(_path, new RegisterEntry { Id = "A1", Kind = RegisterKind.Area, Area = "A1", Parcels = [new("P1", 10, "", "", "")], History = [step] }, null);
        Assert.Equal("5", TemporaryFolder.Sql(_path, "SELECT version FROM schema_version"));
        Assert.Equal(RegisterState.Candidate, Assert.Single(RegisterFile.Read(_path).Entries).State);
        Assert.NotEqual(hash, CanonicalDump.HashOf(_path));
    }

    [Fact]
    public void A_city_file_of_a_later_version_asks_for_a_newer_program()
    {
        CityFile.Write(_path, SmallTown.Layers());
        TemporaryFolder.Sql(_path, "UPDATE schema_version SET version = 99");

        var refusal = Assert.Throws<StoreException>(() => CityFile.Open(_path));

        Assert.Contains("schema version 99", refusal.Problem, StringComparison.Ordinal);
        Assert.Contains("newer version", refusal.Remedy, StringComparison.Ordinal);
    }

    // One parcel moved, one with another use, one gone and one new.
    private static SourceLayer Changed(SourceLayer layer)
    {
        var count = layer.Shapes.Count;
        var ids = (TextSource)layer.Columns[0];
        layer.Shapes.X.CopyTo(layer.Shapes.X, 0);
        var x = (double[])layer.Shapes.X.Clone();
        x[0] += 0.5;
        return SmallTown.Layer(
            layer.Name, layer.Epsg,
            new SourceShapes
            {
                Kind = layer.Shapes.Kind, X = x, Y = layer.Shapes.Y, RingStart = layer.Shapes.RingStart,
                FeatureStart = layer.Shapes.FeatureStart, IsHole = layer.Shapes.IsHole,
            },
            [.. layer.Columns.Select(column => column.Name switch
            {
                "parcel_id" => new TextSource("parcel_id", SmallTown.Texts(count, i => i == 2 ? "new" : ids.Values[i])),
                "land_use" => new TextSource("land_use", SmallTown.Texts(count, i => i == 1 ? "14" : ((TextSource)column).Values[i])),
                _ => column,
            })]);
    }

    private static string Text(SourceLayer layer) => LayerText.Of(SmallTown.Layer(
        layer.Name, layer.Epsg, layer.Shapes, [.. layer.Columns.Where(column => !column.Name.StartsWith("legal_", StringComparison.Ordinal))]));

    private static string CommittedFile(string name = "version-1.gpkg", [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../data/city-files", name);
}
