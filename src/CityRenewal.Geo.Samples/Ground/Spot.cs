namespace CityRenewal.Geo.Samples.Ground;

/// <summary>A place: metres on the drawing board before bending, or metres of the map.</summary>
internal readonly record struct Spot(double X, double Y)
{
    public static Spot operator +(Spot a, Spot b) => new(a.X + b.X, a.Y + b.Y);

    public static Spot operator -(Spot a, Spot b) => new(a.X - b.X, a.Y - b.Y);

    public static Spot operator *(double factor, Spot a) => new(factor * a.X, factor * a.Y);

    /// <summary>A quarter turn to the left.</summary>
    public Spot Left => new(-Y, X);

    /// <summary>Distance from the origin.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>Same direction, length one.</summary>
    public Spot Direction => (1 / Length) * this;

    /// <summary>The place at a share of the way to another.</summary>
    public Spot Toward(Spot other, double share) => new(X + (share * (other.X - X)), Y + (share * (other.Y - Y)));

    /// <summary>Inner product.</summary>
    public double Dot(Spot other) => (X * other.X) + (Y * other.Y);

    /// <summary>Outer product: twice the area of the triangle of the origin and both.</summary>
    public double Cross(Spot other) => (X * other.Y) - (Y * other.X);

    /// <summary>Rounded to the millimetre, as a survey delivers it.</summary>
    public Spot Rounded => new(Math.Round(X * 1000) / 1000, Math.Round(Y * 1000) / 1000);

    /// <summary>Whether the inside of line ab meets the inside of line cd at one place.</summary>
    public static bool Cross(Spot a, Spot b, Spot c, Spot d)
    {
        var (along, other) = (b - a, d - c);
        return along.Cross(c - a) * along.Cross(d - a) < 0 && other.Cross(a - c) * other.Cross(b - c) < 0;
    }
}
