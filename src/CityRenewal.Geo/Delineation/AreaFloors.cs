using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Delineation;

/// <summary>What the floor area of finished areas is worth that goes by choice or is newly built, counted from what is really proposed.</summary>
internal sealed class AreaFloors(ProposalGround ground, DispositionPlan dispositions)
{
    /// <summary>Whether floor area has a worth at all.</summary>
    public bool IsAsked => dispositions.ChoosesByWorth;

    /// <summary>The area with its new floor area where no rules are there to say how much that may be.</summary>
    public RenewalArea Unruled(RenewalArea area) => ground.Options.NewFloorAreaWorth > 0 && IsAsked
        ? area with
        {
            NewFloorArea = NewFloorAreaChoice.Of(
                AreaStock.Of(ground.City, ground.Facts, AreaLand.From(area), new AreaDeclaration { ReferenceYear = ground.Options.ReferenceYear }),
                dispositions.NewPerDemolishedInForce),
        }
        : area;

    /// <summary>What it is worth, m² of benefit.</summary>
    public double Worth(RenewalArea area) => IsAsked
        ? (ground.Options.DemolitionWorth * Goes(area)) + (ground.Options.NewFloorAreaWorth * (area.NewFloorArea ?? 0))
        : 0;

    /// <summary>What the floor area of a plan is worth, and how much more another choice of buildings could be worth at most.</summary>
    public IEnumerable<PlanNote> Notes(IReadOnlyList<RenewalArea> areas)
    {
        if (!IsAsked || areas.Count == 0)
        {
            yield break;
        }

        double more = 0;
        var open = 0;
        foreach (var area in areas)
        {
            var bound = Bound(area);
            open += bound > Worth(area) + Exactness ? 1 : 0;
            more += Math.Max(0, bound - Worth(area));
        }

        var (goes, built) = (areas.Sum(Goes), areas.Sum(area => area.NewFloorArea ?? 0));
        yield return new PlanNote(
            "floor_worth",
            Said($"Of the objective {areas.Sum(Worth):0.#} m² is what floor area is worth: {goes:0.#} m² go by choice, {built:0.#} m² are newly built. Other buildings in the same areas could be worth {more:0.#} m² more at most ({open} of {areas.Count} areas not proven). The reasons of parcels do not count it."),
            Said($"目标值中 {areas.Sum(Worth):0.#} m² 来自建筑面积价值:拟拆 {goes:0.#} m²,新建 {built:0.#} m²。同样片区内另选建筑至多再增 {more:0.#} m²({areas.Count} 个片区中 {open} 个未证明最优)。地块理由不计此项。"));
    }

    // Millionths of a m² are rounded in every building.
    private const double Exactness = 1e-3;

    private double Bound(RenewalArea area) => dispositions.Chosen(area.Parcels).Bound * SearchLimits.BenefitUnit;

    private static double Goes(RenewalArea area) => area.Dispositions
        .Where(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate && !double.IsNaN(proposed.DemolishedFloorArea))
        .Sum(proposed => proposed.DemolishedFloorArea);

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
