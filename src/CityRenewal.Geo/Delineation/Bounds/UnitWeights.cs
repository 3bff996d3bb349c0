namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What every node of a unit weighs in the cut at some prices, as whole numbers of 2^grain millionths of a m², and what its
/// borders cost. Weights are rounded up and borders down.
/// </summary>
internal sealed class UnitWeights
{
    private const int FinestGrain = 10;

    private readonly UnitLand _land;
    private readonly PlanPrices _plan;
    private readonly long _lambda;
    private readonly long[] _free;
    private readonly Int128[] _base;
    private long _outline;

    public UnitWeights(UnitLand land, PlanPrices plan)
    {
        _land = land;
        _plan = plan;
        _lambda = PriceScale.OfLength(land.Limits.Price);
        _free = FreeBorders(land);
        _base = new Int128[land.Count];
        Start(0);
    }

    /// <summary>Binary digits of a millionth that the weights leave out.</summary>
    public int Grain { get; private set; }

    /// <summary>Price of a length unit of outline, parts.</summary>
    public long PricePerLength => _lambda + _outline;

    /// <summary>Begins with another price of the outline: grain and borders change with it.</summary>
    public void Start(long outline)
    {
        _outline = outline;
        long longest = 1;
        for (var node = 0; node < _land.Count; node++)
        {
            longest = Math.Max(longest, _land.Perimeter(node));
            _base[node] = ((Int128)_land.Benefits.Span[node] << PriceScale.Bits) - Math.BigMul(PricePerLength, _free[node]);
        }

        Grain = FinestGrain;
        while (Math.BigMul(PricePerLength, longest) >> (PriceScale.Bits + Grain) > FlowArcs.LargestCapacity / 2)
        {
            Grain++;
        }

        for (var node = 0; node < _land.ParcelCount && _plan.PerUnit.Length > 0; node++)
        {
            for (var row = 0; row < _plan.PerUnit.Length; row++)
            {
                _base[node] -= Math.BigMul(_plan.PerUnit[row], _plan.Rows.Slack(row, _land.CityNode(node)));
            }
        }
    }

    /// <summary>What a length of border costs, never more than it should.</summary>
    public int Cost(long length) => (int)(Math.BigMul(PricePerLength, length) >> (PriceScale.Bits + Grain));

    /// <summary>The weight of a node.</summary>
    public long Of(int node, PriceSet prices)
    {
        var parts = _base[node];
        if (node < _land.ParcelCount)
        {
            parts += Math.BigMul(prices.Land, _land.TwiceArea(node)) + prices.Reach.PartsOf(node);
            for (var row = 0; row < prices.Rows.Length; row++)
            {
                parts -= Math.BigMul(prices.Rows[row], _land.Rows.Slack(row, _land.CityNode(node)));
            }

            parts += _land.Floors.IsNone ? 0 : _land.Floors.Gain(_land.CityNode(node), prices.Room, prices.Built);
        }

        if (prices.Outline > 0)
        {
            parts += Math.BigMul(Chord.For(prices.Outline, _land.Limits), _land.TwiceArea(node));
        }

        return (long)Int128.Max(PriceScale.Lightest, PriceScale.Up(parts, PriceScale.Bits + Grain));
    }

    private static long[] FreeBorders(UnitLand land)
    {
        var free = new long[land.Count];
        for (var node = 0; node < free.Length; node++)
        {
            free[node] = land.Perimeter(node);
            for (var entry = land.NeighbourStart(node); entry < land.NeighbourEnd(node); entry++)
            {
                free[node] -= land.Nodes.Borders[entry];
            }
        }

        return free;
    }
}
