namespace CityRenewal.Geo.Shapes;

/// <summary>Area and length of a ring or feature on the ellipsoid; NaN where a coordinate cannot be placed.</summary>
/// <param name="Area">m², never negative.</param>
/// <param name="Perimeter">Metres; of a feature, holes included.</param>
public readonly record struct RingMeasure(double Area, double Perimeter)
{
    /// <summary>What cannot be measured.</summary>
    public static readonly RingMeasure NotMeasurable = new(double.NaN, double.NaN);
}
