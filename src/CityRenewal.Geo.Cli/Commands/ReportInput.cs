using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reports.Content;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>What a report is made of: a plan that meets its city and rules again, or boundaries that are judged now.</summary>
/// <param name="City">The city.</param>
/// <param name="Head">The first page.</param>
/// <param name="Progress">Told how far the work is.</param>
/// <param name="Cancel">Ends the work.</param>
internal sealed record ReportInput(CityWork City, ReportHead Head, IProgress<WorkProgress> Progress, CancellationToken Cancel)
{
    /// <summary>The report of a plan file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">Rule pack that is named instead of the plan's own, or null.</param>
    /// <param name="settings">Numbers that are set instead of those of the pack.</param>
    public ReportContent OfPlan(string path, string? rules, IReadOnlyDictionary<string, double> settings)
    {
        Require();
        var stored = PlanFile.Read(path);
        var under = Reopened.Under(stored).With(rules, settings, null);
        var session = Reopened.Session(stored, City, under, Progress, Cancel);
        Progress.Report(new WorkProgress("Measuring the areas", 0));
        var (measured, work) = PlanEditing.Measure(session, Cancel);
        return ReportContent.Of(measured, work, Head);
    }

    /// <summary>The report of boundaries.</summary>
    /// <param name="outlines">The boundaries as they were read.</param>
    /// <param name="pack">The rules.</param>
    /// <param name="options">The year that ages count from.</param>
    /// <param name="declared">What is stated of them.</param>
    public ReportContent OfBoundaries(OutlineLayer outlines, RulePack pack, ProposalOptions options, AreaDeclaration declared)
    {
        Require();
        var ground = ReviewGround.Of(City, pack, options, Progress, Cancel);
        var under = new OutlinesUnderReview(outlines.Ids, outlines.Shapes, outlines.Epsg) { Declared = declared };
        return ReportContent.Of(BoundaryReview.Of(ground, under, Progress, Cancel), ground, Head, Cancel);
    }

    private void Require()
    {
        if (Head.IsPublic && !Disclosure.MayBePublic(City.City))
        {
            throw new InputException(
                $"--public: a layer of the city is {City.City.Classification.Chinese()} ({City.City.Classification.Wire()}); leave --public out, or leave that layer out of the city");
        }
    }
}
