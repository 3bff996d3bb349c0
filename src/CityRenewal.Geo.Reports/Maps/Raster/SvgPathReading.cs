using System.Globalization;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Reads the path data that our maps write: moves, lines and closed rings, relative and absolute.</summary>
internal static class SvgPathReading
{
    /// <summary>The lines of a path, each with whether it is closed.</summary>
    public static List<(List<(double X, double Y)> Points, bool IsClosed)> Of(string data)
    {
        var lines = new List<(List<(double X, double Y)> Points, bool IsClosed)>();
        var points = new List<(double X, double Y)>();
        var (at, command) = (0, ' ');
        (double X, double Y) here = (0, 0);
        while (Skip(data, ref at))
        {
            if (char.IsLetter(data[at]))
            {
                command = data[at++];
                if (command is 'z' or 'Z')
                {
                    lines.Add((points, true));
                    here = points[0];
                    points = [];
                }

                continue;
            }

            here = Next(data, ref at, command, here);
            if (command is 'M' or 'm')
            {
                Finish(lines, points);
                points = [];
                command = command == 'M' ? 'L' : 'l';
            }

            points.Add(here);
        }

        Finish(lines, points);
        return lines;
    }

    private static void Finish(List<(List<(double X, double Y)> Points, bool IsClosed)> lines, List<(double X, double Y)> points)
    {
        if (points.Count > 1)
        {
            lines.Add((points, false));
        }
    }

    private static (double X, double Y) Next(string data, ref int at, char command, (double X, double Y) here) => command switch
    {
        'h' => (here.X + Number(data, ref at), here.Y),
        'v' => (here.X, here.Y + Number(data, ref at)),
        'm' or 'l' => (here.X + Number(data, ref at), here.Y + Number(data, ref at)),
        'M' or 'L' => (Number(data, ref at), Number(data, ref at)),
        _ => throw new FormatException($"Our maps write no '{command}' in a path."),
    };

    private static bool Skip(string data, ref int at)
    {
        while (at < data.Length && data[at] is ' ' or ',' or '\n')
        {
            at++;
        }

        return at < data.Length;
    }

    private static double Number(string data, ref int at)
    {
        Skip(data, ref at);
        var from = at++;
        while (at < data.Length && (char.IsAsciiDigit(data[at]) || data[at] == '.'))
        {
            at++;
        }

        return double.Parse(data.AsSpan(from, at - from), NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
