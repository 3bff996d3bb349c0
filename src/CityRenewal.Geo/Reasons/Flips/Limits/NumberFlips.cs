using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>Fewest and most areas of a plan: a flip counts where an area begins or ends by it.</summary>
internal sealed class NumberFlips(SearchLimits limits, int areas) : IFlipLimit
{
    public void AddTo(List<FlipEffect> effects, in FlipAsked asked)
    {
        var after = asked.Way == FlipWay.Begins ? areas + 1 : asked.Way == FlipWay.Ends ? areas - 1 : areas;
        if (after != areas)
        {
            effects.AddRange(Effects(after));
        }
    }

    public IEnumerable<FlipEffect> StateOf(UnitFlips unit, int area) => Effects(areas);

    private IEnumerable<FlipEffect> Effects(int after)
    {
        if (limits.FewestAreas > 0)
        {
            yield return Effect(
                "fewest_areas", after, (limits.FewestAreas, limits.FewestAreasPrice), number => Math.Max(0, limits.FewestAreas - number));
        }

        if (limits.MostAreas < int.MaxValue)
        {
            yield return Effect("most_areas", after, (limits.MostAreas, limits.MostAreasPrice), number => Math.Max(0, number - limits.MostAreas));
        }
    }

    private FlipEffect Effect(string name, int after, (int Bound, double Price) limit, Func<int, int> excess)
    {
        var (more, isSoft) = (excess(after) - excess(areas), double.IsFinite(limit.Price));
        return new FlipEffect(FlipBreaks.Number, name, areas, after, limit.Bound)
        {
            IsSoft = isSoft, IsBroken = !isSoft && more > 0, Price = isSoft ? limit.Price * more : 0,
        };
    }
}
