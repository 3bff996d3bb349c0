namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What floor area that goes by choice, and new floor area, is worth on the nodes of a city, and what limits both: the candidates
/// of each node, the room for demolition that its buildings give, and the new floor area that the detailed plan leaves room for.
/// Floor areas are whole millionths of a m².
/// </summary>
internal sealed class FloorWorths
{
    /// <summary>Floor area is worth nothing.</summary>
    public static readonly FloorWorths None = new(default, [], [], []);

    /// <summary>Sums that a piece keeps where floor area is worth something: area, size, room, allows, capacity.</summary>
    private const int Sums = 5;

    private readonly int[] _start;
    private readonly FloorCandidate[] _candidates;
    private readonly FloorAllowance[] _allowances;

    /// <summary>Worths over the nodes of a city.</summary>
    /// <param name="prices">What floor area is worth.</param>
    /// <param name="start">First candidate of each node, and one past the last.</param>
    /// <param name="candidates">Candidates by node.</param>
    /// <param name="allowances">What each node allows.</param>
    public FloorWorths(FloorPrices prices, int[] start, FloorCandidate[] candidates, FloorAllowance[] allowances) =>
        (Prices, _start, _candidates, _allowances) = (prices, start, candidates, allowances);

    /// <summary>What floor area is worth.</summary>
    public FloorPrices Prices { get; }

    /// <summary>Whether floor area is worth nothing, so that nothing is counted.</summary>
    public bool IsNone => Prices is { Goes: 0, Built: 0 };

    /// <summary>How many sums a piece keeps of it.</summary>
    public int SumCount => IsNone ? 0 : Sums;

    /// <summary>The candidates on a node.</summary>
    public ReadOnlySpan<FloorCandidate> CandidatesOn(int node) => _candidates.AsSpan(_start[node].._start[node + 1]);

    /// <summary>What a node allows.</summary>
    public FloorAllowance AllowedOn(int node) => _allowances[node];

    /// <summary>What a node adds to the sums of a piece.</summary>
    public void Fill(int node, Span<long> sums)
    {
        sums.Clear();
        foreach (ref readonly var candidate in CandidatesOn(node))
        {
            sums[0] += candidate.Area;
            sums[1] += candidate.Size;
            sums[3] += candidate.HidesNew ? 0 : candidate.Allows;
        }

        (sums[2], sums[4]) = (_allowances[node].Room, _allowances[node].Capacity);
    }

    /// <summary>
    /// What the candidates of a piece are worth nearly, millionths of a m² of benefit: as if any part of a building could go. The
    /// four basic operations alone, which round alike on every machine.
    /// </summary>
    public double Estimate(ReadOnlySpan<long> sums)
    {
        const double Parts = 1L << PriceScale.Bits;
        var share = sums[1] <= sums[2] ? 1 : (double)sums[2] / sums[1];
        return ((Prices.Goes * (share * sums[0])) + (Prices.Built * Math.Min(sums[4], share * sums[3]))) / Parts;
    }

    /// <summary>No set of nodes gains more from floor area than the sum of this over them, millionths of a m² of benefit.</summary>
    public double Most(int node)
    {
        long area = 0;
        foreach (ref readonly var candidate in CandidatesOn(node))
        {
            area += candidate.Area;
        }

        return (double)Prices.WorthOf(area) + Prices.WorthOfNew(_allowances[node].Capacity) + 2;
    }

    /// <summary>
    /// What a node gains at a price of the room for demolition and a price of what demolition allows to be built, parts: what goes
    /// pays for its size and earns what it allows, what is built pays for it.
    /// </summary>
    public Int128 Gain(int node, long room, long built)
    {
        var parts = Math.BigMul(room, _allowances[node].Room)
            + Math.BigMul(Math.Max(0, Prices.Built - built), _allowances[node].Capacity);
        foreach (ref readonly var candidate in CandidatesOn(node))
        {
            parts += Int128.Max(0, Alone(candidate, room, built));
        }

        return parts;
    }

    /// <summary>What the gain of a node grows by per price: of room, and of what is allowed to be built.</summary>
    public (double Room, double Built) Slopes(int node, long room, long built)
    {
        double ofRoom = _allowances[node].Room, ofBuilt = built < Prices.Built ? -(double)_allowances[node].Capacity : 0;
        foreach (ref readonly var candidate in CandidatesOn(node))
        {
            if (Alone(candidate, room, built) > 0)
            {
                ofRoom -= candidate.Size;
                ofBuilt += candidate.HidesNew ? 0 : candidate.Allows;
            }
        }

        return (ofRoom, ofBuilt);
    }

    /// <summary>The best choice of what goes in an area.</summary>
    /// <param name="nodes">City-wide nodes; streets are left aside.</param>
    /// <param name="mostExact">From so many candidates on they are taken in their order.</param>
    public FloorChosen Best(IEnumerable<int> nodes, int mostExact = FloorChoice.MostExact)
    {
        var candidates = new List<FloorCandidate>();
        var allowed = new FloorAllowance(0, 0, false);
        foreach (var node in nodes)
        {
            candidates.AddRange(CandidatesOn(node));
            var own = _allowances[node];
            allowed = new FloorAllowance(allowed.Room + own.Room, allowed.Capacity + own.Capacity, allowed.HidesNew || own.HidesNew);
        }

        return FloorChoice.Of(candidates, allowed, Prices, mostExact);
    }

    private Int128 Alone(in FloorCandidate candidate, long room, long built) =>
        Math.BigMul(Prices.Goes, candidate.Area) - Math.BigMul(room, candidate.Size)
        + (candidate.HidesNew ? 0 : Math.BigMul(built, candidate.Allows));
}
