namespace CityRenewal.Geo.Areas;

/// <summary>
/// What renewal costs, in any one currency unit: there is no default, since nobody but the planner knows. A price that is
/// not given counts nothing.
/// </summary>
public sealed record CostModel
{
    /// <summary>Per m² of floor area that is renovated; not negative.</summary>
    public double PerRenovated { get; init; }

    /// <summary>Per m² of floor area that is demolished; not negative.</summary>
    public double PerDemolished { get; init; }

    /// <summary>Per m² of net land; not negative.</summary>
    public double PerLand { get; init; }

    /// <summary>Whether any price is given.</summary>
    public bool IsGiven => PerRenovated > 0 || PerDemolished > 0 || PerLand > 0;
}
