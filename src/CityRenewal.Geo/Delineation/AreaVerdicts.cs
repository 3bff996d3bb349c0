using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Puts every rule of a pack to a finished area. An area that fails with demolition by choice is tried once more with none:
/// keep comes before demolish. What fails then is not proposed.
/// </summary>
internal sealed class AreaVerdicts(ProposalGround ground, RuleBook book, DispositionPlan dispositions)
{
    /// <summary>The area as it can be proposed, and every finding on it.</summary>
    public (RenewalArea Area, IReadOnlyList<Finding> Findings) Of(RenewalArea area)
    {
        var judged = Judge(area);
        return judged.Findings.Any(finding => finding.Verdict == Verdict.Fail)
            && area.Dispositions.Any(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate)
            ? Judge(area with { Dispositions = dispositions.WithoutElective(area.Parcels) })
            : judged;
    }

    /// <summary>Every finding on a project that lies in an area; no slack is borrowed between the two.</summary>
    public IReadOnlyList<Finding> Of(RenewalArea area, ProjectRequest project, int[] parcels) => Of(area.Id, area.Dispositions, project, parcels);

    /// <summary>Every finding on a project with what is proposed for the buildings of its area.</summary>
    public IReadOnlyList<Finding> Of(string area, IReadOnlyList<BuildingDisposition> dispositions, ProjectRequest project, int[] parcels)
    {
        var members = parcels.ToHashSet();
        var land = new AreaLand(
            parcels,
            SingleOutline.Of(Fabric.Outlines.Of(ground.Fabric, [ParcelFaces.Of(ground.Fabric, parcels)]), 0),
            [.. dispositions.Where(proposed => members.Contains(ground.HomeParcels[proposed.Building]))]);
        var stock = AreaStock.Of(
            ground.City, ground.Facts, land, AreaDeclaration.Of(ground.Options));
        return book.Check(new AreaUnderReview(area, stock, ground.Around), project.Id);
    }

    /// <summary>The area with no demolition by choice.</summary>
    public RenewalArea WithoutElective(RenewalArea area) => area with { Dispositions = dispositions.WithoutElective(area.Parcels) };

    /// <summary>What fails, as something that an area breaks; with its price where the rule is soft.</summary>
    public static IEnumerable<AreaBreach> Breaches(IReadOnlyList<Finding> findings) =>
        from finding in findings
        where finding.Verdict == Verdict.Fail
        select new AreaBreach(
            finding.Rule.Id,
            $"{finding.Rule.Title}: {finding.Wording}.",
            $"{finding.Rule.TitleChinese}：{finding.WordingChinese}。") { Price = PriceOf(finding) };

    private static double? PriceOf(Finding finding)
    {
        var (rule, judgement) = (finding.Rule, finding.Judgement);
        if (rule.Price is not { } price || judgement.Limit is not { } limit)
        {
            return null;
        }

        var (found, allowed) = rule.Test is ShareTest
            ? (judgement.Evidence.Numerator ?? 0, limit * (judgement.Evidence.Denominator ?? 0))
            : (judgement.Measured.Value ?? 0, limit);
        return price * Math.Max(0, judgement.Sense == LimitSense.AtMost ? found - allowed : allowed - found);
    }

    private (RenewalArea Area, IReadOnlyList<Finding> Findings) Judge(RenewalArea area)
    {
        var stock = StockOf(area);
        var chosen = area with { NewFloorArea = NewFloorAreaChoice.Of(stock, dispositions.NewPerDemolishedInForce) };
        return (chosen, book.Check(new AreaUnderReview(chosen.Id, stock.With(DeclaredFor(chosen)), ground.Around)));
    }

    private AreaStock StockOf(RenewalArea area) => AreaStock.Of(
        ground.City,
        ground.Facts,
        AreaLand.From(area),
        DeclaredFor(area));

    private AreaDeclaration DeclaredFor(RenewalArea area) =>
        AreaDeclaration.Of(ground.Options) with { NewFloorAreaM2 = area.NewFloorArea };
}
