namespace CityRenewal.Geo.Compliance;

/// <summary>The unit of a parameter or limit; a rule refuses a parameter of another unit.</summary>
public enum RuleUnit
{
    /// <summary>A share or ratio, 0.2 and never 20.</summary>
    Ratio = 0,

    /// <summary>Square metres.</summary>
    SquareMetre = 1,

    /// <summary>Metres.</summary>
    Metre = 2,

    /// <summary>Years.</summary>
    Year = 3,

    /// <summary>A number of things.</summary>
    Count = 4,

    /// <summary>A number of things on a hectare.</summary>
    PerHectare = 5,
}
