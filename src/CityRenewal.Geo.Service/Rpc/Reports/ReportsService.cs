using System.Globalization;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using Google.Api;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Reports;

/// <summary>Writes reports of stored plans.</summary>
internal sealed class ReportsService(StoredPlans plans) : V1.Reports.ReportsBase
{
    private const int LargestTemplate = 20_000_000, LongestText = 1_000;

    public override Task<HttpBody> WriteReport(V1.WriteReportRequest request, ServerCallContext context) =>
        WriteAsync(request.Name, request.Report ?? new V1.ReportOptions(), context.CancellationToken);

    public override async Task DownloadReport(
        V1.DownloadReportRequest request, IServerStreamWriter<V1.DownloadReportResponse> responseStream, ServerCallContext context)
    {
        var file = await WriteAsync(request.Name, request.Report ?? new V1.ReportOptions(), context.CancellationToken);
        foreach (var (i, piece) in FilePieces.Of(file.Data).Index())
        {
            await responseStream.WriteAsync(new V1.DownloadReportResponse { Data = piece, ContentType = i == 0 ? file.ContentType : "" }, context.CancellationToken);
        }
    }

    private async Task<HttpBody> WriteAsync(string name, V1.ReportOptions request, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        if (request.Form == V1.ReportForm.Unspecified || !Enum.IsDefined(request.Form))
        {
            problems.Add(new FieldProblem("report.form", "Say what kind of file: REPORT_FORM_HTML, REPORT_FORM_DOCX or REPORT_FORM_XLSX."));
        }

        if (request.Template.Length > LargestTemplate)
        {
            problems.Add(new FieldProblem("report.template", $"It has {request.Template.Length:N0} bytes; give at most {LargestTemplate:N0}."));
        }

        if (request.Template.Length > 0 && request.Form == V1.ReportForm.Html)
        {
            problems.Add(new FieldProblem("report.template", "An HTML page has no template; leave it out, or ask for another form."));
        }

        foreach (var (field, text) in new[] { ("report.title", request.Title), ("report.office", request.Office) })
        {
            if (text.Length > LongestText)
            {
                problems.Add(new FieldProblem(field, $"It has {text.Length:N0} characters; give at most {LongestText:N0}."));
            }
        }

        var date = request.Date is null ? null : Dates.Of(request.Date, "report.date", problems);
        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }

        var plan = await plans.OpenAsync(name, "name", null, cancel);
        if (request.IsPublic && !Disclosure.MayBePublic(plan.Work.City))
        {
            throw new StateException(
                "NOT_PUBLIC", "A layer of the city is more than internal, so there is no public version: leave is_public out, or that layer out of the city.");
        }

        var head = new ReportHead
        {
            Date = date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            Title = request.Title,
            Office = request.Office,
            IsPublic = request.IsPublic,
            Source = plan.Name,
            Engine = ReportHead.ThisEngine,
        };
        var under = plan.Under(request.RulePack, request.Parameters);
        return await Task.Run(() => PlanReports.Write(PlanReports.ContentOf(plan, under, head, cancel), request.Form, request.Template, cancel), cancel);
    }
}
