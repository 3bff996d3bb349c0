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
        return Of(ReviewGround.Of(work, pack, options, progress, cancel), outlines, progress, cancel);
    }

    /// <summary>The same on a city that is ready for it: for many reviews in a row.</summary>
    /// <param name="ground">The city with the rules made ready for it.</param>
    /// <param name="outlines">Ids and polygons in original coordinates.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static BoundaryReview Of(
        ReviewGround ground, OutlinesUnderReview outlines, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var (city, facts, threads) = (ground.Book.Ground.City, ground.Book.Ground.Facts, ground.Threads);
        var transform = PlaneTransform.Between(outlines.Epsg, city.Plane);
        PolygonColumns[] shapes = [.. Enumerable.Range(0, outlines.Shapes.Count).Select(i => OutlineColumns.Of(outlines.Shapes, [i], transform))];
        var all = OutlineColumns.Of(outlines.Shapes, [.. Enumerable.Range(0, shapes.Length)], transform);
        var parcels = CityOutlines.ParcelsInEach(city, facts, all, threads, cancel);
        var declared = outlines.Declared with { ReferenceYear = ground.ReferenceYear };
        progress?.Report(new WorkProgress("judging the boundaries", 0));
        var reviewed = new ReviewedBoundary[shapes.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : -1, CancellationToken = cancel };
        Parallel.For(0, shapes.Length, parallel, i =>
        {
            var stock = AreaStock.Of(city, facts, new AreaLand(parcels[i], shapes[i]), declared);
            reviewed[i] = Judged(ground.Book, new AreaUnderReview(outlines.Ids[i], stock, ground.Around));
        });
        return new BoundaryReview(ground.Book.Ground.Pack, reviewed);
    }

    private static ReviewedBoundary Judged(RuleBook book, AreaUnderReview area)
    {
        var findings = book.Check(area);
        return new ReviewedBoundary(
            area.Id,
            area.Stock.Land.Parcels,
            area.Stock.Land.Parcels.Count > 0 ? findings : [.. findings.Select(finding => finding with { Judgement = Judgement.Unknown(NoParcel) })])
        {
            Stock = area.Stock,
        };
    }
}
