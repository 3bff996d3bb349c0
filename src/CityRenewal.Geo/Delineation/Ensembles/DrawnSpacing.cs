namespace CityRenewal.Geo.Delineation;

/// <summary>Holds drawn plans of a city to the distance between areas, across its units too.</summary>
internal sealed class DrawnSpacing(SearchProblem problem, int[] units)
{
    /// <summary>Whether no two areas of a plan are nearer than they may be; at a price they may.</summary>
    /// <param name="chain">What one chain drew in each unit.</param>
    /// <param name="plan">Number of the plan.</param>
    public bool Keeps(UnitDraws[] chain, int plan)
    {
        var nodes = problem.Nodes;
        if (nodes.NearStart.Length == 0 || double.IsFinite(problem.Limits.SpacingPrice))
        {
            return true;
        }

        var areaOf = new (int Unit, int Piece)[nodes.Count];
        Array.Fill(areaOf, (-1, -1));
        for (var at = 0; at < units.Length; at++)
        {
            var pieces = chain[at].Pieces[plan];
            for (var node = 0; node < pieces.Length; node++)
            {
                areaOf[nodes.ProblemStart[units[at]] + node] = pieces[node] >= 0 ? (at, pieces[node]) : (-1, -1);
            }
        }

        for (var node = 0; node < areaOf.Length; node++)
        {
            foreach (var near in areaOf[node].Piece < 0 ? [] : nodes.NearTo(node))
            {
                if (areaOf[near].Piece >= 0 && areaOf[near] != areaOf[node])
                {
                    return false;
                }
            }
        }

        return true;
    }
}
