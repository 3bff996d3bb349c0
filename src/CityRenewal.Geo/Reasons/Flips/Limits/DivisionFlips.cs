using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>Divisions that are crossed at a price: in how many units of each an area lies, and what a flip adds or frees.</summary>
internal sealed class DivisionFlips(ProposalGround ground) : IFlipLimit
{
    public void AddTo(List<FlipEffect> effects, in FlipAsked asked)
    {
        var members = asked.Way == FlipWay.Begins ? [] : MembersOf(asked.Unit, asked.Area);
        int[] moved = asked.Parcels.ToArray();
        int[] after = asked.IsIn ? [.. members, .. moved] : [.. members.Except(moved)];
        effects.AddRange(Effects(members, after).Where(effect => effect.Before != effect.After));
    }

    public IEnumerable<FlipEffect> StateOf(UnitFlips unit, int area)
    {
        var members = MembersOf(unit, area);
        return Effects(members, members);
    }

    private IEnumerable<FlipEffect> Effects(int[] before, int[] after)
    {
        foreach (var priced in ground.Options.Limits.DivisionPrices)
        {
            if (ground.Facts.Divisions.TryGetValue(priced.Division, out var shares))
            {
                int now = Math.Max(0, shares.UnitsOf(before) - 1), then = Math.Max(0, shares.UnitsOf(after) - 1);
                yield return new FlipEffect(FlipBreaks.Crossing, "division_prices", now, then, 0) { IsSoft = true, Price = priced.Price * (then - now) };
            }
        }
    }

    private static int[] MembersOf(UnitFlips unit, int area)
    {
        var members = new List<int>();
        for (var node = 0; node < unit.Land.ParcelCount; node++)
        {
            if (unit.AreaOf(node) == area)
            {
                members.AddRange(new FlipAsked(unit, node, area, FlipWay.Leaves).Parcels);
            }
        }

        return [.. members];
    }
}
