namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Four parameters between two plane systems (平面四参数): north' = Δnorth + k (north cos α − east sin α),
/// east' = Δeast + k (north sin α + east cos α). Given by the user; never stored.
/// </summary>
/// <param name="East">Δeast, metres.</param>
/// <param name="North">Δnorth, metres.</param>
/// <param name="Rotation">α, radians, growing from north to east.</param>
/// <param name="Scale">k − 1: 1e-6 for 1 ppm.</param>
public sealed record PlanarShift(double East, double North, double Rotation, double Scale)
{
    /// <summary>Takes a point, metres.</summary>
    public (double East, double North) Apply(double east, double north)
    {
        var (sine, cosine) = Math.SinCos(Rotation);
        return (East + ((1 + Scale) * ((east * cosine) + (north * sine))), North + ((1 + Scale) * ((north * cosine) - (east * sine))));
    }
}
