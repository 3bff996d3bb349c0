namespace CityRenewal.Geo.Shapes;

/// <summary>
/// The one place where the official axis order meets ours. Inside, x is east and y is north, always; the register puts
/// north first for Gauss-Krüger systems and latitude first for geographic ones.
/// </summary>
public static class AxisOrder
{
    /// <summary>East and north of a pair in official order.</summary>
    public static (double East, double North) FromOfficial(ReferenceSystem system, double first, double second) =>
        system.IsNorthFirst ? (second, first) : (first, second);

    /// <summary>A pair in official order from east and north.</summary>
    public static (double First, double Second) ToOfficial(ReferenceSystem system, double east, double north) =>
        system.IsNorthFirst ? (north, east) : (east, north);
}
