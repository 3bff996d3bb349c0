namespace CityRenewal.Geo.Shapes;

/// <summary>Area and length of an open list of vertices that closes on itself, in the plane.</summary>
internal static class PlanarRing
{
    public static RingMeasure Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double originX = x[0], originY = y[0], twice = 0, perimeter = 0;
        for (int i = 0, before = x.Length - 1; i < x.Length; before = i++)
        {
            twice += ((x[before] - originX) * (y[i] - originY)) - ((x[i] - originX) * (y[before] - originY));
            double dx = x[i] - x[before], dy = y[i] - y[before];
            perimeter += Math.Sqrt((dx * dx) + (dy * dy));
        }

        return double.IsFinite(twice) ? new RingMeasure(Math.Abs(twice) / 2, perimeter) : RingMeasure.NotMeasurable;
    }
}
