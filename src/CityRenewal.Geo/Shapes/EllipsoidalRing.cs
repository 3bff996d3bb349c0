namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Area and length of an open list of vertices in degrees that closes on itself by shortest lines. Rings of some
/// kilometres go by a series around their first vertex, others by closed formulas and cut edges.
/// </summary>
internal static class EllipsoidalRing
{
    /// <summary>Longest edge that is measured in one piece, metres.</summary>
    private const double LongestPiece = 3_000;

    /// <summary>Farthest latitude from the first vertex that the series serves, radians (6 km).</summary>
    private const double SeriesReach = 1e-3;

    public static RingMeasure Of(Ellipsoid ellipsoid, ReadOnlySpan<double> longitude, ReadOnlySpan<double> latitude)
    {
        var near = OfNear(ellipsoid, longitude, latitude);
        return near ?? OfFar(ellipsoid, longitude, latitude);
    }

    /// <summary>By the series; null where the ring is too wide for it or not finite.</summary>
    private static RingMeasure? OfNear(Ellipsoid ellipsoid, ReadOnlySpan<double> longitude, ReadOnlySpan<double> latitude)
    {
        var series = new LatitudeSeries(ellipsoid, double.DegreesToRadians(latitude[0]));
        double area = 0, perimeter = 0;
        var last = longitude.Length - 1;
        var north = double.DegreesToRadians(latitude[last] - latitude[0]);
        var height = series.AreaAbove(north);
        for (var i = 0; i <= last; i++)
        {
            var nextNorth = double.DegreesToRadians(latitude[i] - latitude[0]);
            var nextHeight = series.AreaAbove(nextNorth);
            var east = double.DegreesToRadians(longitude[i] - longitude[i == 0 ? last : i - 1]);
            var middle = 0.5 * (north + nextNorth);
            var alongMeridian = series.MeridianRadius(middle) * (nextNorth - north);
            var alongParallel = series.ParallelRadius(middle) * east;
            var (squareM, squareP) = (alongMeridian * alongMeridian, alongParallel * alongParallel);
            if (!(Math.Abs(nextNorth) <= SeriesReach && squareM + squareP <= LongestPiece * LongestPiece))
            {
                return null;
            }

            area += east * ((0.5 * (height + nextHeight)) + (series.Sine(middle) * ((3 * squareM) + squareP) / 12));
            perimeter += Math.Sqrt(squareM + squareP);
            (north, height) = (nextNorth, nextHeight);
        }

        return new RingMeasure(Math.Abs(area), perimeter);
    }

    private static RingMeasure OfFar(Ellipsoid ellipsoid, ReadOnlySpan<double> longitude, ReadOnlySpan<double> latitude)
    {
        double area = 0, perimeter = 0;
        var from = InRadians(longitude[^1], latitude[^1]);
        for (var i = 0; i < longitude.Length; i++)
        {
            var to = InRadians(longitude[i], latitude[i]);
            // Across the date line the short way round is meant.
            to.Lon = from.Lon + Math.IEEERemainder(to.Lon - from.Lon, Math.Tau);
            var edge = EdgeOf(ellipsoid, from, to);
            area += edge.Area;
            perimeter += edge.Length;
            from = InRadians(longitude[i], latitude[i]);
        }

        return double.IsFinite(area) && double.IsFinite(perimeter)
            ? new RingMeasure(Math.Abs(area), perimeter)
            : RingMeasure.NotMeasurable;
    }

    private static (double Area, double Length) EdgeOf(
        Ellipsoid ellipsoid, (double Lon, double Lat) from, (double Lon, double Lat) to)
    {
        var (length, azimuth) = Geodesic.Between(ellipsoid, from, to);
        var pieces = double.IsFinite(length) ? (int)Math.Ceiling(length / LongestPiece) : 1;
        double area = 0;
        var start = from;
        for (var piece = 1; piece <= pieces; piece++)
        {
            var end = piece == pieces ? to : Geodesic.End(ellipsoid, from, azimuth, length * piece / pieces);
            area += PieceArea(ellipsoid, start, end);
            start = end;
        }

        return (area, length);
    }

    private static double PieceArea(Ellipsoid ellipsoid, (double Lon, double Lat) start, (double Lon, double Lat) end)
    {
        var middle = 0.5 * (start.Lat + end.Lat);
        var east = end.Lon - start.Lon;
        var alongMeridian = ellipsoid.MeridianRadius(middle) * (end.Lat - start.Lat);
        var alongParallel = ellipsoid.ParallelRadius(middle) * east;
        var chord = 0.5 * (ellipsoid.AreaToEquator(start.Lat) + ellipsoid.AreaToEquator(end.Lat));
        return east * (chord
            + (Math.Sin(middle) * ((3 * alongMeridian * alongMeridian) + (alongParallel * alongParallel)) / 12));
    }

    private static (double Lon, double Lat) InRadians(double longitude, double latitude) =>
        (double.DegreesToRadians(longitude), double.DegreesToRadians(latitude));
}
