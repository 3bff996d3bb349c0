namespace CityRenewal.Geo.Compliance;

/// <summary>What a term of a rule adds up. Buildings count whole in the area that holds most of their footprint.</summary>
public enum Quantity
{
    /// <summary>Existing floor area of buildings, m², with the interval of its origin.</summary>
    FloorArea = 0,

    /// <summary>Footprint of buildings, m².</summary>
    Footprint = 1,

    /// <summary>Number of buildings.</summary>
    Buildings = 2,

    /// <summary>Households in buildings.</summary>
    Households = 3,

    /// <summary>People in buildings.</summary>
    People = 4,

    /// <summary>Footprint of buildings in a layer, m².</summary>
    FootprintIn = 5,

    /// <summary>Land of parcels, m².</summary>
    Land = 6,

    /// <summary>Number of parcels.</summary>
    Parcels = 7,

    /// <summary>Land of parcels in a layer, m².</summary>
    LandIn = 8,

    /// <summary>Number of protected items that hit parcels.</summary>
    ProtectedItems = 9,
}
