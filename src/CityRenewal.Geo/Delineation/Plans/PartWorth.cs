namespace CityRenewal.Geo.Delineation;

/// <summary>What one finished area of a unit is worth by itself, at the benefits and prices of the request.</summary>
internal sealed class PartWorth
{
    private readonly UnitPieces _pieces;
    private readonly PieceJudge _judge;
    private readonly PieceFloors _floors;
    private readonly SoftPrices _prices;
    private readonly int _first;

    public PartWorth(UnitLand land)
    {
        (_pieces, _judge, _prices) = (new UnitPieces(land), new PieceJudge(land), new SoftPrices(land));
        _floors = new PieceFloors(_pieces, _judge);
        _first = land.Nodes.ProblemStart[land.Problem];
    }

    public PartWorth(SearchProblem problem, int unit)
        : this(new UnitLand(problem.Nodes, problem.Benefits, problem.Limits, unit, problem.Rows) { Floors = problem.Floors })
    {
    }

    /// <summary>The plan of areas that stay as they are and nothing else, with their streets.</summary>
    /// <param name="areas">City-wide nodes of each area's parcels.</param>
    /// <param name="limits">The limits over the plan.</param>
    public UnitPlan PlanOf(IReadOnlyList<int[]> areas, GlobalLimits limits)
    {
        int[][] whole = [.. areas.Select(WithStreets)];
        return new UnitPlan(whole, whole.Sum(Of), limits.Takes(whole));
    }

    /// <summary>City-wide nodes of an area with the streets that it encloses.</summary>
    public int[] WithStreets(int[] area)
    {
        List<int> members = [.. area.Select(node => node - _first).Where(node => node < _pieces.Land.ParcelCount)];
        var piece = _pieces.Begin();
        members.ForEach(node => _pieces.Add(node, piece));
        var nodes = _pieces.NodesOf(piece);
        members.ForEach(node => _pieces.Remove(node));
        return nodes;
    }

    /// <summary>m² of benefit, less the price of the outline, of the area itself and of the soft limits that it breaks.</summary>
    /// <param name="area">City-wide nodes.</param>
    public double Of(int[] area) => Judged(area).Worth;

    /// <summary>The same, and whether the area breaks a limit of areas.</summary>
    /// <param name="area">City-wide nodes.</param>
    public (double Worth, bool IsBroken) Judged(int[] area)
    {
        List<int> members = [.. area.Select(node => node - _first).Where(node => node < _pieces.Land.ParcelCount)];
        var piece = _pieces.Begin();
        members.ForEach(node => _pieces.Add(node, piece));
        var score = _judge.Of(_pieces.Sums(piece), _pieces.Rows(piece));
        var worth = (_floors.Finished(piece, score) / _judge.Scale.PerSquareMetre) - _prices.Of(members);
        members.ForEach(node => _pieces.Remove(node));
        return (worth, score.Excess > 0);
    }
}
