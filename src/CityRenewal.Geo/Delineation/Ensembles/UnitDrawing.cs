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

    /// <summary>Draws so many plans; those that checks do not let through are counted and left out.</summary>
    public UnitDraws Draw(UnitChain chain, (int Plans, long Apart, double Temperature) how, DrawnPlanChecks? checks, CancellationToken cancel)
    {
        var (numbers, takes, pieces, frequency) = (new List<PlanNumbers>(), new List<long[]>(), new List<int[]>(), new int[_land.ParcelCount]);
        chain.Run((long)(WarmUp * how.Plans * how.Apart), how.Temperature);
        for (var plan = 0; plan < how.Plans; plan++)
        {
            cancel.ThrowIfCancellationRequested();
            chain.Run(how.Apart, how.Temperature);
            if (checks is { HasAny: true } && !checks.Keeps(chain.Pieces))
            {
                continue;
            }

            numbers.Add(NumbersOf(chain));
            takes.Add(TakesOf(chain.Pieces));
            var pieceOf = chain.Pieces.PieceOfAll;
            if (problem.Nodes.NearStart.Length > 0)
            {
                pieces.Add(pieceOf.ToArray());
            }

            for (var node = 0; node < pieceOf.Length; node++)
            {
                frequency[node] += pieceOf[node] >= 0 ? 1 : 0;
            }
        }

        return new UnitDraws([.. numbers], [.. takes], frequency)
        {
            Steps = (chain.Proposed, chain.Accepted), LeftOut = how.Plans - numbers.Count, Pieces = pieces,
        };
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
