namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The minimum cut of one planning unit: the set of nodes with the greatest benefit minus price of outline when nothing
/// but locks, barriers across streets and unit borders binds. Its value bounds every set of areas in the unit, because
/// areas pay for at least the outline of their union. Weights are rounded up and prices down, so the bound holds.
/// </summary>
internal sealed class UnitCut
{
    private readonly MinimumCut _cut = new();

    /// <summary>Upper bound of what areas in the unit can be worth, m².</summary>
    public double Bound { get; private set; }

    /// <summary>Whether a node is in the best set.</summary>
    public bool IsIn(int node) => _cut.IsIn(node);

    /// <summary>Solves the unit.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="subsidy">Extra benefit per m² of net area: draws scattered pieces together; 0 for the bound.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="prices">Price of each row of the rule pack per unit of what a node takes; none where empty.</param>
    public void Solve(UnitLand land, double subsidy, CancellationToken cancel, ReadOnlySpan<double> prices = default)
    {
        var scale = ScaleFor(land);
        var price = land.Limits.Price * scale;
        _cut.Start(land.Count, (land.NeighbourEnd(land.Count - 1) - land.NeighbourStart(0)) / 2);
        var force = AddWeights(land, subsidy, prices, scale, out var locked);
        for (var node = 0; node < land.Count; node++)
        {
            AddEdges(land, node, price);
        }

        _cut.Solve(cancel);
        Bound = (_cut.Value - (force * locked)) / scale;
    }

    /// <summary>Capacity units per m²: as fine as the largest border allows.</summary>
    private static double ScaleFor(UnitLand land)
    {
        long longest = 1;
        for (var node = 0; node < land.Count; node++)
        {
            longest = Math.Max(longest, land.Perimeter(node));
        }

        var scale = 1_000.0;
        while (land.Limits.Price * longest * scale > FlowArcs.LargestCapacity / 2)
        {
            scale /= 10;
        }

        return scale;
    }

    private long AddWeights(UnitLand land, double subsidy, ReadOnlySpan<double> prices, double scale, out int locked)
    {
        var price = land.Limits.Price * scale;
        var squareMetres = land.Nodes.MetresPerUnit * LandNodes.UnitsPerGridUnit;
        var perTwiceArea = subsidy * squareMetres * squareMetres / 2;
        long total = 1;
        locked = 0;
        for (var node = 0; node < land.Count; node++)
        {
            long inside = 0;
            for (var entry = land.NeighbourStart(node); entry < land.NeighbourEnd(node); entry++)
            {
                inside += land.Nodes.Borders[entry];
            }

            var worth = land.Benefits.Span[node] * SearchLimits.BenefitUnit;
            if (node < land.ParcelCount)
            {
                worth += perTwiceArea * land.TwiceArea(node);
                for (var row = 0; row < prices.Length; row++)
                {
                    worth -= prices[row] * UnitPrices.Take(land, row, node);
                }
            }

            var weight = (long)Math.Ceiling(worth * scale) - (long)Math.Floor(price * (land.Perimeter(node) - inside));
            _cut.AddWeight(node, weight);
            total += Math.Abs(weight) + (long)(price * inside);
            locked += land.IsLockedIn(node) ? 1 : 0;
        }

        for (var node = 0; node < land.ParcelCount && locked > 0; node++)
        {
            _cut.AddWeight(node, land.IsLockedIn(node) ? total : 0);
        }

        return total;
    }

    private void AddEdges(UnitLand land, int node, double price)
    {
        for (var entry = land.NeighbourStart(node); entry < land.NeighbourEnd(node); entry++)
        {
            var other = land.Neighbour(entry);
            if (other < node)
            {
                var capacity = (int)(price * land.Nodes.Borders[entry]);
                var isSide = node >= land.ParcelCount && other < land.ParcelCount;

                // A street never is in without its sides: leaving one outside costs more than all of its border.
                var bond = isSide ? (int)(price * land.Perimeter(node)) + 1 : 0;
                _cut.AddEdge(node, other, capacity + bond, capacity);
            }
        }
    }
}
