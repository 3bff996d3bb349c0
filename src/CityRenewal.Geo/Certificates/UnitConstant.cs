namespace CityRenewal.Geo.Certificates;

/// <summary>
/// What the areas of a unit cost and are allowed by themselves at the prices of a certificate. With n areas of a_1 … a_n land
/// each, n·C − φ·Σa is largest where every area is as small or as large as it may be: once where that is below 0, as a unit with
/// areas has at least one, else for as many as fit.
/// </summary>
internal sealed class UnitConstant(CertifiedProblem problem, PlanCertificate plan, UnitCertificate proof)
{
    private Int128 _whole;
    private long _smallest = long.MaxValue;
    private int _nodes;

    /// <summary>Whether the unit has too little land for any area.</summary>
    public bool NoAreaFits => MostAreas == 0;

    private Int128 Least => Int128.Max(problem.Limits.LeastTwiceArea, _smallest);

    private Int128 Most => Int128.Max(Least, Int128.Min(problem.Limits.MostTwiceArea, _whole));

    private Int128 MostAreas => Least > 0 ? Int128.Min(_whole / Least, _nodes) : _nodes;

    /// <summary>Counts a parcel's node.</summary>
    public void Take(long land)
    {
        _whole += land;
        _smallest = Math.Min(_smallest, land);
        _nodes++;
    }

    /// <summary>What is added to the cut, parts.</summary>
    public Int128 Parts()
    {
        var own = -CertificateScale.Opening(problem.Limits.Opening) - plan.AreaPrice;
        for (var row = 0; row < problem.Rows.Count; row++)
        {
            own += (Int128)proof.RowPrices[row] * problem.Rows[row].Limit;
        }

        var small = own - (proof.LandPrice * Least);
        var large = own - (proof.LandPrice * Most);
        var worst = small > large ? small : large;
        return worst > 0 ? worst * MostAreas : worst;
    }
}
