using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Boundaries from anyone, judged by a rule pack on a city: a parcel belongs to a boundary when most of its area lies in it.
/// Nothing is proposed for the buildings, so every rule that asks what is demolished is unknown, not kept.
/// </summary>
public sealed class BoundaryReview
{
    // Nothing keeps every rule: an empty boundary must not look like a good one.
    private static readonly WhyNot NoParcel = new(
        "no_parcel", "No parcel of the city lies in this boundary: check its place and its reference system.",
        "边界内没有本市地块：请核对其位置与坐标系。");

    private BoundaryReview(RulePack pack, IReadOnlyList<ReviewedBoundary> boundaries) => (Pack, Boundaries) = (pack, boundaries);

    /// <summary>The rules.</summary>
    public RulePack Pack { get; }

    /// <summary>The boundaries, in the order given.</summary>
    public IReadOnlyList<ReviewedBoundary> Boundaries { get; }

    /// <summary>Whether a reader must look at a finding: one that does not pass and is applicable.</summary>
    public bool HasOpenFindings => Boundaries.Any(boundary => boundary.Findings.Any(finding => finding.IsOpen));

    /// <summary>Reviews boundaries that may come in another reference system than the city's layers.</summary>
    /// <param name="work">The work on the city.</param>
    /// <param name="pack">The rules.</param>
    /// <param name="outlines">Ids and polygons in original coordinates.</param>
    /// <param name="options">Street width, tolerance and the year that ages count from.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="ProposalOptionsException">A year is impossible, or is needed and nobody states one.</exception>
    public static BoundaryReview Of(
        CityWork work, RulePack pack, OutlinesUnderReview outlines, ProposalOptions options,
        IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        ProposalOptionChecks.Require(options);
        var facts = work.Facts(progress, cancel);
        options = work.WithTolerances(options, progress, cancel);
        var year = Delineation.ReferenceYears.Of(work.City, options);
        progress?.Report(new WorkProgress("need", 0));
        var book = RuleBook.Of(pack, (work.City, facts), options, year, cancel);
        var graph = work.Graph(new Contiguity.GraphOptions(options.StreetWidth, options.MinimumContact), progress, cancel);
        var around = Surroundings.Of(work.City, work.Fabric(progress, cancel), graph, options.StreetWidth);
        var transform = PlaneTransform.Between(outlines.Epsg, work.City.Plane);
        var reviewed = new List<ReviewedBoundary>();
        for (var i = 0; i < outlines.Shapes.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new WorkProgress("judging the boundaries", (double)i / outlines.Shapes.Count));
            var stock = StockOf(work, outlines, i, options, transform);
            var findings = book.Check(new AreaUnderReview(outlines.Ids[i], stock, around));
            if (stock.Land.Parcels.Count == 0)
            {
                findings = [.. findings.Select(finding => finding with { Judgement = Judgement.Unknown(NoParcel) })];
            }

            reviewed.Add(new ReviewedBoundary(outlines.Ids[i], stock.Land.Parcels, findings));
        }

        return new BoundaryReview(pack, reviewed);
    }

    private static AreaStock StockOf(
        CityWork work, OutlinesUnderReview outlines, int i, ProposalOptions options, PlaneTransform transform)
    {
        var outline = OutlineColumns.Of(outlines.Shapes, [i], transform);
        var facts = work.Facts();
        var parcels = CityOutlines.ParcelsIn(work.City, facts, outline, work.Threads);
        return AreaStock.Of(work.City, facts, new AreaLand(parcels, outline), new AreaDeclaration { ReferenceYear = options.ReferenceYear });
    }
}
