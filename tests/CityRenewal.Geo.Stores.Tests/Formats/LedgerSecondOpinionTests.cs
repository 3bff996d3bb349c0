using System.Globalization;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;
using CsCheck;
using CsvHelper;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Tables that other programs wrote are read as those programs meant them.</summary>
public sealed class LedgerSecondOpinionTests : IDisposable
{
    private static readonly Gen<string> Cell = Gen.Char["a1,;\t\n\"中 '"].Array[0, 8].Select(letters => "x" + new string(letters) + "z");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Quotes, delimiters and line breaks inside of cells come back whatever they are.
    [Fact]
    public void Any_table_that_is_written_as_CSV_is_read_back() => Cell.Array[3].Array[1, 20].Sample(rows =>
    {
        using var text = new StringWriter();
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                Array.ForEach(row, csv.WriteField);
                csv.NextRecord();
            }
        }

        var read = CsvText.Rows("a.csv", text.ToString(), ',', CancellationToken.None);
        return read.Count == rows.Length && read.Zip(rows).All(pair => pair.First.Cells.SequenceEqual(pair.Second));
    });

    // GDAL writes the workbook, with numbers as numbers and texts as texts; we read it, and GDAL's CSV of the same table.
    [Fact]
    public void A_workbook_of_another_program_holds_what_its_CSV_holds()
    {
        File.WriteAllText(
            _folder["source.csv"],
            "宗地代码,面积,权利人\n500106001024GB03000,100.25,张某\n500106001024GB03001,3,\"李某, 王某\"\n500106001024GB03002,-0.5,\n");
        TemporaryFolder.Run("ogr2ogr", "-f", "XLSX", _folder["l.xlsx"], _folder["source.csv"], "-oo", "AUTODETECT_TYPE=YES");
        var workbook = LedgerHeading.Read(new XlsxLedger(_folder["l.xlsx"]).Read(null, null, CancellationToken.None), null, "宗地代码");
        var csv = LedgerHeading.Read(new CsvLedger(_folder["source.csv"]).Read(null, null, CancellationToken.None), null, "宗地代码");

        Assert.Equal(csv.Fields, workbook.Fields);
        Assert.Equal(
            csv.Rows.Select(row => $"{row[0]}|{row[1]}|{row[2]}"),
            workbook.Rows.Select(row => $"{row[0]}|{row[1]}|{row[2]}"));
    }

    // The order of a ledger's rows decides nothing but which of two rows with one key counts.
    [Fact]
    public void The_order_of_rows_does_not_show_in_what_is_joined() =>
        Gen.Int[0, 50].Array[1, 40].Select(codes => codes.Distinct().ToArray()).Sample(codes =>
        {
            string[] layer = [.. Enumerable.Range(0, 30).Select(code => $"C{code}")];
            string[] ledger = [.. codes.Select(code => $"C{code}")];
            var one = LedgerMatch.ByCode(ledger, layer).RowOf.Select(row => row < 0 ? "" : ledger[row]);
            string[] turned = [.. ledger.Reverse()];
            var other = LedgerMatch.ByCode(turned, layer).RowOf.Select(row => row < 0 ? "" : turned[row]);
            return one.SequenceEqual(other) && one.Where(code => code.Length > 0).Order().SequenceEqual(ledger.Intersect(layer).Order());
        });
}
