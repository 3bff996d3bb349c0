using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Several sheets of one layer become one layer, whatever the order they are given in.</summary>
public sealed class SheetJoinTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_halves_of_a_citys_parcels_and_buildings_are_the_same_city_as_the_whole()
    {
        Cut("whole.gpkg", "1 = 1");
        Cut("north.gpkg", "fid % 3 = 0");
        Cut("south.gpkg", "fid % 3 <> 0");

        var (whole, halves) = (Written("whole.gpkg"), Written("north.gpkg", "south.gpkg"));

        Assert.Equal(Lines(whole), Lines(halves));
        Assert.Equal(Hashes(whole), Hashes(halves));
        Assert.Equal(
            ["north.gpkg/buildings, south.gpkg/buildings", "north.gpkg/parcels, south.gpkg/parcels"],
            CityFile.Versions(halves).Select(version => version.Origin).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        TownLayer.Write(_folder["north.geojson"], ("A1", "一"), ("A2", "二"), ("A3", "三"));
        TownLayer.Write(_folder["south.geojson"], ("A2", "四"), ("B2", "五"));

        var (one, other) = (Read("north", "south"), Read("south", "north"));

        Assert.Equal(Texts(one.Layers[0]), Texts(other.Layers[0]));
        Assert.Equal(one.Layers[0].Sheets, other.Layers[0].Sheets);
        Assert.Equal(one.Layers[0].Fids, other.Layers[0].Fids);
        Assert.Equal(one.Layers[0].Origin, other.Layers[0].Origin);
        Assert.Equal(one.Defects, other.Defects);
    }

    [Fact]
    public void An_id_in_two_sheets_is_a_defect_of_both_and_each_names_its_file_and_number()
    {
        TownLayer.Write(_folder["north.geojson"], ("A1", ""), ("A2", ""), ("A3", ""));
        TownLayer.Write(_folder["south.geojson"], ("A2", ""), ("B2", ""));

        var imported = Read("north", "south");

        Assert.Equal(
            [("north.geojson", 1, "A2"), ("south.geojson", 0, "A2")],
            imported.Defects.Where(defect => defect.Code == "duplicate_id").Select(defect => (defect.File, (int)defect.Fid, defect.Id)));
        Assert.Equal(
            ["the same as feature 0 of north.geojson, id A1.", "the same as feature 1 of north.geojson, id A2."],
            imported.Defects.Where(defect => defect.Code == "duplicate_geometry").Select(defect => defect.Message.Split(": ")[1]));
    }

    [Fact]
    public void The_same_number_in_two_files_is_told_twice()
    {
        TownLayer.Write(_folder["north.geojson"], ("", ""), ("A2", ""));
        TownLayer.Write(_folder["south.geojson"], ("", ""), ("B2", ""));

        var missing = Read("north", "south").Defects.Where(defect => defect.Code == "missing_id");

        Assert.Equal([("north.geojson", 0L), ("south.geojson", 0L)], missing.Select(defect => (defect.File, defect.Fid)));
    }

    [Fact]
    public void A_column_of_one_sheet_is_unknown_in_the_other_and_the_higher_classification_holds()
    {
        TownLayer.Write(_folder["north.geojson"], ("A1", "07"));
        TownLayer.Write(_folder["south.geojson"], ("B1", "08"));

        var layer = Read(
            """
            layers:
            - { layer: parcels, file: north.geojson, id: parcel_id, fields: { land_use: name }, classification: confidential }
            - { layer: parcels, file: south.geojson, id: parcel_id, fields: { declared_area_m2: =5 } }
            """, ["north", "south"]).Layers[0];

        Assert.Equal(["07", ""], Values(layer, "land_use"));
        Assert.Equal(["", "5"], Values(layer, "declared_area_m2"));
        Assert.Equal(Classification.Confidential, layer.Classification);
    }

    [Fact]
    public void Numbers_that_stand_in_for_ids_get_the_name_of_their_file()
    {
        TownLayer.Write(_folder["north.geojson"], ("A1", ""));
        TownLayer.Write(_folder["south.geojson"], ("B1", ""));

        var layer = Read("layers: [{ layer: parcels, file: north.geojson }, { layer: parcels, file: south.geojson }]", ["north", "south"]).Layers[0];

        Assert.Equal(["north:0", "south:0"], Values(layer, "parcel_id"));
    }

    [Fact]
    public void A_local_sheet_beside_one_with_a_place_is_refused_with_what_to_do()
    {
        TownLayer.Write(_folder["north.geojson"], ("A1", ""));
        TownLayer.Write(_folder["south.geojson"], ("B1", ""));

        var refused = Assert.Throws<StoreException>(() => Read(
            """
            layers:
            - { layer: parcels, file: north.geojson, id: parcel_id, crs: local }
            - { layer: parcels, file: south.geojson, id: parcel_id }
            """, ["north", "south"]));

        Assert.Contains("north.geojson, south.geojson: they all become parcels, but some are in a local system", refused.Message, StringComparison.Ordinal);
        Assert.Contains("(local, EPSG:4544)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--transform", refused.Remedy, StringComparison.Ordinal);
    }

    private static string[] Values(SourceLayer layer, string column) =>
        [.. Enumerable.Range(0, layer.Shapes.Count).Select(layer.Column(column)!.TextOf)];

    private static IEnumerable<string> Texts(SourceLayer layer) =>
        layer.Columns.SelectMany(column => Values(layer, column.Name).Prepend(column.Name)).Concat(layer.Shapes.X.Select(x => $"{x:R}"));

    private static IEnumerable<string> Hashes(string city) => CityFile.Versions(city).Select(version => $"{version.Layer} {version.Hash}");

    // What a file says of where its layers came from differs, and nothing else may.
    private static IEnumerable<string> Lines(string city) => CanonicalDump.Lines(city).Select(line =>
        line.Contains("\torigin=", StringComparison.Ordinal) ? string.Join('\t', line.Split('\t').Where(part => !part.StartsWith("origin=", StringComparison.Ordinal))) : line);

    private void Cut(string name, string rows)
    {
        TemporaryFolder.Run("ogr2ogr", _folder[name], Sample, "parcels", "-where", rows);
        TemporaryFolder.Run(
            "ogr2ogr", "-update", _folder[name], Sample, "buildings", "-where", rows,
            "-select", "building_id,parcel_id,storeys_above,storeys_below,floor_area_m2,year_built,structure,danger_grade,use,households,people");
    }

    private string Written(params string[] files)
    {
        var imported = LayerImport.Read(new ImportRequest([.. files.Select(file => _folder[file])]));
        var path = _folder[string.Concat(files.Select(Path.GetFileNameWithoutExtension)) + "-city.gpkg"];
        CityFile.Write(path, imported.Layers);
        return path;
    }

    private ImportedLayers Read(params string[] names) => Read(
        "layers: [" + string.Join(", ", names.Order().Select(name => $"{{ layer: parcels, file: {name}.geojson, id: parcel_id, fields: {{ land_use: name }} }}")) + "]", names);

    private ImportedLayers Read(string mapping, string[] names)
    {
        File.WriteAllText(_folder["map.yaml"], mapping);
        return LayerImport.Read(new ImportRequest([.. names.Select(name => _folder[name + ".geojson"])], _folder["map.yaml"]));
    }
}
