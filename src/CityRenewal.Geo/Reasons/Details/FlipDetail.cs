namespace CityRenewal.Geo.Reasons;

/// <summary>What taking a parcel out of its area, or into one, would change. All values in m² of the objective have the sign of a gain.</summary>
public sealed record FlipDetail
{
    /// <summary>The area by its id; empty where the parcel would be an area by itself.</summary>
    public required string Area { get; init; }

    /// <summary>The parcels that are flipped together, as rows of the city, ascending.</summary>
    public required IReadOnlyList<int> Parcels { get; init; }

    /// <summary>Change of the objective, m²: the sum of the four below.</summary>
    public required double ObjectiveChange { get; init; }

    /// <summary>Benefit gained (above 0) or lost, m².</summary>
    public required double Benefit { get; init; }

    /// <summary>Price of the outline saved (above 0) or paid, m².</summary>
    public required double OutlinePrice { get; init; }

    /// <summary>Price of an area saved or paid, m².</summary>
    public required double OpeningPrice { get; init; }

    /// <summary>Penalties of soft limits saved or paid, m².</summary>
    public required double Penalties { get; init; }

    /// <summary>Change of the length of the outline, metres.</summary>
    public required double OutlineChangeM { get; init; }

    /// <summary>Whether no hard limit would be broken.</summary>
    public bool IsAllowed => Limits.All(limit => !limit.IsBroken);

    /// <summary>Every limit that it touches.</summary>
    public required IReadOnlyList<LimitChange> Limits { get; init; }

    /// <summary>Parcels that would be cut off, part by part; the largest part stays the area.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> CutOff { get; init; }

    /// <summary>Rules whose verdict would change, in the order of the pack; empty without a pack.</summary>
    public required IReadOnlyList<VerdictChange> Verdicts { get; init; }
}
