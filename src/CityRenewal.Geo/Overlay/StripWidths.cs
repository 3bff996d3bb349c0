using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// How wide the parts are that lie on one side of a layer's boundary: 2 · area / perimeter, the width of a long strip, half
/// the side of a square.
/// </summary>
internal static class StripWidths
{
    /// <summary>Widths in metres, 0 for a part without outline.</summary>
    /// <param name="rows">The features that the boundary crosses.</param>
    /// <param name="grid">The layer.</param>
    /// <param name="run">Threads, scale and cancellation.</param>
    /// <param name="part">Area and perimeter of the part of a feature, grid units.</param>
    public static double[] Of(
        int[] rows, AreaGrid grid, OverlayRun run, Func<OverlapMeter, int, (double Area, double Perimeter)> part)
    {
        var widths = new double[rows.Length];
        FixedChunks.Run(
            rows.Length,
            run.Threads,
            () => new OverlapMeter(grid),
            (meter, _, start, end) =>
            {
                for (var i = start; i < end; i++)
                {
                    widths[i] = WidthOf(part(meter, rows[i]), run.Plane);
                }
            },
            run.Cancel);
        return widths;
    }

    /// <summary>Width of a part in metres, 0 for one without outline.</summary>
    public static double WidthOf((double Area, double Perimeter) part, WorkingPlane plane) =>
        part.Perimeter > 0 ? plane.Metres(2 * part.Area / part.Perimeter) : 0;
}
