using System.Globalization;
using System.Text;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Writes outlines and lines as SVG path data: tenths of a pixel, relative steps, steps too small to see left out.</summary>
public static class SvgPath
{
    /// <summary>Appends one feature's rings to a path.</summary>
    public static void AppendFeature(StringBuilder path, PolygonColumns shapes, int feature, MapFrame frame)
    {
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            int start = shapes.RingStart[ring], end = shapes.RingStart[ring + 1];
            Append(path, shapes.X[start..end], shapes.Y[start..end], frame, closed: true);
        }
    }

    /// <summary>Appends one line feature's paths.</summary>
    public static void AppendLine(StringBuilder path, LineColumns lines, int feature, MapFrame frame)
    {
        for (var part = lines.FeatureStart[feature]; part < lines.FeatureStart[feature + 1]; part++)
        {
            int start = lines.PathStart[part], end = lines.PathStart[part + 1];
            Append(path, lines.X[start..end], lines.Y[start..end], frame, closed: false);
        }
    }

    /// <summary>Appends one ring or line.</summary>
    internal static void Append(StringBuilder path, ReadOnlySpan<int> x, ReadOnlySpan<int> y, MapFrame frame, bool closed)
    {
        if (x.Length < 2)
        {
            return;
        }

        int fromX = Tenths(frame.Left(x[0])), fromY = Tenths(frame.Top(y[0]));
        path.Append('M').Append(Text(fromX)).Append(' ').Append(Text(fromY)).Append('l');
        var steps = 0;
        for (var i = 1; i < x.Length; i++)
        {
            int toX = Tenths(frame.Left(x[i])), toY = Tenths(frame.Top(y[i]));
            if ((toX == fromX && toY == fromY) || (closed && i == x.Length - 1 && steps > 1))
            {
                continue;
            }

            path.Append(steps++ == 0 ? "" : " ").Append(Text(toX - fromX)).Append(' ').Append(Text(toY - fromY));
            (fromX, fromY) = (toX, toY);
        }

        path.Append(steps == 0 ? "0 0" : "").Append(closed ? "z" : "");
    }

    private static int Tenths(double pixels) => (int)Math.Round(pixels * 10);

    private static string Text(int tenths) => (tenths / 10.0).ToString("0.#", CultureInfo.InvariantCulture);
}
