namespace CityRenewal.Geo.Metrics;

/// <summary>The unit of a measure; also the end of its wire name, except for ratios and counts.</summary>
public enum MeasureUnit
{
    /// <summary>A ratio or an index without unit.</summary>
    Ratio,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>Metres.</summary>
    Metre,

    /// <summary>Square metres.</summary>
    SquareMetre,

    /// <summary>Years.</summary>
    Year,

    /// <summary>Per hectare.</summary>
    PerHectare,
}
