using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reports.Content;

/// <summary>What a report (核对报告) says, before it is a page, a document or a workbook.</summary>
public sealed record ReportContent
{
    /// <summary>What stands on its first page.</summary>
    public required ReportHead Head { get; init; }

    /// <summary>The city.</summary>
    public required City City { get; init; }

    /// <summary>The areas of the plan, or the boundaries in the order given.</summary>
    public required IReadOnlyList<ReportArea> Areas { get; init; }

    /// <summary>The rules; null where a plan was made under none and none were asked for.</summary>
    public RulePack? Rules { get; init; }

    /// <summary>The plan; null where boundaries were judged that nobody proposed.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Rules that could not be judged at all, because a layer is missing.</summary>
    public IReadOnlyList<UnjudgedRule> Unjudged { get; init; } = [];

    /// <summary>What may be told.</summary>
    public Disclosure Disclosure => new(Head.IsPublic);

    /// <summary>Who may see it, in both languages.</summary>
    public string Classification => Head.IsPublic
        ? "公开版（汇总） public version, aggregated"
        : $"{City.Classification.Chinese()} {City.Classification.Wire()}";

    /// <summary>The title in both languages.</summary>
    public string Title => Head.Title.Length > 0 ? Head.Title
        : Plan is null ? "边界核对报告 Boundary review report" : "更新片区核对报告 Renewal area report";

    /// <summary>What a report of a plan says.</summary>
    /// <param name="measured">The plan.</param>
    /// <param name="work">The work on its city.</param>
    /// <param name="head">Its first page.</param>
    public static ReportContent Of(MeasuredPlan measured, CityWork work, ReportHead head)
    {
        var (plan, city, facts) = (measured.Plan, work.City, work.Facts());
        var findings = measured.Findings.ToLookup(finding => finding.Area, StringComparer.Ordinal);
        var units = city.Layer(LayerNames.PlanningUnits).Ids;
        return new ReportContent
        {
            Head = head,
            City = city,
            Rules = measured.Rules,
            Plan = plan,
            Unjudged = measured.Unjudged,
            Areas =
            [
                .. plan.Areas.Select((area, i) => new ReportArea
                {
                    Area = area,
                    Stock = AreaStock.Of(city, facts, AreaLand.From(area)),
                    Measures = measured.Measures[i],
                    Findings = [.. findings[area.Id]],
                    Profile = measured.Profiles.Count > 0 ? measured.Profiles[i] : null,
                    Unit = area.Unit < 0 ? "" : units[area.Unit],
                }),
            ],
        };
    }

    /// <summary>What a report of boundaries says that anyone drew.</summary>
    /// <param name="review">The review.</param>
    /// <param name="ground">What it was made on.</param>
    /// <param name="head">Its first page.</param>
    /// <param name="cancel">Ends the work.</param>
    public static ReportContent Of(BoundaryReview review, ReviewGround ground, ReportHead head, CancellationToken cancel = default)
    {
        var areas = new ReportArea[review.Boundaries.Count];
        var parallel = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = ground.Threads > 0 ? ground.Threads : -1 };
        Parallel.For(0, areas.Length, parallel, i => areas[i] = Drawn(review.Boundaries[i], ground));
        return new ReportContent
        {
            Head = head, City = ground.Book.Ground.City, Rules = review.Pack, Areas = areas, Unjudged = UnjudgedRule.In(ground.Book),
        };
    }

    private static ReportArea Drawn(ReviewedBoundary boundary, ReviewGround ground)
    {
        var stock = boundary.Stock;
        var measures = AreaMeasures.Of(stock, ground.Around);
        var area = new RenewalArea
        {
            Id = boundary.Id, Unit = -1, Parcels = boundary.Parcels, StreetFaces = [], Outline = stock.Land.Outline,
            GrossArea = measures["gross_area_m2"].Value ?? 0, NetArea = stock.NetArea, Perimeter = measures["perimeter_m"].Value ?? 0,
            Benefit = 0, Need = null, NeedKnownShare = 0, Dispositions = [],
        };
        return new ReportArea { Area = area, Stock = stock, Measures = measures, Findings = boundary.Findings };
    }
}
