using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Service.Dossiers;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Rpc.Reports;
using CityRenewal.Geo.Stores.Dossiers;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc.Dossiers;

/// <summary>Dossiers of stored plans as files.</summary>
internal sealed class PlanDossiers(StoredPlans plans)
{
    /// <summary>The dossier of a plan, with its summary.</summary>
    public async Task<(ByteString Zip, V1.DossierSummary Summary)> WriteAsync(string name, V1.DossierOptions request, CancellationToken cancel)
    {
        var plan = await plans.OpenAsync(name, "name", null, cancel);
        var (named, set) = plan.Named(request.RulePack, request.Parameters);
        var (pack, numbers) = plan.Made().Named(named, set);
        var rules = new DossierRules(pack, numbers);
        return await Task.Run(() => Write(plan, rules, request, cancel), cancel);
    }

    private static (ByteString Zip, V1.DossierSummary Summary) Write(ReopenedPlan plan, DossierRules rules, V1.DossierOptions request, CancellationToken cancel)
    {
        var desk = new DossierDesk(plan.Work, null, cancel) { Tell = plan.Hear };
        var subject = plan.City.ReadPlan(plan.Known.Id, path => DossierSubject.OfPlan(path, rules, desk));
        IReadOnlyList<DossierPart> parts =
        [
            subject.Input, .. subject.Documents, .. rules.Files, .. request.WithReport ? [ReportOf(plan, subject, cancel)] : Array.Empty<DossierPart>(),
        ];
        using var zip = new MemoryStream();
        var hash = Dossier.Write(zip, DossierSaid.Of(subject, rules, AreaDeclaration.None, plan.Work), parts, request.HashesOnly);
        return (UnsafeByteOperations.UnsafeWrap(zip.ToArray()), SummaryOf(subject, parts, hash, plan.Warnings));
    }

    private static DossierPart ReportOf(ReopenedPlan plan, DossierSubject subject, CancellationToken cancel)
    {
        var head = new ReportHead { Source = plan.Name, Engine = ReportHead.ThisEngine };
        var content = PlanReports.ContentOf(plan, (subject.Options, subject.Pack), head, cancel);
        return new DossierPart(Service.Dossiers.DossierVerification.ReportStem + ".html", PlanReports.HtmlOf(content, cancel));
    }

    private static V1.DossierSummary SummaryOf(DossierSubject subject, IReadOnlyList<DossierPart> parts, string hash, IReadOnlyList<string> warnings)
    {
        var summary = new V1.DossierSummary { ManifestSha256 = hash, Areas = subject.Areas, OpenFindings = subject.OpenFindings };
        summary.Files.AddRange(parts.OrderBy(part => part.Name, StringComparer.Ordinal)
            .Select(part => new V1.DossierFile { Name = part.Name, Bytes = part.Bytes.Length, Sha256 = Dossier.HashOf(part.Bytes) }));
        summary.Warnings.AddRange(warnings);
        return summary;
    }
}
