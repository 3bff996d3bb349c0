namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The minimum cut of one planning unit at given prices: the set of nodes with the greatest benefit minus price of outline
/// when nothing but locks, barriers across streets and unit borders binds. Its value bounds every set of areas in the unit,
/// because areas pay for at least the outline of their union. One object serves many units, and goes on from the last flow
/// where only prices of the same unit change.
/// </summary>
internal sealed class UnitCut
{
    // Nodes that the trees take and lose, seen at most 3 per node and solution on cities: far beyond, what is reached counts.
    private const long WorkPerNode = 60;

    private readonly MinimumCut _cut = new();
    private UnitLand? _land;
    private PlanPrices? _plan;
    private UnitWeights? _weights;
    private long[] _weight = [];

    /// <summary>What the whole plan asks of every unit alike.</summary>
    public PlanPrices Plan { get; set; } = PlanPrices.None;

    /// <summary>The prices of the last solution.</summary>
    public PriceSet Prices { get; private set; } = PriceSet.None(0);

    /// <summary>Upper bound of what areas in the unit can be worth, m²; the unit may have none.</summary>
    public double Bound => Millionths * SearchLimits.BenefitUnit;

    /// <summary>The bound in millionths of a m².</summary>
    public long Millionths { get; private set; }

    /// <summary>The bound before a unit without any area is thought of: what the prices can still lower, millionths of a m².</summary>
    public Int128 Priced { get; private set; }

    /// <summary>Whether the cut is the best one, and not what was reached in reasonable work.</summary>
    public bool IsExact => _cut.IsExact;

    /// <summary>Added to the weight of nodes that have to be in, so that the cut takes them.</summary>
    public long Force { get; private set; }

    /// <summary>Weights and border costs of the last solution.</summary>
    public UnitWeights Weights => _weights!;

    /// <summary>What areas cost by themselves in the unit.</summary>
    public AreaConstant Areas { get; private set; } = null!;

    /// <summary>Whether a node is in the best set.</summary>
    public bool IsIn(int node) => _cut.IsIn(node);

    /// <summary>The weight of a node in the last solution, force included.</summary>
    public long WeightOf(int node) => _weight[node];

    /// <summary>What is left of a node's weight after all flows.</summary>
    public long Remainder(int node) => _cut.Remainder(node);

    /// <summary>Solves the unit with a little given per land, which draws scattered pieces together.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="subsidy">Extra benefit per m² of net area; 0 for none.</param>
    /// <param name="cancel">Ends the work.</param>
    public void Solve(UnitLand land, double subsidy, CancellationToken cancel) =>
        Solve(land, new PriceSet(new long[land.Rows.Count], LandPrice(land, subsidy), 0) { Room = RoomOf(land).Room, Built = RoomOf(land).Built }, cancel);

    // Without a price of room every candidate would seem to go: what proves the bound is kept.
    private PriceSet RoomOf(UnitLand land) => ReferenceEquals(land, _land) ? Prices : PriceSet.None(0);

    /// <summary>Solves the unit at prices.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="cancel">Ends the work.</param>
    public void Solve(UnitLand land, PriceSet prices, CancellationToken cancel)
    {
        if (ReferenceEquals(land, _land) && ReferenceEquals(_plan, Plan) && prices.Outline == Prices.Outline)
        {
            Reweigh(prices);
        }
        else
        {
            Begin(land, prices);
        }

        Prices = prices;
        _cut.Solve(cancel, (WorkPerNode * land.Count) + 10_000);
        Sum(prices);
    }

    /// <summary>The price of land, in parts, that is a subsidy per m².</summary>
    public static long LandPrice(UnitLand land, double subsidy)
    {
        var grid = land.Nodes.MetresPerUnit * LandNodes.UnitsPerGridUnit;
        return PriceScale.OfRow(subsidy * grid * grid / 2 / SearchLimits.BenefitUnit);
    }

    private void Sum(PriceSet prices)
    {
        var locked = 0;
        for (var node = 0; node < _land!.ParcelCount; node++)
        {
            locked += _land.IsLockedIn(node) ? 1 : 0;
        }

        var bits = PriceScale.Bits + Weights.Grain;
        Priced = (_cut.Value - ((Int128)Force * locked) + PriceScale.Up(Areas.At(prices), bits)) << Weights.Grain;
        Millionths = (long)Areas.Bound(Priced);
    }

    private void Begin(UnitLand land, PriceSet prices)
    {
        (_land, _plan) = (land, Plan);
        _weights = new UnitWeights(land, Plan);
        Areas = new AreaConstant(land, Plan);
        if (prices.Outline > 0)
        {
            _weights.Start(prices.Outline);
        }

        _weight = _weight.Length < land.Count ? new long[land.Count] : _weight;
        _cut.Start(land.Count, (land.NeighbourEnd(land.Count - 1) - land.NeighbourStart(0)) / 2);
        long total = 1;
        for (var node = 0; node < land.Count; node++)
        {
            _weight[node] = _weights.Of(node, prices);
            _cut.AddWeight(node, _weight[node]);
            total += Math.Abs(_weight[node]) + AddEdges(land, node);
        }

        Force = 0;
        Reforce(land, total);
    }

    private void Reweigh(PriceSet prices)
    {
        var land = _land!;
        for (var node = 0; node < land.Count; node++)
        {
            var weight = Weights.Of(node, prices) + (IsForced(land, node) ? Force : 0);
            _cut.AddWeight(node, weight - _weight[node]);
            _weight[node] = weight;
        }
    }

    /// <summary>More than everything that could be lost by it: a node that has to be in is in.</summary>
    private void Reforce(UnitLand land, long total)
    {
        for (var node = 0; node < land.ParcelCount; node++)
        {
            if (land.IsLockedIn(node))
            {
                Force = 4 * total;
                _weight[node] += Force;
                _cut.AddWeight(node, Force);
            }
        }
    }

    private bool IsForced(UnitLand land, int node) => Force > 0 && node < land.ParcelCount && land.IsLockedIn(node);

    /// <summary>Adds the borders with smaller neighbours; returns what they can cost.</summary>
    private long AddEdges(UnitLand land, int node)
    {
        long total = 0;
        for (var entry = land.NeighbourStart(node); entry < land.NeighbourEnd(node); entry++)
        {
            var other = land.Neighbour(entry);
            if (other < node)
            {
                var cost = Weights.Cost(land.Nodes.Borders[entry]);
                _cut.AddEdge(node, other, cost + Bond(land, node, other), cost);
                total += cost;
            }
        }

        return total;
    }

    // A street never is in without its sides: leaving one outside costs more than all of its border.
    private int Bond(UnitLand land, int node, int other) =>
        node >= land.ParcelCount && other < land.ParcelCount ? Weights.Cost(land.Perimeter(node)) + 1 : 0;

    /// <summary>What flows over the borders with smaller neighbours, towards them where above 0, as they stand in the columns.</summary>
    public IEnumerable<(int Node, int Other, int Flow)> Flows()
    {
        var land = _land!;
        var edge = 0;
        for (var node = 0; node < land.Count; node++)
        {
            for (var entry = land.NeighbourStart(node); entry < land.NeighbourEnd(node); entry++)
            {
                var other = land.Neighbour(entry);
                if (other < node)
                {
                    yield return (node, other, Weights.Cost(land.Nodes.Borders[entry]) + Bond(land, node, other) - _cut.Room(edge++));
                }
            }
        }
    }
}
