namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What limits at a price cost a piece that its sums do not tell: pairs that it holds, sets that it splits, units of divisions
/// that it lies in. The bound leaves all of them out, and stays one: they only ever lower what areas are worth.
/// </summary>
internal sealed class SoftPrices
{
    private readonly UnitLand _land;
    private readonly List<(int[] Nodes, double[] Costs, double All)> _sets;

    public SoftPrices(UnitLand land)
    {
        _land = land;
        int first = land.CityNode(0), last = first + land.ParcelCount;
        _sets =
        [
            .. from set in land.Nodes.Sets
               where double.IsFinite(set.Price)
               let here = Enumerable.Range(0, set.Nodes.Length).Where(i => set.Nodes[i] >= first && set.Nodes[i] < last).ToArray()
               where here.Length > 0
               select (here.Select(i => set.Nodes[i] - first).ToArray(), here.Select(i => set.Costs[i]).ToArray(), set.Costs.Sum() + set.Elsewhere),
        ];
    }

    /// <summary>Whether anything costs.</summary>
    public bool HasAny => _sets.Count > 0 || _land.Nodes.PairPrices.Length > 0 || _land.Nodes.SoftDivisions.Count > 0;

    /// <summary>The sets that cost where they are split, by nodes of the unit.</summary>
    public IEnumerable<int[]> Sets => _sets.Select(set => set.Nodes);

    /// <summary>What a piece costs by them, m² of benefit.</summary>
    /// <param name="members">Its parcels' nodes, of the unit.</param>
    public double Of(IReadOnlyCollection<int> members)
    {
        if (!HasAny || members.Count == 0)
        {
            return 0;
        }

        var held = members as HashSet<int> ?? [.. members];
        return Pairs(held) + Splits(held) + _land.Nodes.SoftDivisions.Sum(division => division.Price * (UnitsOf(division, held) - 1));
    }

    private double Splits(HashSet<int> held)
    {
        double cost = 0;
        foreach (var (nodes, costs, all) in _sets)
        {
            double inside = 0;
            var holdsAny = false;
            for (var i = 0; i < nodes.Length; i++)
            {
                inside += held.Contains(nodes[i]) ? costs[i] : 0;
                holdsAny |= held.Contains(nodes[i]);
            }

            cost += holdsAny ? all - inside : 0;
        }

        return cost;
    }

    private int UnitsOf(SoftDivision division, HashSet<int> held) =>
        Math.Max(1, held.Select(node => division.UnitOfNode[_land.CityNode(node)]).Distinct().Count());

    private double Pairs(HashSet<int> held)
    {
        if (_land.Nodes.PairPrices.Length == 0)
        {
            return 0;
        }

        long sum = 0;
        foreach (var node in held)
        {
            for (var entry = _land.NeighbourStart(node); entry < _land.NeighbourEnd(node); entry++)
            {
                var other = _land.Neighbour(entry);
                sum += other > node && held.Contains(other) ? _land.Nodes.PairPrice(entry) : 0;
            }
        }

        return sum * SearchLimits.BenefitUnit;
    }
}
