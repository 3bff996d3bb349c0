namespace CityRenewal.Geo.Shapes;

/// <summary>
/// The one plane a city is computed in: an ellipsoidal Albers equal-area projection (GRS80) centred on the city, with an
/// integer grid on it. Areas in it are true on the ground, and a city across a zone limit is one plane.
/// x is east and y is north, always.
/// </summary>
/// <param name="CentreLongitude">Degrees, rounded to 0.01 at first import and fixed from then on.</param>
/// <param name="CentreLatitude">Degrees, rounded to 0.01.</param>
/// <param name="SouthParallel">First standard parallel, degrees.</param>
/// <param name="NorthParallel">Second standard parallel, degrees.</param>
/// <param name="GridSize">Metres per grid unit: 0.0001, or 0.001 where the extent exceeds 400 km.</param>
public sealed record WorkingPlane(
    double CentreLongitude, double CentreLatitude, double SouthParallel, double NorthParallel, double GridSize = 0.0001)
{
    /// <summary>A declared local metric system runs untransformed: this is its origin, else null.</summary>
    public LocalOrigin? Local { get; init; }

    /// <summary>Grid units in one metre.</summary>
    public double UnitsPerMetre => 1 / GridSize;

    /// <summary>Square metres of an area given in square grid units.</summary>
    public double SquareMetres(double squareUnits) => squareUnits * GridSize * GridSize;

    /// <summary>Square metres of twice an area in square grid units, as integer shoelace sums give it.</summary>
    public double SquareMetresOfTwice(Int128 twiceArea) => (double)twiceArea * 0.5 * GridSize * GridSize;

    /// <summary>Metres of a length in grid units.</summary>
    public double Metres(double units) => units * GridSize;
}

/// <summary>Where the grid of a declared local metric system has its zero, in that system's metres.</summary>
public readonly record struct LocalOrigin(double East, double North);
