using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Comparison;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Reopening;

/// <summary>Opens a version to be compared: a plan with what its file states, or boundaries, measured and judged now.</summary>
/// <param name="Work">The work on the city.</param>
/// <param name="Pack">The rules that boundaries are judged by; null judges them by none.</param>
/// <param name="Options">The year that ages count from.</param>
public sealed record ComparedVersions(CityWork Work, RulePack? Pack, ProposalOptions Options)
{
    /// <summary>A plan of a file, with the numbers and verdicts that it states, on the land of the city.</summary>
    /// <param name="path">The file; the version is called by its name.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="StoreException">The file is no plan.</exception>
    public ComparedPlan Plan(string path, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var plan = PlanAsWritten.Read(path);
        IReadOnlyList<string>[] parcels = [.. plan.Areas.Select((_, area) => (IReadOnlyList<string>)[.. plan.Parcels.Where((_, row) => plan.AreaOf[row] == area)])];
        Work.Facts(progress, cancel);
        var byId = plan.DataVersion == Work.City.DataVersion ? LandOnParcels.ById(Work, parcels) : null;
        var (byPlace, on) = byId is null ? LandOnParcels.ByPlace(Work, (plan.ParcelShapes, plan.Epsg), plan.AreaOf, cancel) : ([], []);
        var land = byId ?? byPlace;
        return new ComparedPlan(Path.GetFileName(path), [.. plan.Areas.Select((id, area) => new ComparedArea(id, area < land.Count ? land[area] : [])
        {
            Numbers = plan.Numbers[area], Verdicts = [.. plan.Verdicts[id]],
        })])
        {
            DataVersion = plan.DataVersion,
            Rules = plan.Rules,
            Outlines = LandOnParcels.OutlinesOf(Work.City, plan.Outlines, plan.Epsg),
            Descents = DescentsOf(plan, on),
        };
    }

    /// <summary>Boundaries from anyone, measured and judged now.</summary>
    /// <param name="path">The file that they came from; the version is called by its name.</param>
    /// <param name="outlines">The boundaries.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work.</param>
    public ComparedPlan Boundaries(string path, OutlineLayer outlines, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var given = new OutlinesUnderReview(outlines.Ids, outlines.Shapes, outlines.Epsg);
        var measures = CityOutlines.Of(Work, outlines.Shapes, outlines.Epsg, progress, cancel);
        var review = Pack is null ? null : BoundaryReview.Of(Work, Pack, given, Options, progress, cancel);
        var parcels = review is null ? SubmittedParcels.In(Work, given, cancel) : [.. review.Boundaries.Select(boundary => boundary.Parcels)];
        return new ComparedPlan(Path.GetFileName(path), [.. outlines.Ids.Select((id, i) => new ComparedArea(id, LandOnParcels.OfRows(Work, parcels[i]))
        {
            Numbers = [.. measures[i].All.Select(measure => KeyValuePair.Create(measure.Name.Wire, measure.Value.Value))],
            Verdicts = [.. review?.Boundaries[i].Findings.Select(VerdictOf) ?? []],
        })])
        {
            DataVersion = Work.City.DataVersion,
            Rules = Pack is null ? "" : $"{Pack.Id} {Pack.Hash}",
            Outlines = LandOnParcels.OutlinesOf(Work.City, outlines.Shapes, outlines.Epsg),
        };
    }

    private List<ParcelDescent> DescentsOf(PlanAsWritten plan, IReadOnlyList<IReadOnlyList<int>> on)
    {
        if (on.Count == 0)
        {
            return [];
        }

        var known = Enumerable.Range(0, Work.City.Parcels.Count).Select(row => Work.City.Parcels.Ids[row]).ToHashSet(StringComparer.Ordinal);
        return [.. plan.Parcels.Select((id, row) => new ParcelDescent(id, on[row])).Where(descent => !known.Contains(descent.Id)).OrderBy(descent => descent.Id, StringComparer.Ordinal)];
    }

    private static AreaVerdict VerdictOf(Finding finding) =>
        new(finding.Rule.Id, finding.Project ?? "", finding.Verdict.Wire() ?? "not_applicable", finding.Judgement.Measured.Value);
}
