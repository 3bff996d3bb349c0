using System.IO.Compression;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Excel ledgers as people keep them: titles, merged headings in three rows, numbers as text, dates, formulas, totals.</summary>
public sealed class XlsxLedgerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // 某区台账 over the whole width; 宗地代码 merged over three rows; 权属 over 权利人 and 面积, and 面积 over its two units.
    [Fact]
    public void Three_rows_of_merged_headings_become_names_joined_with_a_slash()
    {
        TestWorkbook.Write(
            _folder["台账.xlsx"],
            [
                ["某区宗地台账"],
                ["宗地代码", "权属", null, null, "登记\n时间"],
                [null, "权利人", "面积", null, null],
                [null, null, "平方米", "亩", null],
                ["A1", "张某", 100.5, "0.15", new DateTime(1998, 7, 1)],
                ["A2", "李某", " １２０ ", null, new DateTime(2003, 12, 31)],
                [],
                ["合 计", null, 220.5],
            ],
            "A1:E1", "A2:A4", "B2:D2", "B3:B4", "C3:D3", "E2:E4");
        var ledger = Ledger(key: "宗地代码");

        Assert.Equal(["宗地代码", "权属/权利人", "权属/面积/平方米", "权属/面积/亩", "登记时间"], ledger.Fields);
        Assert.Equal(["A1|张某|100.5|0.15|1998-07-01", "A2|李某|１２０||2003-12-31"], ledger.Rows.Select(row => string.Join('|', Enumerable.Range(0, 5).Select(column => row[column]))));
        Assert.Contains("headings are in row 2, 3, 4", ledger.Notes);
        Assert.Contains("row 8 is a total (合 计) and left out", ledger.Notes);
        Assert.Equal(ledger.Fields, Ledger(key: null).Fields);
    }

    [Fact]
    public void A_merged_value_stands_in_every_row_that_it_covers()
    {
        TestWorkbook.Write(_folder["台账.xlsx"], [["code", "street"], ["A1", "老街"], ["A2"], ["A3", "新街"]], "B2:B3");

        Assert.Equal(["老街", "老街", "新街"], Ledger("code").Rows.Select(row => row[1]));
    }

    [Fact]
    public void Formulas_count_with_their_stored_value_and_those_without_one_are_said()
    {
        TestWorkbook.Write(
            _folder["台账.xlsx"],
            [["code", "area"], ["A1", new TestWorkbook.Formula("1+1", "2")], ["A2", new TestWorkbook.Formula("B2", "2.0999999999999996")], ["A3", new TestWorkbook.Formula("B3", null)]]);
        var ledger = Ledger("code");

        Assert.Equal(["2", "2.1", ""], ledger.Rows.Select(row => row[1]));
        Assert.Contains(ledger.Notes, note => note.StartsWith("1 formulas have no stored value", StringComparison.Ordinal));
    }

    [Fact]
    public void The_numbers_that_a_form_gives_its_columns_are_no_row()
    {
        TestWorkbook.Write(_folder["台账.xlsx"], [["宗地代码", "权利人", "用途"], [1, 2, 3], ["A1", "张某", "R2"]]);

        Assert.Equal("A1", Assert.Single(Ledger("宗地代码").Rows)[0]);
    }

    [Fact]
    public void A_workbook_is_joined_through_a_mapping_with_units_and_words()
    {
        TownLayer.Write(_folder["parcels.geojson"], ("A1", ""), ("A2", ""));
        TestWorkbook.Write(_folder["台账.xlsx"], "宗地", [["代码", "面积（亩）"], ["a1", "0.15"], ["A2", 3]]);
        File.WriteAllText(
            _folder["map.yaml"],
            "- layer: parcels\n  file: parcels.geojson\n  id: parcel_id\n  fields: { declared_area_m2: 面积（亩） }\n  units: { declared_area_m2: mu }\n"
            + "  ledgers:\n  - { file: 台账.xlsx, sheet: 宗地, header_rows: 1, key: { 代码: parcel_id } }\n");
        var imported = LayerImport.Read(new ImportRequest([_folder["parcels.geojson"], _folder["台账.xlsx"]], _folder["map.yaml"]));
        var areas = ((RealSource)imported.Layers[0].Column("declared_area_m2")!).Values;

        Assert.Equal(100, areas[0], tolerance: 1e-9);
        Assert.Equal(2000, areas[1], tolerance: 1e-9);
    }

    [Fact]
    public void A_workbook_that_is_cut_short_old_or_empty_is_refused_in_our_words()
    {
        TestWorkbook.Write(_folder["台账.xlsx"], [["code"], ["A1"]]);
        var whole = File.ReadAllBytes(_folder["台账.xlsx"]);
        File.WriteAllBytes(_folder["台账.xlsx"], whole[..(whole.Length / 2)]);
        Assert.Contains("it is not a whole zip file", Refused(), StringComparison.Ordinal);

        File.WriteAllBytes(_folder["台账.xlsx"], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        Assert.Contains("an old .xls under a new name, or protected by a password", Refused(), StringComparison.Ordinal);

        TestWorkbook.Write(_folder["台账.xlsx"], []);
        Assert.Contains("no sheet of it holds anything", Refused(), StringComparison.Ordinal);

        Bomb();
        Assert.Contains("nothing was unpacked", Refused(), StringComparison.Ordinal);
    }

    // A few cells at the far corner and merges over everything must not fill the memory.
    [Fact]
    public void Merges_over_a_million_rows_cost_nothing()
    {
        TestWorkbook.Write(_folder["台账.xlsx"], [["code", "use"], ["A1", "R2"]], "B2:XFD1048576", "nonsense", "ZZZZZ9:A1");

        Assert.Equal("R2", Assert.Single(Ledger("code").Rows)[1]);
    }

    private void Bomb()
    {
        File.Delete(_folder["台账.xlsx"]);
        using var zip = ZipFile.Open(_folder["台账.xlsx"], ZipArchiveMode.Create);
        using var stream = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
        var blanks = new byte[1_000_000];
        for (var i = 0; i < 150; i++)
        {
            stream.Write(blanks);
        }
    }

    private AttributeLedger Ledger(string? key) =>
        LedgerHeading.Read(new XlsxLedger(_folder["台账.xlsx"]).Read(sheet: null, encoding: null, CancellationToken.None), given: null, key);

    private string Refused() => Assert.Throws<StoreException>(() => Ledger(key: null)).Message;
}
