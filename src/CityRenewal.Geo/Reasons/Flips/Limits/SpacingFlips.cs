using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>Distance between areas: how many others an area is too near to, and which a flip adds or frees.</summary>
internal sealed class SpacingFlips : IFlipLimit
{
    private readonly LandNodes _nodes;
    private readonly int[] _areaOfNode;
    private readonly double _price;

    // Per pair of areas by how many pairs of nodes they are too near.
    private readonly Dictionary<(int, int), int> _near = [];

    public SpacingFlips(LandNodes nodes, int[] areaOfNode, double price)
    {
        (_nodes, _areaOfNode, _price) = (nodes, areaOfNode, price);
        for (var node = 0; node < areaOfNode.Length; node++)
        {
            foreach (var other in areaOfNode[node] == UnitFlips.None ? [] : nodes.NearTo(node))
            {
                if (other > node && areaOfNode[other] != UnitFlips.None && areaOfNode[other] != areaOfNode[node])
                {
                    var pair = Pair(areaOfNode[node], areaOfNode[other]);
                    _near[pair] = _near.GetValueOrDefault(pair) + 1;
                }
            }
        }
    }

    public void AddTo(List<FlipEffect> effects, in FlipAsked asked)
    {
        var area = asked.Area;
        var others = new Dictionary<int, int>();
        foreach (var near in _nodes.NearTo(asked.CityNode))
        {
            if (_areaOfNode[near] is not UnitFlips.None and var other && other != area)
            {
                others[other] = others.GetValueOrDefault(other) + 1;
            }
        }

        if (others.Count > 0)
        {
            var before = area == UnitFlips.None ? 0 : NearTo(area);
            var change = asked.IsIn
                ? others.Keys.Count(other => area == UnitFlips.None || !_near.ContainsKey(Pair(area, other)))
                : -others.Count(other => _near[Pair(area, other.Key)] == other.Value);
            effects.Add(Effect(before, before + change));
        }
    }

    public IEnumerable<FlipEffect> StateOf(UnitFlips unit, int area)
    {
        var near = NearTo(area);
        return [Effect(near, near)];
    }

    private int NearTo(int area) => _near.Keys.Count(pair => pair.Item1 == area || pair.Item2 == area);

    private FlipEffect Effect(int before, int after)
    {
        var isSoft = double.IsFinite(_price);
        return new FlipEffect(FlipBreaks.Spacing, "spacing_m", before, after, 0)
        {
            IsSoft = isSoft, IsBroken = !isSoft && after > before, Price = isSoft ? _price * (after - before) : 0,
        };
    }

    private static (int, int) Pair(int one, int other) => (Math.Min(one, other), Math.Max(one, other));
}
