using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Cities;

/// <summary>Why an area is proposed, under the categories of a rule pack.</summary>
/// <param name="Categories">Its categories with their evidence; none is "unclassified".</param>
/// <param name="Ranked">The parts of its need, where it stands among the areas of the plan, and how far that depends on the weights.</param>
/// <param name="Problems">The problems of the city health check that it answers; null where the city has no health check.</param>
public sealed record AreaProfile(AreaCategories Categories, RankedArea Ranked, IReadOnlyList<AnsweredProblem>? Problems)
{
    /// <summary>The profiles of all areas of a plan, in their order; empty without a rule pack.</summary>
    internal static IReadOnlyList<AreaProfile> Of(
        Delineation.JudgedPlan judged, CityWork work, double[] netAreas, ParallelOptions parallel)
    {
        if (judged.Labels is not { } labels)
        {
            return [];
        }

        var areas = judged.Plan.Areas;
        var needs = areas.Select(area => AreaNeed.Of(
            area.Id, labels.Parts, labels.Needs.MeanProfile(area.Parcels, netAreas), area.Parcels, netAreas)).ToList();
        var ranked = RankSensitivity.Of(needs).ToDictionary(rank => rank.Area.Id);
        var checks = HealthCheckLand.Of(work.City, work.Facts(), netAreas);
        var profiles = new AreaProfile[areas.Count];
        Parallel.For(0, profiles.Length, parallel, i => profiles[i] = new AreaProfile(
            labels.OfArea(areas[i].Parcels, netAreas), ranked[areas[i].Id], checks.IsKnown ? checks.AnsweredBy(areas[i].Parcels) : null));
        return profiles;
    }
}
