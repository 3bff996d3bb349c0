namespace CityRenewal.Geo.Land;

/// <summary>How a number column says "not known": never by zero.</summary>
public static class Unknown
{
    /// <summary>Stands for an unknown whole number.</summary>
    public const int Integer = int.MinValue;

    /// <summary>Stands for an unknown real number; test with <see cref="double.IsNaN"/>.</summary>
    public const double Real = double.NaN;
}
