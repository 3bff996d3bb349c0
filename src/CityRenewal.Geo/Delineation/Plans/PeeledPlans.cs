namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Plans of a unit that take a little less, and less again: at each step the member at a border leaves that loses least for
/// what it takes of the limits over the plan, as long as its area keeps every limit of its own. They fill what whole areas
/// would leave of a budget.
/// </summary>
internal sealed class PeeledPlans(SearchProblem problem, GlobalLimits limits, int unit)
{
    private const int MostSteps = 48;

    private readonly UnitPieces _pieces = new(new UnitLand(problem.Nodes, problem.Benefits, problem.Limits, unit, problem.Rows) { Floors = problem.Floors });

    /// <summary>The plans, each a step beyond the one before.</summary>
    public IEnumerable<UnitPlan> Of(UnitPlan whole)
    {
        var judge = new PieceJudge(_pieces.Land);
        var contiguity = new PieceContiguity(_pieces);
        var first = problem.Nodes.ProblemStart[unit];
        foreach (var area in whole.Areas)
        {
            var piece = _pieces.Begin();
            foreach (var node in area.Where(node => node - first < _pieces.Land.ParcelCount))
            {
                _pieces.Add(node - first, piece);
            }
        }

        var value = whole.Value;
        var worth = new PartWorth(problem, unit);
        for (var step = 0; step < MostSteps && BestLeaver(judge, contiguity) is var (node, loss) && node >= 0; step++)
        {
            _pieces.Remove(node);
            var areas = Enumerable.Range(0, _pieces.Count).Select(_pieces.NodesOf).ToList();

            // Buildings go whole: what a step loses of their worth is not what was estimated.
            value = problem.Floors.IsNone ? value - loss : areas.Sum(worth.Of);
            yield return new UnitPlan(areas, value, limits.Takes(areas));
        }
    }

    private (int Node, double Loss) BestLeaver(PieceJudge judge, PieceContiguity contiguity)
    {
        var best = (Node: -1, Loss: 0.0);
        var least = double.PositiveInfinity;
        foreach (var node in _pieces.Members.Border.ToArray().Order())
        {
            var piece = _pieces.PieceOf(node);
            var take = Enumerable.Range(0, problem.PlanRows.Count)
                .Sum(row => problem.PlanRows.Slack(row, _pieces.Land.CityNode(node)) / Math.Max(1.0, Math.Abs(problem.PlanRows.Limit(row))));
            if (piece < 0 || take <= 0 || _pieces.Land.IsLockedIn(node) || _pieces.Sums(piece).Members == 1)
            {
                continue;
            }

            var (loss, mayLeave) = LossOf(node, piece, judge);
            if (mayLeave && loss / take < least && contiguity.StaysWithout(node))
            {
                (best, least) = ((node, loss), loss / take);
            }
        }

        return best;
    }

    private (double Loss, bool MayLeave) LossOf(int node, int piece, PieceJudge judge)
    {
        var rows = _pieces.Rows(piece).ToArray();
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] -= _pieces.Land.Takes[(node * rows.Length) + row];
        }

        var now = judge.Of(_pieces.Sums(piece), _pieces.Rows(piece));
        var then = judge.Of(_pieces.Sums(piece) - _pieces.ChangeOfRemoving(node), rows);
        return ((now.Value - then.Value) / judge.Scale.PerSquareMetre, then.Excess == 0);
    }
}
