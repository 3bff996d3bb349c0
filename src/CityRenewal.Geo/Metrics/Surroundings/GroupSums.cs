namespace CityRenewal.Geo.Metrics;

/// <summary>Sums of a group of parcels: twice its area with streets and twice that of its parcels, square grid units; its border in eighths of a grid unit.</summary>
internal readonly record struct GroupSums(long TwiceArea, long TwiceNet, long Border)
{
    /// <summary>4πA / P² of the group; 0 where it is empty.</summary>
    public double PolsbyPopper
    {
        get
        {
            var border = Border / 8.0;
            return border > 0 ? 2 * Math.PI * TwiceArea / (border * border) : 0;
        }
    }

    public static GroupSums operator +(GroupSums a, GroupSums b) =>
        new(a.TwiceArea + b.TwiceArea, a.TwiceNet + b.TwiceNet, a.Border + b.Border);
}
