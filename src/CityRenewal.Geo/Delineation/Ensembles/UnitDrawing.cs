namespace CityRenewal.Geo.Delineation;

/// <summary>Draws plans of one unit by a chain: warms up, then keeps a plan every so many steps.</summary>
internal sealed class UnitDrawing(SearchProblem problem, NodeFloorAreas floors, int unit)
{
    // Share of the steps before the first plan is kept.
    private const double WarmUp = 0.25;

    private readonly UnitLand _land = new(problem.Nodes, problem.Benefits, problem.Limits, unit, problem.Rows);

    /// <summary>A chain at its start.</summary>
    /// <param name="areas">City-wide nodes of the areas it begins from.</param>
    /// <param name="number">Number of the chain: each draws differently.</param>
    public UnitChain Begin(IReadOnlyList<int[]> areas, int number)
    {
        var pieces = new UnitPieces(_land);
        var first = problem.Nodes.ProblemStart[unit];
        foreach (var area in areas)
        {
            var piece = pieces.Begin();
            foreach (var node in area.Where(node => node - first < _land.ParcelCount))
            {
                pieces.Add(node - first, piece);
            }
        }

        return new UnitChain(pieces, UnitSeed.Of(_land, 1_000 + number));
    }

    /// <summary>The numbers of the present plan.</summary>
    public PlanNumbers NumbersOf(UnitChain chain) => PlanNumbers.Of(chain.Pieces, chain.Judge, floors);

    /// <summary>Draws so many plans.</summary>
    public UnitDraws Draw(UnitChain chain, (int Plans, long Apart, double Temperature) how, CancellationToken cancel)
    {
        var draws = new UnitDraws(new PlanNumbers[how.Plans], new long[how.Plans][], new int[_land.ParcelCount]);
        chain.Run((long)(WarmUp * how.Plans * how.Apart), how.Temperature);
        for (var plan = 0; plan < how.Plans; plan++)
        {
            cancel.ThrowIfCancellationRequested();
            chain.Run(how.Apart, how.Temperature);
            draws.Numbers[plan] = NumbersOf(chain);
            draws.Takes[plan] = TakesOf(chain.Pieces);
            var pieceOf = chain.Pieces.PieceOfAll;
            for (var node = 0; node < pieceOf.Length; node++)
            {
                draws.Frequency[node] += pieceOf[node] >= 0 ? 1 : 0;
            }
        }

        return draws with { Steps = (chain.Proposed, chain.Accepted) };
    }

    private long[] TakesOf(UnitPieces pieces)
    {
        var takes = new long[problem.PlanRows.Count];
        for (var row = 0; row < takes.Length; row++)
        {
            var pieceOf = pieces.PieceOfAll;
            for (var node = 0; node < pieceOf.Length; node++)
            {
                takes[row] += pieceOf[node] >= 0 ? problem.PlanRows.Slack(row, _land.CityNode(node)) : 0;
            }
        }

        return takes;
    }
}
