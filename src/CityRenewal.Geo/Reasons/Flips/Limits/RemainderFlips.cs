using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>What areas leave over of blocks: the land that remainders lack to be large enough, around a flip.</summary>
internal sealed class RemainderFlips(LandNodes nodes, int[] areaOfNode, (long LeastTwice, double Price, double SquareMetresOfTwice) limit) : IFlipLimit
{
    public void AddTo(List<FlipEffect> effects, in FlipAsked asked)
    {
        var node = asked.CityNode;
        var free = NodeBlocks.Beside(nodes, node).Where(other => areaOfNode[other] == UnitFlips.None).ToList();
        long before = Lacking(asked.IsIn ? [node] : free, inArea: asked.IsIn ? -1 : node);
        long after = Lacking(asked.IsIn ? free : [node], inArea: asked.IsIn ? node : -1, free: asked.IsIn ? -1 : node);
        if (before != 0 || after != 0)
        {
            effects.Add(Effect(before, after));
        }
    }

    public IEnumerable<FlipEffect> StateOf(UnitFlips unit, int area)
    {
        var beside = Enumerable.Range(0, unit.Land.ParcelCount).Where(node => unit.AreaOf(node) == area)
            .SelectMany(node => NodeBlocks.Beside(nodes, unit.Land.CityNode(node))).Where(other => areaOfNode[other] == UnitFlips.None).ToList();
        var lacking = Lacking(beside, inArea: -1);
        return [Effect(lacking, lacking)];
    }

    private FlipEffect Effect(long before, long after)
    {
        var isSoft = double.IsFinite(limit.Price);
        var (now, then) = (before * limit.SquareMetresOfTwice, after * limit.SquareMetresOfTwice);
        return new FlipEffect(FlipBreaks.Remainder, "smallest_remainder_m2", now, then, 0)
        {
            IsSoft = isSoft, IsBroken = !isSoft && after > before, Price = isSoft ? limit.Price * (then - now) : 0,
        };
    }

    /// <summary>Twice the land that the remainders around some free nodes lack, with one node taken as in an area or as free.</summary>
    private long Lacking(List<int> starts, int inArea, int free = -1)
    {
        bool IsFree(int node) => node == free || (node != inArea && areaOfNode[node] == UnitFlips.None);
        var seen = new HashSet<int>();
        long lacking = 0;
        foreach (var start in starts.Where(start => IsFree(start) && seen.Add(start)))
        {
            var (members, isLeftOver) = (new List<int> { start }, false);
            for (var at = 0; at < members.Count; at++)
            {
                foreach (var other in NodeBlocks.Beside(nodes, members[at]))
                {
                    isLeftOver |= !IsFree(other);
                    if (IsFree(other) && seen.Add(other))
                    {
                        members.Add(other);
                    }
                }
            }

            lacking += isLeftOver ? Math.Max(0, limit.LeastTwice - members.Sum(node => nodes.TwiceArea[node])) : 0;
        }

        return lacking;
    }
}
