namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The best proven upper bound of a unit. A unit that has any area has at least the smallest area of land in it, so with a
/// subsidy σ per m² everything it can be worth is at most the subsidised cut minus σ × the smallest area; a unit without
/// areas is worth 0. The least of all such bounds holds (Lagrangian relaxation of the lower limit).
/// </summary>
internal sealed class UnitBound
{
    private readonly double _leastArea;
    private readonly bool _hasLocked;
    private double _bound;

    public UnitBound(UnitLand land, double cutWithoutSubsidy)
    {
        var grid = land.Nodes.MetresPerUnit * LandNodes.UnitsPerGridUnit;
        _leastArea = land.Limits.LeastTwiceArea * grid * grid / 2;
        _bound = cutWithoutSubsidy;
        for (var node = 0; node < land.ParcelCount && !_hasLocked; node++)
        {
            _hasLocked = land.IsLockedIn(node);
        }
    }

    /// <summary>Upper bound of what areas in the unit can be worth, m².</summary>
    public double Value => _hasLocked ? _bound : Math.Max(0, _bound);

    /// <summary>Takes in the value of a cut with a subsidy per m².</summary>
    public void Tighten(double subsidisedCut, double subsidy) =>
        _bound = Math.Min(_bound, subsidisedCut - (subsidy * _leastArea));
}
