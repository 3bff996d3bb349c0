using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Reports;

/// <summary>`renewal report`: what it writes, and what it says where it cannot.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReportCommandTests() => File.Copy(Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg"), _folder["city.gpkg"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plan_becomes_a_page_a_document_and_a_workbook_under_the_rules_that_it_was_made_under()
    {
        Renewal.Run("propose", _folder["city.gpkg"], "--rules", "chongqing-2025", "-o", _folder["plan.gpkg"], "--area-maps", "0");

        var ending = Report(
            "plan.gpkg", "--date", "2026-11-26", "--docx", _folder["report.docx"], "--template", Sample("report.docx"),
            "--xlsx", _folder["report.xlsx"], "--xlsx-template", Sample("report.xlsx"));

        Assert.Equal(1, ending.Code);
        Assert.Contains("辅助核对结果,不替代法定审查", ending.Output);
        Assert.Contains("chongqing-2025", File.ReadAllText(_folder["report.html"]));
        Assert.Contains("A001", OfficeFiles.Part(File.ReadAllBytes(_folder["report.docx"]), "word/document.xml"));
        Assert.Contains("A001", OfficeFiles.Part(File.ReadAllBytes(_folder["report.xlsx"]), "xl/worksheets/sheet1.xml"));
    }

    [Fact]
    public void Boundaries_without_rules_are_refused_with_what_to_do()
    {
        File.WriteAllText(_folder["areas.geojson"], """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"one"},"geometry":{"type":"Polygon","coordinates":
            [[[106.0,29.0],[106.01,29.0],[106.01,29.01],[106.0,29.01],[106.0,29.0]]]}}]}
            """);

        var ending = Report("areas.geojson", "--crs", "4490");

        Assert.Equal(2, ending.Code);
        Assert.Contains("--rules: name a rule pack", ending.Error);
        Assert.False(File.Exists(_folder["report.html"]));
    }

    [Fact]
    public void All_that_is_wrong_with_the_options_is_told_before_the_work()
    {
        var ending = Report("plan.gpkg", "--docx", _folder["a.docx"], "--xlsx-template", _folder["none.xlsx"]);

        Assert.Equal(2, ending.Code);
        Assert.Contains("name its template with --template", ending.Error);
        Assert.Contains("name the file to write with --xlsx", ending.Error);
        Assert.Equal(2, Report("plan.gpkg", "--date", "26/11/2026").Code);
    }

    private Renewal.Ending Report(string areas, params string[] arguments) =>
        Renewal.Run(["report", _folder["city.gpkg"], _folder[areas], "-o", _folder["report.html"], .. arguments]);

    private static string Sample(string name) => Path.Combine(Renewal.Checkout, "data", "templates", name);
}
