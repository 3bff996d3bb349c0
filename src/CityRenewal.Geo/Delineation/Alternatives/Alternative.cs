namespace CityRenewal.Geo.Delineation;

/// <summary>One of several plans (备选方案) for the same request.</summary>
/// <param name="Judged">The plan, with the price of outline that it was searched at, its bound and its gap.</param>
/// <param name="ObjectiveAtRequest">What it is worth at the price of outline that was asked for, m²: what it is ranked by.</param>
public sealed record Alternative(JudgedPlan Judged, double ObjectiveAtRequest)
{
    /// <summary>Rank among the alternatives, 1 is worth most at the price asked for.</summary>
    public int Rank { get; init; }

    /// <summary>Benefit net of everything but the outline, m²: how high it stands against the outer front.</summary>
    public double NetBenefit { get; init; }

    /// <summary>Length of all outlines, metres.</summary>
    public double Perimeter { get; init; }

    /// <summary>Land of its parcels, m².</summary>
    public double NetArea { get; init; }

    /// <summary>Floor area that goes by choice, m², of the buildings whose floor area is known.</summary>
    public double ElectiveDemolition { get; init; }

    /// <summary>Floor area that goes in all, m², of the buildings whose floor area is known.</summary>
    public double Demolition { get; init; }

    /// <summary>Buildings that go, of which the floor area is unknown.</summary>
    public int DemolishedUnknown { get; init; }

    /// <summary>How much better any plan can be at the price of outline asked for, as a share of this one; null where it is worth nothing there.</summary>
    public double? GapAtRequest { get; init; }

    /// <summary>Jaccard distance of its land to that of the first, in [0, 1].</summary>
    public double Difference { get; init; }

    /// <summary>Whether no other alternative demolishes less: by choice first, then in all.</summary>
    public bool IsLeastDemolition { get; init; }

    /// <summary>Benefit that the outer front allows at its length of outline, over what it has, m².</summary>
    public double DistanceToFront { get; init; }
}
