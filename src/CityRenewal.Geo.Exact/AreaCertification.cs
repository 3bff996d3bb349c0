using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Exact;

/// <summary>Solves the land of single areas exactly: a certificate where the area is the best, a better area where it is not.</summary>
public static class AreaCertification
{
    /// <summary>Most parcels' nodes of a region that is solved.</summary>
    public const int MostNodes = 500;

    /// <summary>Whether an area is small enough to be solved.</summary>
    public static bool CanSolve(PlanReasons reasons, int area) =>
        Region.Around(reasons.UnitOfArea(area), area, rings: 0).Nodes.Count <= MostNodes;

    /// <summary>The certificate of an area; rings that would make its land too large are left off.</summary>
    /// <param name="reasons">The explained plan that it belongs to.</param>
    /// <param name="area">Its place in the plan.</param>
    /// <param name="rings">Steps of free land around it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">The area alone is too large.</exception>
    public static AreaCertificate Of(PlanReasons reasons, int area, int rings = 2, CancellationToken cancel = default)
    {
        var unit = reasons.UnitOfArea(area);
        var region = Region.Around(unit, area, rings);
        while (region.Nodes.Count > MostNodes && rings > 0)
        {
            region = Region.Around(unit, area, --rings);
        }

        if (region.Nodes.Count > MostNodes)
        {
            throw new ArgumentException(
                $"{reasons.Areas[area].Id} is made of {region.Nodes.Count} parcels and groups; up to {MostNodes} are solved exactly.", nameof(area));
        }

        int[] members = [.. region.Nodes.Where(node => unit.AreaOf(node) == area)];
        var result = RegionSolver.Solve(region, members, cancel: cancel);
        IReadOnlyList<int> Parcels(IEnumerable<int> nodes) => reasons.ParcelsOf(unit, nodes);
        return new AreaCertificate
        {
            Area = reasons.Areas[area].Id,
            Rings = rings,
            Candidates = Parcels(region.Nodes).Count,
            Value = new RegionCheck(unit.Land).ValueOf(members),
            Best = result.Nodes.Count > 0 ? result.Value : null,
            Bound = result.Bound,
            IsProven = result.IsProven,
            Added = Parcels(result.Nodes.Except(members)),
            Removed = result.Nodes.Count > 0 ? Parcels(members.Except(result.Nodes)) : [],
            Work = (result.Rounds, result.Cuts, result.Searched),
        };
    }
}
