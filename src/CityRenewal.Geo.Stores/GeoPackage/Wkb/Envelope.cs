namespace CityRenewal.Geo.Stores.GeoPackage.Wkb;

/// <summary>The box around a geometry in its own coordinates; only finite vertices count.</summary>
internal readonly record struct Envelope(double MinX, double MinY, double MaxX, double MaxY)
{
    /// <summary>The box of nothing: grows with the first vertex that joins it.</summary>
    internal static readonly Envelope Empty = new(
        double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    internal bool IsEmpty => MinX > MaxX;

    internal static Envelope Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double minX = double.PositiveInfinity, minY = minX, maxX = double.NegativeInfinity, maxY = maxX;
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsFinite(x[i]) && double.IsFinite(y[i]))
            {
                minX = x[i] < minX ? x[i] : minX;
                maxX = x[i] > maxX ? x[i] : maxX;
                minY = y[i] < minY ? y[i] : minY;
                maxY = y[i] > maxY ? y[i] : maxY;
            }
        }

        return new Envelope(minX, minY, maxX, maxY);
    }

    internal Envelope With(Envelope other) => new(
        Math.Min(MinX, other.MinX), Math.Min(MinY, other.MinY), Math.Max(MaxX, other.MaxX), Math.Max(MaxY, other.MaxY));
}
