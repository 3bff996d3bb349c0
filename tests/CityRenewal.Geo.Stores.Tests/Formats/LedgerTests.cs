using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Ledgers without shapes, joined to a layer by code.</summary>
public sealed class LedgerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // One table in every encoding and with every delimiter is one table.
    [Theory]
    [InlineData("utf-8", false, ',', "UTF-8: every byte fits UTF-8; columns are separated by commas")]
    [InlineData("utf-8", true, ';', "UTF-8: it begins with the mark of UTF-8; columns are separated by semicolons")]
    [InlineData("utf-16", true, '\t', "UTF-16: it begins with the mark of UTF-16; columns are separated by tabs")]
    [InlineData("GB18030", false, ',', "GB18030: it is not UTF-8; columns are separated by commas")]
    public void A_CSV_is_read_in_any_encoding_and_with_any_delimiter(string encoding, bool mark, char delimiter, string words)
    {
        Town();
        var text = "宗地代码,用途,备注\nA1,住宅,\"甲,乙;丙\n丁\"\nA2,商业,\n".Replace(",用途,", $"{delimiter}用途{delimiter}")
            .Replace("A1,住宅,", $"A1{delimiter}住宅{delimiter}").Replace("A2,商业,", $"A2{delimiter}商业{delimiter}");
        var used = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        File.WriteAllBytes(_folder["台账.csv"], [.. mark ? used.GetPreamble() : [], .. used.GetBytes(text)]);
        var imported = Import("台账.csv", "{ file: 台账.csv, key: { 宗地代码: parcel_id } }", "land_use: 用途");

        Assert.Equal(["住宅", "商业", ""], Texts(imported, "land_use"));
        Assert.Contains(Notes(imported), note => note.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Codes_are_the_same_whatever_their_width_case_and_blanks()
    {
        Town();
        File.WriteAllText(_folder["l.csv"], "code,use\n \uFF21\uFF11 ,R2\na2,B1\n=\"A3\",M1\n");

        Assert.Equal(["R2", "B1", "M1"], Texts(Import("l.csv", "{ file: l.csv, key: { code: parcel_id } }", "land_use: use"), "land_use"));
    }

    [Fact]
    public void What_finds_no_partner_is_listed_in_both_directions_and_of_a_repeated_key_the_first_counts()
    {
        Town();
        File.WriteAllText(_folder["l.csv"], "code,use\nA1,R2\nA1,B1\nX9,M1\n,G1\n");
        var imported = Import("l.csv", "{ file: l.csv, key: { code: parcel_id } }", "land_use: use");

        Assert.Equal(["R2", "", ""], Texts(imported, "land_use"));
        Assert.Contains("1 of 4 rows by code = parcel_id: row 4", Defect(imported, "ledger_row_without_feature"), StringComparison.Ordinal);
        Assert.Contains("1 rows repeat the key of an earlier one: row 3", Defect(imported, "ledger_key_repeated"), StringComparison.Ordinal);
        Assert.Contains("2 of 3 features by code = parcel_id: A2, A3", Defect(imported, "feature_without_ledger_row"), StringComparison.Ordinal);
        Assert.Contains(Notes(imported), note => note.Contains("1 rows have no key and were left out: row 5", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_mapping_a_ledger_goes_to_the_layer_whose_ids_it_holds_and_the_report_says_so()
    {
        Town();
        File.WriteAllText(_folder["l.csv"], "no,code,land_use\n1,A1,R2\n2,A2,B1\n3,A3,M1\n");
        var imported = LayerImport.Read(new ImportRequest([_folder["parcels.geojson"], _folder["l.csv"]]));

        Assert.Equal(["R2", "B1", "M1"], Texts(imported, "land_use"));
        Assert.Contains(Notes(imported), note => note.Contains("joined to its 3 rows by code = the id (no mapping names this ledger)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_ledger_that_belongs_to_no_layer_or_to_two_is_asked_about()
    {
        Town();
        TownLayer.Write(_folder["plots.geojson"], ("A1", ""), ("A2", ""));
        File.WriteAllText(_folder["map.yaml"], "- { layer: parcels, file: parcels.geojson, id: parcel_id }\n- { layer: detailed_plots, file: plots.geojson, id: parcel_id }\n");
        File.WriteAllText(_folder["none.csv"], "code,use\nQ1,R2\nQ2,B1\n");
        File.WriteAllText(_folder["two.csv"], "code,use\nA1,R2\nA2,B1\n");
        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest(
            [_folder["parcels.geojson"], _folder["plots.geojson"], _folder["none.csv"], _folder["two.csv"]], _folder["map.yaml"])));

        Assert.Contains("none.csv: no column of it holds the ids of a given layer; its fields are code, use.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("two.csv: it holds ids of 2 layers: parcels.geojson/parcels, plots.geojson/plots.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_that_is_wrong_about_ledgers_is_told_all_of_it_by_line()
    {
        File.WriteAllText(_folder["map.yaml"], "- layer: parcels\n  file: p.shp\n  ledgers:\n  - { sheet: x }\n  - { file: a.csv, key: { a: b }, name: { a: b } }\n  - { file: a.csv, key: { a: b }, confirmed: m.csv, header_rows: 99 }\n");
        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest(["p.shp"], _folder["map.yaml"])));

        Assert.Contains("line 4: the ledger has no `file`", refused.Message, StringComparison.Ordinal);
        Assert.Contains("line 5: a ledger is joined by `key` or by `name`, one of the two", refused.Message, StringComparison.Ordinal);
        Assert.Contains("line 6: a match list belongs to a join by `name`", refused.Message, StringComparison.Ordinal);
        Assert.Contains("line 6: '99' heading rows; give 1 to 20", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_neither_has_is_named_with_those_that_are_there()
    {
        Town();
        File.WriteAllText(_folder["l.csv"], "code,use\nA1,R2\n");
        var noField = Assert.Throws<StoreException>(() => Import("l.csv", "{ file: l.csv, key: { 代码: parcel_id } }", "land_use: use"));
        var noLayerField = Assert.Throws<StoreException>(() => Import("l.csv", "{ file: l.csv, key: { code: ZDDM } }", "land_use: use"));

        Assert.Contains("l.csv, mapping line 6: it has no field '代码'. It has code, use", noField.Message, StringComparison.Ordinal);
        Assert.Contains("layer parcels has no field 'ZDDM' to join l.csv by. It has parcel_id, name.", noLayerField.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("  \n \n", "it is empty")]
    [InlineData("code,use\nA1,\"R2\nA2,B1\n", "no column of it holds")]
    [InlineData("code,use\nA1,R\0\n", "it holds zero bytes")]
    public void A_CSV_that_is_none_is_refused_in_our_words(string text, string words)
    {
        Town();
        File.WriteAllText(_folder["l.csv"], text);
        var refused = Assert.ThrowsAny<StoreException>(() => LayerImport.Read(new ImportRequest([_folder["parcels.geojson"], _folder["l.csv"]])));

        Assert.True(refused.Message.Contains(words, StringComparison.Ordinal) || refused.Message.Contains("quote", StringComparison.Ordinal), refused.Message);
    }

    private void Town() => TownLayer.Write(_folder["parcels.geojson"], ("A1", "春晖花园1号楼"), ("A2", "春晖花园2号楼"), ("A3", "老街三巷"));

    private ImportedLayers Import(string ledger, string join, string field)
    {
        File.WriteAllText(_folder["map.yaml"], $"- layer: parcels\n  file: parcels.geojson\n  id: parcel_id\n  fields: {{ {field} }}\n  ledgers:\n  - {join}\n");
        return LayerImport.Read(new ImportRequest([_folder["parcels.geojson"], _folder[ledger]], _folder["map.yaml"]));
    }

    private static IReadOnlyList<string> Notes(ImportedLayers imported) => imported.Report.Sources[0].Notes;

    private static IEnumerable<string> Texts(ImportedLayers imported, string column) =>
        Enumerable.Range(0, imported.Layers[0].Shapes.Count).Select(imported.Layers[0].Column(column)!.TextOf);

    private static string Defect(ImportedLayers imported, string code) => Assert.Single(imported.Defects, defect => defect.Code == code).Message;
}
