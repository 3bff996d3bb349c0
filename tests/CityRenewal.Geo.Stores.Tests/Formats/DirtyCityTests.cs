using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>A city with planted defects, each named in a ledger.</summary>
public class DirtyCityTests
{
    // What the checks on delivered layers name; the others need the land fabric, where parcels are compared with each other.
    private static readonly string[] ComparedInTheFabric =
        ["overlap", "gap", "offset_mm", "unnoded_vertex", "shifted_building", "buffer_without_hole"];

    private static readonly Lazy<ImportedLayers> Imported = new(() =>
        LayerImport.Read(new ImportRequest([Path.Combine(TestData.Folder, "dirty", "city.gpkg")]) { BaselineYear = 2026 }));

    [Fact]
    public void Every_planted_defect_that_one_layer_shows_is_named_at_its_feature()
    {
        var found = Imported.Value.Defects.Select(defect => (defect.Layer, defect.Fid, defect.Code)).ToHashSet();

        var expected = Ledger().Where(planted => !ComparedInTheFabric.Contains(planted.Kind));
        Assert.Equal([], expected.Except(found));
    }

    // Recall per kind, so that a kind that is newly found or lost shows in this list.
    [Fact]
    public void The_kinds_named_are_these()
    {
        var found = Imported.Value.Defects.Select(defect => (defect.Layer, defect.Fid, defect.Code)).ToHashSet();
        var recall = Ledger().GroupBy(planted => planted.Kind)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Where(kind => kind.Any(planted => !found.Contains(planted)))
            .Select(kind => $"{kind.Key} {kind.Count(found.Contains)}/{kind.Count()}");

        Assert.Equal(
            ["buffer_without_hole 0/1", "gap 0/6", "offset_mm 0/12", "overlap 0/6", "shifted_building 0/12", "unnoded_vertex 0/12"], recall);
    }

    // What is named beside the ledger follows from it: the other parcel of a doubled id, and buildings on the parcel whose id was changed.
    [Fact]
    public void Little_is_named_that_was_not_planted()
    {
        var planted = Ledger().Select(defect => (defect.Layer, defect.Fid)).ToHashSet();
        var beside = Imported.Value.Defects.Where(defect => !planted.Contains((defect.Layer, defect.Fid)))
            .GroupBy(defect => defect.Code)
            .ToDictionary(code => code.Key, code => code.Count());

        // A building that was moved on purpose lies on others, which are not to blame.
        Assert.Equal(["dangling_parcel_ref", "duplicate_id", "stacked_footprints"], beside.Keys.Order(StringComparer.Ordinal));
        Assert.True(beside.Values.Sum() <= 10, string.Join(", ", beside));
    }

    [Fact]
    public void What_reading_finds_bears_the_id_of_its_feature() =>
        Assert.Equal(["1713", "1994", "843"], Imported.Value.Defects.Where(defect => defect.Code == "empty_geometry").Select(defect => defect.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_defect_is_told_once() =>
        Assert.Equal(3, Imported.Value.Defects.Count(defect => defect.Code is "zero_area" or "too_few_vertices" && defect.Fid != 1434));

    [Fact]
    public void Every_defect_says_what_to_do() =>
        Assert.All(Imported.Value.Defects, defect => Assert.True(defect.Message.Length > 0 && defect.Remedy.Length > 0));

    private static List<(string Layer, long Fid, string Kind)> Ledger() =>
    [
        .. File.ReadLines(Path.Combine(TestData.Folder, "dirty", "ledger.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (cells[0], long.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), cells[3])),
    ];
}
