namespace CityRenewal.Geo.Metrics;

/// <summary>One edge of an outline seen from a centre at the origin, for integrals of the distance to it.</summary>
internal readonly struct EdgeFromCentre
{
    private readonly double _from;
    private readonly double _to;

    public EdgeFromCentre(double ax, double ay, double bx, double by)
    {
        double dx = bx - ax, dy = by - ay;
        Length = Math.Sqrt((dx * dx) + (dy * dy));
        if (Length > 0)
        {
            Height = ((ax * by) - (bx * ay)) / Length;
            _from = ((ax * dx) + (ay * dy)) / Length;
            _to = _from + Length;
        }
    }

    /// <summary>Length of the edge, metres.</summary>
    public double Length { get; }

    /// <summary>Distance of the edge's line from the centre, positive where the edge runs anticlockwise around it.</summary>
    public double Height { get; }

    /// <summary>∫ distance to the centre ds along the edge, m²: ½[t√(h²+t²) + h² asinh(t/|h|)] between its ends.</summary>
    public double DistanceIntegral => (Antiderivative(_to) - Antiderivative(_from)) / 2;

    private double Antiderivative(double t)
    {
        var height = Math.Abs(Height);
        var distance = Math.Sqrt((height * height) + (t * t));
        // Below this the logarithmic term vanishes before its argument overflows.
        var logarithmic = height > distance * 1e-12 ? height * height * Math.Asinh(t / height) : 0;
        return (t * distance) + logarithmic;
    }
}
