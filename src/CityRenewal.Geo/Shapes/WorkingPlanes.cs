namespace CityRenewal.Geo.Shapes;

/// <summary>Chooses the working plane of a city, once: the city keeps it from then on.</summary>
public static class WorkingPlanes
{
    private const double FineGrid = 0.0001;
    private const double CoarseGrid = 0.001;

    /// <summary>Widest extent on the fine grid, metres.</summary>
    private const double WidestOnFineGrid = 400_000;

    /// <summary>Widest extent of a city, metres.</summary>
    private const double Widest = 4_000_000;

    // Parallels closer than this make the cone's formula lose digits, and gain nothing.
    private const double LeastParallelDistance = 0.02;
    private const double LeastFromEquator = 0.05;

    /// <summary>
    /// The plane of an extent in degrees: centre rounded to 0.01°, standard parallels at 1/6 and 5/6 of the latitude span.
    /// </summary>
    /// <exception cref="ArgumentException">The extent is empty, not finite, or wider than 4,000 km.</exception>
    public static WorkingPlane For(double minLon, double minLat, double maxLon, double maxLat)
    {
        if (!(minLon <= maxLon && minLat <= maxLat && minLon >= -180 && maxLon <= 180 && minLat >= -84 && maxLat <= 84))
        {
            throw new ArgumentException(
                $"The extent {minLon}..{maxLon} east, {minLat}..{maxLat} north is no place for a city: it must be finite, in "
                + "degrees, and between 84° south and 84° north. Check the reference systems of the layers.",
                nameof(minLon));
        }

        var north = double.DegreesToRadians(maxLat - minLat) * Ellipsoid.Grs80.SemiMajorAxis;
        var nearEquator = minLat <= 0 && maxLat >= 0 ? 0 : Math.Min(Math.Abs(minLat), Math.Abs(maxLat));
        var east = double.DegreesToRadians(maxLon - minLon) * Ellipsoid.Grs80.ParallelRadius(double.DegreesToRadians(nearEquator));
        var width = Math.Max(north, east);
        if (width > Widest)
        {
            throw new ArgumentException(
                $"The layers span {width / 1000:F0} km, more than a city: at most {Widest / 1000:F0} km. Check the reference "
                + "systems of the layers and whether axes are swapped.",
                nameof(minLon));
        }

        var (southParallel, northParallel) = Parallels(minLat, maxLat);
        return new WorkingPlane(
            Math.Round((minLon + maxLon) / 2, 2),
            Math.Round((minLat + maxLat) / 2, 2),
            southParallel,
            northParallel,
            width > WidestOnFineGrid ? CoarseGrid : FineGrid);
    }

    /// <summary>The plane of a declared local metric system: its own metres, from an origin rounded to a kilometre.</summary>
    /// <exception cref="ArgumentException">The extent is empty, not finite, or wider than 4,000 km.</exception>
    public static WorkingPlane ForLocal(double minX, double minY, double maxX, double maxY)
    {
        var width = Math.Max(maxX - minX, maxY - minY);
        if (!(minX <= maxX && minY <= maxY && width <= Widest))
        {
            throw new ArgumentException(
                $"The extent {minX}..{maxX} east, {minY}..{maxY} north is no place for a city: it must be finite and at most "
                + $"{Widest / 1000:F0} km wide. Check that the local system is in metres.",
                nameof(minX));
        }

        return new WorkingPlane(0, 0, 0, 0, width > WidestOnFineGrid ? CoarseGrid : FineGrid)
        {
            Local = new LocalOrigin(RoundToKilometre((minX + maxX) / 2), RoundToKilometre((minY + maxY) / 2)),
        };
    }

    private static (double South, double North) Parallels(double minLat, double maxLat)
    {
        var sixth = (maxLat - minLat) / 6;
        double south = Math.Round(minLat + sixth, 4), north = Math.Round(maxLat - sixth, 4);
        if (north - south < LeastParallelDistance)
        {
            var middle = Math.Round((minLat + maxLat) / 2, 4);
            (south, north) = (Math.Round(middle - (LeastParallelDistance / 2), 4), Math.Round(middle + (LeastParallelDistance / 2), 4));
        }

        // A cone around the equator has no apex: move it aside, which costs nothing in area and little in shape.
        var mean = (south + north) / 2;
        var shift = Math.Abs(mean) < LeastFromEquator ? LeastFromEquator - mean : 0;
        return (Math.Round(south + shift, 4), Math.Round(north + shift, 4));
    }

    private static double RoundToKilometre(double metres) => Math.Round(metres / 1000) * 1000;
}
