using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Delineation;

/// <summary>What alternatives are compared by.</summary>
internal static class AlternativeNumbers
{
    /// <summary>A plan with its numbers.</summary>
    /// <param name="judged">The plan; its objective is at its own price of outline.</param>
    /// <param name="lambda">The price of outline that was asked for.</param>
    public static Alternative Of(JudgedPlan judged, double lambda)
    {
        var plan = judged.Plan;
        var perimeter = plan.Areas.Sum(area => area.Perimeter);
        var net = plan.Objective + (plan.Options.Lambda * perimeter);
        var goes = plan.Areas.SelectMany(area => area.Dispositions).Where(item => item.Demolition != DemolitionKind.None).ToList();
        var known = goes.Where(item => !double.IsNaN(item.DemolishedFloorArea)).ToList();
        return new Alternative(judged, net - (lambda * perimeter))
        {
            NetBenefit = net,
            Perimeter = perimeter,
            NetArea = plan.Areas.Sum(area => area.NetArea),
            ElectiveDemolition = known.Where(item => item.Demolition == DemolitionKind.ElectiveCandidate).Sum(item => item.DemolishedFloorArea),
            Demolition = known.Sum(item => item.DemolishedFloorArea),
            DemolishedUnknown = goes.Count - known.Count,
        };
    }

    /// <summary>Ranks plans, and says of each how far it is from the first and from the front, and which demolishes least.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="front">The front.</param>
    /// <param name="lambda">The price of outline that was asked for; one of the front's lines.</param>
    /// <param name="netAreas">Area of every parcel, m².</param>
    public static IReadOnlyList<Alternative> Ranked(IEnumerable<Alternative> plans, OuterFront front, double lambda, double[] netAreas)
    {
        var bound = front.Lines.First(line => line.Lambda == lambda).Bound;
        var ranked = plans.OrderByDescending(plan => plan.ObjectiveAtRequest).ThenBy(plan => plan.Perimeter).ToList();
        var least = ranked.OrderBy(plan => plan.ElectiveDemolition).ThenBy(plan => plan.Demolition).First();
        var first = ParcelsOf(ranked[0]);
        return [.. ranked.Select((plan, at) => plan with
        {
            Rank = at + 1,
            Difference = at == 0 ? 0 : LandDifference.Of(first, ParcelsOf(plan), netAreas),
            IsLeastDemolition = ReferenceEquals(plan, least),
            GapAtRequest = plan.ObjectiveAtRequest > 0 ? Math.Max(0, (bound - plan.ObjectiveAtRequest) / plan.ObjectiveAtRequest) : null,
            DistanceToFront = Math.Max(0, front.MostBenefit(plan.Perimeter) - plan.NetBenefit),
        })];
    }

    /// <summary>The parcels of a plan.</summary>
    public static IEnumerable<int> ParcelsOf(Alternative plan) => plan.Judged.Plan.Areas.SelectMany(area => area.Parcels);

    /// <summary>Whether one plan has at least the benefit of another with at most its outline, and more of one of them.</summary>
    public static bool Dominates(Alternative one, Alternative other) =>
        one.NetBenefit >= other.NetBenefit && one.Perimeter <= other.Perimeter
        && (one.NetBenefit > other.NetBenefit || one.Perimeter < other.Perimeter);
}
