using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Xml.Linq;
using CityRenewal.Geo.Service.V1;
using Google.Api;
using Google.Protobuf;
using Google.Type;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Reports of stored plans as files, over the wire and as JSON.</summary>
[Collection("service")]
public class ReportsTests(RunningService service)
{
    private V1.Reports.ReportsClient Reports => new(service.Channel);

    [Fact]
    public async Task A_report_is_a_whole_page_that_names_its_areas_its_office_and_its_day()
    {
        var plan = await service.ProposedAsync("judged");
        var file = await WriteAsync(plan, new ReportOptions { Form = ReportForm.Html, Title = "核对报告", Office = "规划编制中心", Date = new Date { Year = 2026, Month = 11, Day = 26 } });
        var page = file.Data.ToStringUtf8();

        Assert.Equal("text/html; charset=utf-8", file.ContentType);
        XDocument.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..]);
        Assert.All(plan.Areas, area => Assert.Contains(area.Id, page, StringComparison.Ordinal));
        Assert.All(new[] { "核对报告", "规划编制中心", "2026-11-26", "不替代法定审查" }, said => Assert.Contains(said, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReportForm.Docx, "word/document.xml")]
    [InlineData(ReportForm.Xlsx, "xl/workbook.xml")]
    public async Task Documents_of_offices_are_filled_from_the_sample_template(ReportForm form, string part)
    {
        var plan = await service.ProposedAsync("judged");
        var file = await WriteAsync(plan, new ReportOptions { Form = form });
        using var zip = new ZipArchive(new MemoryStream(file.Data.ToByteArray()));
        var text = string.Concat(zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(TextOf));

        Assert.NotNull(zip.GetEntry(part));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.Contains(plan.Areas[0].Id, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_version_names_no_parcel_and_no_building()
    {
        var plan = await service.ProposedAsync("judged");
        var page = (await WriteAsync(plan, new ReportOptions { Form = ReportForm.Html, IsPublic = true })).Data.ToStringUtf8();

        Assert.Contains("公开版", page, StringComparison.Ordinal);
        Assert.All(plan.Areas.SelectMany(area => area.Parcels), parcel => Assert.DoesNotContain($">{parcel}<", page, StringComparison.Ordinal));
        Assert.All(plan.Areas.SelectMany(area => area.Dispositions), building => Assert.DoesNotContain($">{building.Building}<", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_comes_in_pieces_and_as_json_and_is_the_same_file()
    {
        var plan = await service.ProposedAsync("judged");
        var options = new ReportOptions { Form = ReportForm.Html };
        var whole = await WriteAsync(plan, options);
        var pieces = new List<DownloadReportResponse>();
        using var call = Reports.DownloadReport(new DownloadReportRequest { Name = plan.Name, Report = options });
        await foreach (var piece in call.ResponseStream.ReadAllAsync())
        {
            pieces.Add(piece);
        }

        using var http = new HttpClient { BaseAddress = service.Json };
        var answer = await http.PostAsJsonAsync($"v1/{plan.Name}:writeReport", new { report = new { form = "REPORT_FORM_HTML" } });
        var lines = (await (await http.PostAsJsonAsync($"v1/{plan.Name}:downloadReport", new { report = new { form = "REPORT_FORM_HTML" } })).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(pieces.Count > 1);
        Assert.All(pieces, piece => Assert.InRange(piece.Data.Length, 1, 512 * 1024));
        Assert.Equal(whole.Data, ByteString.CopyFrom([.. pieces.SelectMany(piece => piece.Data)]));
        Assert.Equal(whole.ContentType, pieces[0].ContentType);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(whole.Data, ByteString.CopyFrom(await answer.Content.ReadAsByteArrayAsync()));
        Assert.Equal(pieces, lines.Select(DownloadReportResponse.Parser.ParseJson));
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once_and_a_template_that_is_none_is_refused()
    {
        var plan = await service.ProposedAsync("judged");
        var wrong = await Assert.ThrowsAsync<RpcException>(async () => await WriteAsync(plan, new ReportOptions { Date = new Date { Year = 2026, Month = 2, Day = 30 } }));
        var template = await Assert.ThrowsAsync<RpcException>(async () => await WriteAsync(plan, new ReportOptions { Form = ReportForm.Docx, Template = ByteString.CopyFromUtf8("no document") }));

        Assert.Equal(["report.form", "report.date"], wrong.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field));
        Assert.Equal(StatusCode.InvalidArgument, template.StatusCode);
        Assert.Contains("template", template.Status.Detail, StringComparison.Ordinal);
    }

    private async Task<HttpBody> WriteAsync(Plan plan, ReportOptions options) => await Reports.WriteReportAsync(new WriteReportRequest { Name = plan.Name, Report = options });

    private static string TextOf(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
