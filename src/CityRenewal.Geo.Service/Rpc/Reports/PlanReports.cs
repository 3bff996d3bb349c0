using System.Text;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Reports.Html;
using CityRenewal.Geo.Reports.Office;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using Google.Api;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc.Reports;

/// <summary>Reports of stored plans as files.</summary>
internal static class PlanReports
{
    /// <summary>What the report of a plan says, once the plan has met its city and rules again.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="under">The options and rules in force.</param>
    /// <param name="head">The first page.</param>
    /// <param name="cancel">Ends the work.</param>
    public static ReportContent ContentOf(
        ReopenedPlan plan, (Areas.ProposalOptions Options, RulePack? Rules) under, ReportHead head, CancellationToken cancel)
    {
        var (measured, work) = PlanEditing.Measure(plan.Session(under, null, cancel), cancel);
        return ReportContent.Of(measured, work, head);
    }

    /// <summary>A report as an HTML page.</summary>
    public static byte[] HtmlOf(ReportContent content, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" })
        {
            HtmlReport.Write(content, writer, threads: 0, cancel);
        }

        return bytes.ToArray();
    }

    /// <summary>A report as a file.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="form">What kind of file.</param>
    /// <param name="template">Template of the office; empty takes the sample.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="BadRequestException">The template cannot be filled; lists everything that is wrong with it.</exception>
    public static HttpBody Write(ReportContent content, V1.ReportForm form, ByteString template, CancellationToken cancel) => form switch
    {
        V1.ReportForm.Html => Body(MediaTypes.Html, HtmlOf(content, cancel)),
        V1.ReportForm.Docx => Body(MediaTypes.Docx, Filled(DocxTemplate.Fill(template.Length > 0 ? template.ToByteArray() : SampleTemplates.Docx(), ReportFields.Of(content)))),
        _ => Body(MediaTypes.Xlsx, Filled(XlsxTemplate.Fill(template.Length > 0 ? template.ToByteArray() : SampleTemplates.Xlsx(), ReportFields.Of(content)))),
    };

    private static byte[] Filled(FilledTemplate filled) => filled.Problems.Count == 0
        ? filled.Bytes
        : throw new BadRequestException([.. filled.Problems.Select(problem => new FieldProblem("report.template", problem))]);

    private static HttpBody Body(string type, byte[] bytes) => new() { ContentType = type, Data = UnsafeByteOperations.UnsafeWrap(bytes) };
}
