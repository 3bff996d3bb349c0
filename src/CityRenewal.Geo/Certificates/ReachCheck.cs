using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Certificates;

/// <summary>
/// What the limits of reach of a certificate do to the weights of its nodes, worked out from the land: the payer pays for the
/// smallest area less what is held, other nodes inside give their land up to that, and a node outside that an inside one leads to
/// gives what an area that goes there can still lack: that, less what is given on the shortest way.
/// </summary>
internal sealed class ReachCheck
{
    private readonly CertifiedProblem _problem;
    private readonly int _first;
    private readonly long _least;
    private readonly UnitMeasures _measures;
    private readonly UnitSteps _steps;

    public ReachCheck(CertifiedProblem problem, UnitCertificate proof, UnitMeasures measures, int unit)
    {
        (_problem, _first) = (problem, problem.UnitStart[unit]);
        (_least, _measures, _steps) = (problem.Limits.LeastTwiceArea, measures, new UnitSteps(problem, unit));
        Parts = new Int128[proof.Weights.Length];
        IsRight = proof.Reaches.All(reach => reach.Price is > 0 and <= CertificateScale.Ceiling && HasNodes(reach) && IsLimit(reach));
        foreach (var reach in IsRight ? proof.Reaches : [])
        {
            if (reach.Row < 0)
            {
                TakeLand(reach);
            }
            else
            {
                TakeRow(reach, problem.Rows[reach.Row]);
            }
        }
    }

    /// <summary>Whether every limit names a payer among parcels' nodes of the unit, and a price.</summary>
    public bool IsRight { get; }

    /// <summary>What each node weighs more, parts.</summary>
    public Int128[] Parts { get; }

    /// <summary>A payer inside, with what is held and not enough already; or a row that is kept whatever it costs, of which several areas may take no more than one.</summary>
    private bool IsLimit(ReachCertificate reach) => reach.Row < 0
        ? reach.Row == -1 && reach.Held.Contains(reach.Payer) && reach.Held.All(reach.Inside.Contains) && reach.Held.Distinct().Count() == reach.Held.Length && LackOf(reach) > 0
        : reach.Row < _problem.Rows.Count && _problem.Rows[reach.Row] is { Limit: <= 0 } row && double.IsPositiveInfinity(row.SoftPrice);

    private bool HasNodes(ReachCertificate reach) =>
        reach.Inside.All(node => node >= 0 && node < Parts.Length && !_steps.IsStreet(node))
        && reach.Inside.Zip(reach.Inside.Skip(1)).All(pair => pair.First < pair.Second);

    private void TakeLand(ReachCertificate reach)
    {
        var lack = LackOf(reach);
        var given = reach.Inside.ToDictionary(node => node, node => Math.Min(lack, _measures.Land[node]));
        Array.ForEach(reach.Held, node => given[node] = 0);
        Parts[reach.Payer] -= (Int128)reach.Price * lack;
        foreach (var (node, land) in given)
        {
            Parts[node] += (Int128)reach.Price * land;
        }

        foreach (var (node, before) in GivenBefore(reach.Payer, given))
        {
            Parts[node] += given.ContainsKey(node) ? 0 : (Int128)reach.Price * Math.Max(0, lack - before);
        }
    }

    /// <summary>What is wanted of the smallest area beside all that is held.</summary>
    private long LackOf(ReachCertificate reach) => _least - reach.Held.Sum(node => _measures.Land[node]);

    private void TakeRow(ReachCertificate reach, RuleRow row)
    {
        var inside = reach.Inside.ToHashSet();
        Int128 most = 0;
        foreach (var node in inside)
        {
            var taken = _problem.TakenOf(row, _first + node);
            most += Math.Max(0, taken);
            Parts[node] -= (Int128)reach.Price * taken;
        }

        foreach (var node in inside.SelectMany(_steps.From).Distinct().Where(node => !inside.Contains(node)))
        {
            Parts[node] += reach.Price * most;
        }
    }

    /// <summary>The least that an area is given inside before it comes to each node, until no way is shorter.</summary>
    private Dictionary<int, long> GivenBefore(int payer, Dictionary<int, long> given)
    {
        var before = new Dictionary<int, long> { [payer] = 0 };
        var waiting = new PriorityQueue<int, long>();
        waiting.Enqueue(payer, 0);
        while (waiting.TryDequeue(out var node, out var sofar))
        {
            // A shorter way was found while this one waited, or an area that comes here is outside.
            if (sofar > before[node] || !given.TryGetValue(node, out var land))
            {
                continue;
            }

            foreach (var next in _steps.From(node))
            {
                if (!before.TryGetValue(next, out var known) || sofar + land < known)
                {
                    before[next] = sofar + land;
                    waiting.Enqueue(next, sofar + land);
                }
            }
        }

        return before;
    }
}
