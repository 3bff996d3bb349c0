using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Boundaries from anyone, judged by a rule pack on a city: a parcel belongs to a boundary when most of its area lies in it.
/// Where nothing is proposed for the buildings, every rule that asks what is demolished is unknown, not kept. A project keeps
/// the rules of projects by itself: no slack is borrowed between it and its area.
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

    /// <summary>What is wrong between them: areas that overlap, projects that overlap or lie outside their area.</summary>
    public IReadOnlyList<BoundaryNote> Notes { get; private init; } = [];

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
        var transform = PlaneTransform.Between(outlines.Epsg, ground.Book.Ground.City.Plane);
        PolygonColumns[] shapes = [.. Enumerable.Range(0, outlines.Shapes.Count).Select(i => OutlineColumns.Of(outlines.Shapes, [i], transform))];
        return Of(ground, (outlines, shapes), progress, cancel);
    }

    /// <summary>The same with the polygons on the city's grid, one feature each; those of the outlines are not looked at.</summary>
    internal static BoundaryReview Of(
        ReviewGround ground, (OutlinesUnderReview Told, PolygonColumns[] Shapes) outlines, IProgress<WorkProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var (city, facts, threads) = (ground.Book.Ground.City, ground.Book.Ground.Facts, ground.Threads);
        var (told, shapes) = outlines;
        var all = PolygonColumnsBuilder.Joined(shapes);
        var parcels = CityOutlines.ParcelsInEach(city, facts, all, threads, cancel);
        var places = BoundaryPlaces.Of(told, (shapes, all), (city.Plane, threads), cancel);
        var held = new LandHeldTwice(told, places, parcels);
        var declared = told.Declared with { ReferenceYear = ground.ReferenceYear };
        progress?.Report(new WorkProgress("judging the boundaries", 0));
        ground.Book.MakeReady(parcels, threads, cancel);
        var reviewed = new ReviewedBoundary[shapes.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : -1, CancellationToken = cancel };
        Parallel.For(0, shapes.Length, parallel, i =>
        {
            var owner = places.AreaOf(i);
            var proposed = told.DispositionsOf(owner < 0 ? i : owner);
            var land = new AreaLand(parcels[i], shapes[i], owner < 0 ? proposed : On(facts, parcels[i], proposed));
            reviewed[i] = Judged(ground, land, declared, (told.Ids[i], owner < 0 ? told.ProjectOf(i) : told.Ids[owner], held.Of(i)));
        });
        return new BoundaryReview(ground.Book.Ground.Pack, reviewed) { Notes = places.Notes };
    }

    private static ReviewedBoundary Judged(
        ReviewGround ground, AreaLand land, AreaDeclaration declared,
        (string Id, string? Area, IReadOnlyDictionary<string, IReadOnlyList<HeldTwice>?> HeldTwice) named)
    {
        var stock = AreaStock.Of(ground.Book.Ground.City, ground.Book.Ground.Facts, land, declared);
        if (named.Area is null && stock.HasDispositions && declared.NewFloorAreaM2 is null)
        {
            // As much is newly built as a plan under these rules proposes: what is proposed for buildings says how much goes.
            stock = stock.With(declared with { NewFloorAreaM2 = NewFloorAreaChoice.Of(stock) });
        }

        var area = new AreaUnderReview(named.Area ?? named.Id, stock, ground.Around) { HeldTwice = named.HeldTwice };
        var findings = ground.Book.Check(area, named.Area is null ? null : named.Id);
        return new ReviewedBoundary(
            named.Id,
            land.Parcels,
            land.Parcels.Count > 0 ? findings : [.. findings.Select(finding => finding with { Judgement = Judgement.Unknown(NoParcel) })])
        {
            ProjectOf = named.Area,
            Stock = stock,
        };
    }

    private static IReadOnlyList<BuildingDisposition>? On(Overlay.ParcelFacts facts, List<int> parcels, IReadOnlyList<BuildingDisposition>? proposed)
    {
        var members = parcels.ToHashSet();
        return proposed is null ? null : [.. proposed.Where(each => members.Contains(facts.BuildingShares.MainParcel[each.Building]))];
    }
}
