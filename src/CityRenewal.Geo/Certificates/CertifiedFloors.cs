using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Certificates;

/// <summary>What was asked of floor area where it has a worth; what stands, may go and may be built is measured from the city.</summary>
/// <param name="City">The city.</param>
/// <param name="Facts">What lies on its parcels.</param>
public sealed record CertifiedFloors(City City, ParcelFacts Facts)
{
    /// <summary>What a m² is worth that goes by choice, m² of benefit.</summary>
    public required double DemolitionWorth { get; init; }

    /// <summary>What a m² of new floor area is worth, m² of benefit.</summary>
    public required double NewFloorAreaWorth { get; init; }

    /// <summary>Largest share of the existing floor area that goes by choice, in [0, 1].</summary>
    public required double DemolitionLimit { get; init; }

    /// <summary>Most new floor area for each m² that goes by choice.</summary>
    public required double NewPerDemolished { get; init; }

    /// <summary>Need below which a parcel's buildings make no room for demolition.</summary>
    public required double PaddingNeed { get; init; }

    /// <summary>Age from which an otherwise sound building is renovated, years.</summary>
    public required int RenovationAge { get; init; }

    /// <summary>The year that ages count from; null where none is known.</summary>
    public required int? Year { get; init; }
}
