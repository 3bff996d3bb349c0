namespace CityRenewal.Geo.Metrics;

/// <summary>Age of a building at the reference year, in the steps of the need score.</summary>
public enum AgeClass
{
    /// <summary>Year of completion not known.</summary>
    Unknown,

    /// <summary>Younger than 20 years.</summary>
    Under20,

    /// <summary>20 to 29 years.</summary>
    From20To29,

    /// <summary>30 to 49 years.</summary>
    From30To49,

    /// <summary>50 years and older.</summary>
    From50,
}
