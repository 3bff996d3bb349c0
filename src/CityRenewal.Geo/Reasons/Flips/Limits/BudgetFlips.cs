using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>Budgets of the plan: what all areas together take of each, and what a flip takes more.</summary>
internal sealed class BudgetFlips : IFlipLimit
{
    private readonly PlanRows _rows;
    private readonly long[] _taken;

    public BudgetFlips(PlanRows rows, int[] areaOfNode)
    {
        (_rows, _taken) = (rows, new long[rows.Count]);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var node = 0; node < areaOfNode.Length; node++)
            {
                _taken[row] += areaOfNode[node] == UnitFlips.None ? 0 : rows.Slack(row, node);
            }
        }
    }

    public void AddTo(List<FlipEffect> effects, in FlipAsked asked)
    {
        for (var row = 0; row < _rows.Count; row++)
        {
            var change = asked.Sign * _rows.Slack(row, asked.CityNode);
            if (change != 0)
            {
                effects.Add(Effect(row, _taken[row], _taken[row] + change));
            }
        }
    }

    public IEnumerable<FlipEffect> StateOf(UnitFlips unit, int area) =>
        Enumerable.Range(0, _rows.Count).Select(row => Effect(row, _taken[row], _taken[row]));

    private FlipEffect Effect(int row, long before, long after)
    {
        var (limit, price) = (_rows.Limit(row), _rows.SoftPrice(row));
        var isSoft = double.IsFinite(price);
        var more = Math.Max(0, after - limit) - Math.Max(0, before - limit);
        return new FlipEffect(FlipBreaks.Budget, _rows.Names[row], before * RuleRow.Unit, after * RuleRow.Unit, limit * RuleRow.Unit)
        {
            IsSoft = isSoft,
            IsBroken = !isSoft && after > before && after > limit,
            Price = isSoft ? price * RuleRow.Unit * more : 0,
        };
    }
}
