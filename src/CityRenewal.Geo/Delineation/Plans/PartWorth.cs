namespace CityRenewal.Geo.Delineation;

/// <summary>What one finished area of a unit is worth by itself, at the benefits and prices of the request.</summary>
internal sealed class PartWorth
{
    private readonly UnitPieces _pieces;
    private readonly PieceJudge _judge;
    private readonly int _first;

    public PartWorth(SearchProblem problem, int unit)
    {
        _pieces = new UnitPieces(new UnitLand(problem.Nodes, problem.Benefits, problem.Limits, unit, problem.Rows));
        _judge = new PieceJudge(_pieces.Land);
        _first = problem.Nodes.ProblemStart[unit];
    }

    /// <summary>m² of benefit, less the price of the outline, of the area itself and of the soft limits that it breaks.</summary>
    /// <param name="area">City-wide nodes.</param>
    public double Of(int[] area)
    {
        List<int> members = [.. area.Select(node => node - _first).Where(node => node < _pieces.Land.ParcelCount)];
        var piece = _pieces.Begin();
        members.ForEach(node => _pieces.Add(node, piece));
        var worth = _judge.Of(_pieces.Sums(piece), _pieces.Rows(piece)).Value / _judge.Scale.PerSquareMetre;
        members.ForEach(node => _pieces.Remove(node));
        return worth;
    }
}
