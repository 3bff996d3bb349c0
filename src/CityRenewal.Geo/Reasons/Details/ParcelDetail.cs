namespace CityRenewal.Geo.Reasons;

/// <summary>Everything that is to be said about why one parcel is in or out.</summary>
public sealed record ParcelDetail
{
    /// <summary>The parcel, a row of the city.</summary>
    public required int Parcel { get; init; }

    /// <summary>Its area by id; empty where it is in none.</summary>
    public required string Area { get; init; }

    /// <summary>The main reason.</summary>
    public required ReasonCode Code { get; init; }

    /// <summary>The main reason as a sentence.</summary>
    public required ReasonText Text { get; init; }

    /// <summary>Whether it may be in an area at all.</summary>
    public required bool MayJoin { get; init; }

    /// <summary>Its need in [0, 1]; null where less than half of it is known.</summary>
    public required double? Need { get; init; }

    /// <summary>Share of the need's weights that is known, in [0, 1].</summary>
    public required double KnownShare { get; init; }

    /// <summary>The parts of its need that have a weight: value in [0, 1], null where unknown.</summary>
    public required IReadOnlyList<NeedShare> NeedParts { get; init; }

    /// <summary>Its land, m².</summary>
    public required double NetArea { get; init; }

    /// <summary>(need − threshold) × land, m².</summary>
    public required double Benefit { get; init; }

    /// <summary>What flipping it would change: leaving its area, or joining each area that it meets, or being one by itself.</summary>
    public required IReadOnlyList<FlipDetail> Flips { get; init; }

    /// <summary>What an area around it would be worth; null unless it meets no area and may join.</summary>
    public AreaAround? Around { get; init; }
}
