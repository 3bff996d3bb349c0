namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The land that hangs together with a payer and is chosen about as far as itself: where that is enough for an area, the payer breaks no
/// limit of reach, and nobody needs to look for one.
/// </summary>
internal sealed class LikeChosen(UnitLand land, NodeSteps steps)
{
    private readonly List<int> _nodes = [];
    private readonly bool[] _isIn = new bool[land.ParcelCount];

    // How far chosen the land is that hangs together with a node and is enough; 0 where that is not known.
    private readonly double[] _enough = new double[land.ParcelCount];

    /// <summary>The nodes gathered last, the payer first.</summary>
    public List<int> Nodes => _nodes;

    /// <summary>Forgets who has enough: another choice of nodes is looked at.</summary>
    public void Begin() => Array.Clear(_enough);

    /// <summary>Whether a payer hangs together with the smallest area of land that is chosen as far as itself, or nearly.</summary>
    /// <param name="payer">The node that asks.</param>
    /// <param name="chosen">How far each node is chosen; the same since <see cref="Begin"/>.</param>
    /// <param name="nearly">The share of its choice that counts as all of it.</param>
    public bool IsEnough(int payer, double[] chosen, double nearly)
    {
        if (_enough[payer] >= nearly * chosen[payer])
        {
            return true;
        }

        var isEnough = LackAround(payer, chosen, 1) <= 0 || _nodes.Exists(node => _enough[node] >= chosen[payer]);
        foreach (var node in isEnough ? _nodes : [])
        {
            _enough[node] = Math.Max(_enough[node], chosen[payer]);
        }

        return isEnough;
    }

    /// <summary>Gathers nodes until they are enough; returns what they lack of the smallest area, twice as ever, at most 0 where nothing.</summary>
    /// <param name="payer">Where they hang together.</param>
    /// <param name="chosen">How far each node is chosen.</param>
    /// <param name="share">Share of the payer's choice that each has at least.</param>
    public long LackAround(int payer, double[] chosen, double share)
    {
        _nodes.Clear();
        var lack = land.Limits.LeastTwiceArea - Take(payer);
        for (var at = 0; at < _nodes.Count && lack > 0; at++)
        {
            foreach (var next in steps.From(_nodes[at]))
            {
                lack -= !_isIn[next] && chosen[next] >= share * chosen[payer] ? Take(next) : 0;
            }
        }

        _nodes.ForEach(node => _isIn[node] = false);
        return lack;
    }

    private long Take(int node)
    {
        _isIn[node] = true;
        _nodes.Add(node);
        return land.TwiceArea(node);
    }
}
