using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Area of an outline on the ellipsoid. Its lines are straight on the working plane; they are cut into short pieces first,
/// so that shortest lines between their ends stay on them and both areas have the same border.
/// </summary>
internal static class StudyAreaOnEllipsoid
{
    private const double LongestPieceM = 100;

    /// <summary>m²; NaN on a declared local plane, which lies on no ellipsoid.</summary>
    public static double Of(PolygonColumns outline, WorkingPlane plane)
    {
        if (plane.Local is not null)
        {
            return double.NaN;
        }

        var toLonLat = LonLat.Between(plane);
        var measure = EllipsoidalMeasure.In(ReferenceSystems.Cgcs2000);
        var sum = 0.0;
        for (var ring = 0; ring < outline.RingStart.Length - 1; ring++)
        {
            var (x, y) = CutShort(outline, ring, LongestPieceM * plane.UnitsPerMetre);
            double[] longitude = new double[x.Count], latitude = new double[x.Count];
            toLonLat.FromGrid(x.ToArray(), y.ToArray(), longitude, latitude);
            sum += Int128.Sign(outline.TwiceAreaOfRing(ring)) * measure.OfRing(longitude, latitude).Area;
        }

        return sum;
    }

    private static (List<int> X, List<int> Y) CutShort(PolygonColumns outline, int ring, double longest)
    {
        var (x, y) = (new List<int>(), new List<int>());
        for (var i = outline.RingStart[ring]; i < outline.RingStart[ring + 1] - 1; i++)
        {
            double dx = (double)outline.X[i + 1] - outline.X[i], dy = (double)outline.Y[i + 1] - outline.Y[i];
            var pieces = Math.Max(1, (int)Math.Ceiling(Math.Sqrt((dx * dx) + (dy * dy)) / longest));
            for (var piece = 0; piece < pieces; piece++)
            {
                x.Add((int)Math.Round(outline.X[i] + (dx * piece / pieces)));
                y.Add((int)Math.Round(outline.Y[i] + (dy * piece / pieces)));
            }
        }

        return (x, y);
    }
}
