namespace CityRenewal.Geo.Certificates;

/// <summary>What makes land contiguous, and what keeps parcels apart, as it was asked.</summary>
/// <param name="Least">Shortest common border of two parcels, or of a parcel and a street, that an area goes on over; eighths of a grid unit.</param>
public sealed record CertifiedContacts(long Least)
{
    /// <summary>Whether two parcels are never in one area: a barrier lies between them, or the request keeps them apart.</summary>
    public Func<int, int, bool> IsBarred { get; init; } = (_, _) => false;

    /// <summary>The parcels that the request names as a pair with one, whether it bars or prices them.</summary>
    public Func<int, IEnumerable<int>> PartnersOf { get; init; } = _ => [];

    /// <summary>Whether two parcels face each other across a street with nothing in between.</summary>
    public Func<int, int, bool> FaceEachOther { get; init; } = (_, _) => true;
}
