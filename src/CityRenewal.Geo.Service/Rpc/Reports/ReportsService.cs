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
    private const int LargestTemplate = 20_000_000;

    public override Task<HttpBody> WriteReport(V1.WriteReportRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        return Task.Run(() => WriteAsync(request, cancel), cancel);
    }

    public override async Task DownloadReport(V1.DownloadReportRequest request, IServerStreamWriter<HttpBody> stream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var asked = request.Report ?? throw new BadRequestException([new FieldProblem("report", "Say which report.")]);
        await FilePieces.SendAsync(await Task.Run(() => WriteAsync(asked, cancel), cancel), stream, cancel);
    }

    private async Task<HttpBody> WriteAsync(V1.WriteReportRequest request, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        if (request.Form == V1.ReportForm.Unspecified || !Enum.IsDefined(request.Form))
        {
            problems.Add(new FieldProblem("form", "Say what kind of file: REPORT_FORM_HTML, REPORT_FORM_DOCX or REPORT_FORM_XLSX."));
        }

        if (request.Template.Length > LargestTemplate)
        {
            problems.Add(new FieldProblem("template", $"It has {request.Template.Length:N0} bytes; give at most {LargestTemplate:N0}."));
        }

        if (request.Template.Length > 0 && request.Form == V1.ReportForm.Html)
        {
            problems.Add(new FieldProblem("template", "An HTML page has no template; leave it out, or ask for another form."));
        }

        var date = request.Date is null ? null : Dates.Of(request.Date, "date", problems);
        if (problems.Count > 0)
        {
            throw new BadRequestException(problems);
        }

        var plan = await plans.OpenAsync(request.Name, "name", null, cancel);
        if (request.IsPublic && !Disclosure.MayBePublic(plan.Work.City))
        {
            throw new StateException("NOT_PUBLIC", "A layer of the city is more than internal, so there is no public version: leave is_public out, or leave that layer out of the city.");
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
        return PlanReports.Write(
            PlanReports.ContentOf(plan, plan.Under(request.RulePack, request.Parameters), head, cancel), request.Form, request.Template, cancel);
    }
}
