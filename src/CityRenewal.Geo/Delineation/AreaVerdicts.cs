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

    /// <summary>What fails, as something that an area breaks.</summary>
    public static IEnumerable<AreaBreach> Breaches(IReadOnlyList<Finding> findings) =>
        from finding in findings
        where finding.Verdict == Verdict.Fail
        select new AreaBreach(
            finding.Rule.Id,
            $"{finding.Rule.Title}: {finding.Wording}.",
            $"{finding.Rule.TitleChinese}：{finding.WordingChinese}。");

    private (RenewalArea Area, IReadOnlyList<Finding> Findings) Judge(RenewalArea area)
    {
        var stock = StockOf(area);
        var chosen = area with { NewFloorArea = NewFloorAreaChoice.Of(stock) };
        return (chosen, book.Check(new AreaUnderReview(chosen.Id, stock.With(DeclaredFor(chosen)), ground.Around)));
    }

    private AreaStock StockOf(RenewalArea area) => AreaStock.Of(
        ground.City,
        ground.Facts,
        AreaLand.From(area),
        DeclaredFor(area));

    private AreaDeclaration DeclaredFor(RenewalArea area) =>
        new() { ReferenceYear = ground.Options.ReferenceYear, NewFloorAreaM2 = area.NewFloorArea };
}
