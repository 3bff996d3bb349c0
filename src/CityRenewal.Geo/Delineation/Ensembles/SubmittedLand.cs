namespace CityRenewal.Geo.Delineation;

/// <summary>
/// A submitted plan in the terms of an ensemble: its parcels as nodes, with the streets that they enclose. Its areas need keep
/// no limit, and be contiguous neither.
/// </summary>
internal sealed class SubmittedLand
{
    private readonly Dictionary<int, List<int[]>> _areas = [];

    public SubmittedLand(ProposalGround ground, LandNodes nodes, IReadOnlyList<IReadOnlyList<int>> areas)
    {
        foreach (var area in areas)
        {
            var members = area.ToHashSet();
            Outside += area.Where(parcel => nodes.NodeOfParcel[parcel] < 0).Sum(parcel => ground.NetAreas[parcel]);
            var inside = area.Select(parcel => nodes.NodeOfParcel[parcel]).Where(node => node >= 0).Distinct().Order()
                .Where(node => MostIsIn(ground, nodes, node, members));
            foreach (var part in SearchStart.ByProblem(nodes, [.. inside.Select(node => new[] { node })]).Select((found, unit) => (Found: found, Unit: unit)))
            {
                if (part.Found.Count > 0)
                {
                    (_areas.TryGetValue(part.Unit, out var list) ? list : _areas[part.Unit] = []).Add([.. part.Found.SelectMany(one => one)]);
                }
            }
        }
    }

    /// <summary>Land of submitted parcels that may be in no area, m².</summary>
    public double Outside { get; }

    /// <summary>The units that it lies in, ascending.</summary>
    public IReadOnlyList<int> Units => [.. _areas.Keys.Order()];

    /// <summary>City-wide nodes of the submitted areas in a unit.</summary>
    public IReadOnlyList<int[]> In(int unit) => _areas.GetValueOrDefault(unit) ?? [];

    private static bool MostIsIn(ProposalGround ground, LandNodes nodes, int node, HashSet<int> members)
    {
        double inside = 0, all = 0;
        for (var i = nodes.ParcelStart[node]; i < nodes.ParcelStart[node + 1]; i++)
        {
            var area = ground.NetAreas[nodes.Parcels[i]];
            (inside, all) = (inside + (members.Contains(nodes.Parcels[i]) ? area : 0), all + area);
        }

        return 2 * inside >= all;
    }
}
