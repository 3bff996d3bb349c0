namespace CityRenewal.Geo.Delineation;

/// <summary>What one finished area of a unit is worth by itself, at the benefits and prices of the request.</summary>
internal sealed class PartWorth(SearchProblem problem, int unit)
{
    private readonly UnitPieces _pieces = new(new UnitLand(problem.Nodes, problem.Benefits, problem.Limits, unit, problem.Rows));

    /// <summary>m² of benefit, less the price of the outline and of the area itself.</summary>
    /// <param name="area">City-wide nodes.</param>
    public double Of(int[] area)
    {
        var land = _pieces.Land;
        var first = problem.Nodes.ProblemStart[unit];
        var members = area.Where(node => !problem.Nodes.IsStreet(node)).Select(node => node - first).ToList();
        var piece = _pieces.Begin();
        members.ForEach(node => _pieces.Add(node, piece));
        var worth = _pieces.Value(piece) - land.Limits.Opening;
        members.ForEach(node => _pieces.Remove(node));
        return worth;
    }
}
