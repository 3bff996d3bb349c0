using System.Numerics;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// All plans of a very small unit from which a choice over the units could gain: of those that take the same of every limit
/// over the plan the best, and none that takes more for less.
/// </summary>
internal sealed class AllUnitPlans
{
    /// <summary>Most parcels' nodes of a unit of which all plans are looked at.</summary>
    public const int MostNodes = 8;

    private readonly SearchProblem _problem;
    private readonly GlobalLimits _limits;
    private readonly UnitPieces _pieces;
    private readonly List<(int Set, double Value, int[] Nodes, long[] Takes)> _areas = [];
    private int _locked;

    private AllUnitPlans(SearchProblem problem, GlobalLimits limits, int unit)
    {
        (_problem, _limits) = (problem, limits);
        _pieces = new UnitPieces(new UnitLand(problem.Nodes, problem.Benefits, problem.Limits, unit, problem.Rows) { Floors = problem.Floors });
    }

    /// <summary>The plans of a unit; the empty one among them where nothing is locked in.</summary>
    public static IReadOnlyList<UnitPlan> Of(SearchProblem problem, GlobalLimits limits, int unit)
    {
        var plans = new AllUnitPlans(problem, limits, unit);
        plans.LookAtAreas();
        return plans.Combine();
    }

    private void LookAtAreas()
    {
        var judge = new PieceJudge(_pieces.Land);
        var contiguity = new PieceContiguity(_pieces);
        var floors = new PieceFloors(_pieces, judge);
        var piece = _pieces.Begin();
        for (var set = 1; set < 1 << _pieces.Land.ParcelCount; set++)
        {
            for (var rest = set; rest != 0; rest &= rest - 1)
            {
                _pieces.Add(BitOperations.TrailingZeroCount(rest), piece);
            }

            var score = judge.Of(_pieces.Sums(piece), _pieces.Rows(piece));
            if (score.Excess == 0 && contiguity.Holds(piece) && !HasBarred(piece))
            {
                var nodes = _pieces.NodesOf(piece);
                _areas.Add((set, floors.Finished(piece, score) / judge.Scale.PerSquareMetre, nodes, _limits.Takes([nodes])));
            }

            for (var rest = set; rest != 0; rest &= rest - 1)
            {
                _pieces.Remove(BitOperations.TrailingZeroCount(rest));
            }
        }

        for (var node = 0; node < _pieces.Land.ParcelCount; node++)
        {
            _locked |= _pieces.Land.IsLockedIn(node) ? 1 << node : 0;
        }
    }

    private bool HasBarred(int piece)
    {
        foreach (var node in _pieces.MembersOf(piece))
        {
            foreach (ref readonly var link in _pieces.Land.LinksOf(node))
            {
                if (link.IsBarred && _pieces.PieceOf(link.Other) == piece)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Node by node from the lowest: it stays out, or an area that it is the lowest node of holds it.</summary>
    private IReadOnlyList<UnitPlan> Combine()
    {
        var byLowest = _areas.ToLookup(area => area.Set & -area.Set);
        var plans = new List<UnitPlan>?[1 << _pieces.Land.ParcelCount];
        plans[0] = [new UnitPlan([], 0, new long[_limits.Count])];
        for (var set = 1; set < plans.Length; set++)
        {
            var lowest = set & -set;
            var found = (lowest & _locked) == 0 ? new List<UnitPlan>(plans[set ^ lowest]!) : [];
            foreach (var area in byLowest[lowest].Where(area => (area.Set & ~set) == 0))
            {
                found.AddRange(plans[set ^ area.Set]!.Select(plan => new UnitPlan(
                    [.. plan.Areas, area.Nodes], plan.Value + area.Value, [.. plan.Takes.Select((take, row) => take + area.Takes[row])])));
            }

            plans[set] = Worthwhile(found);
        }

        return plans[^1]!;
    }

    private static List<UnitPlan> Worthwhile(List<UnitPlan> plans)
    {
        var kept = new List<UnitPlan>();
        foreach (var plan in plans.OrderByDescending(plan => plan.Value).ThenBy(plan => plan.Takes.Sum()))
        {
            if (!kept.Exists(better => Enumerable.Range(0, plan.Takes.Length).All(row => better.Takes[row] <= plan.Takes[row])))
            {
                kept.Add(plan);
            }
        }

        return kept;
    }
}
