namespace CityRenewal.Geo.Reports.Maps;

/// <summary>
/// Numbers as lines: the figures of findings, the length of a scale bar and the N of an arrow can be read without any font, and look the
/// same on every machine.
/// </summary>
internal static class StrokeDigits
{
    private const double Em = 9; // glyphs stand on a grid of 4 by 6
    private const double Step = 5.4;

    // Each stroke as pairs of column and row, from the upper left corner.
    private static readonly Dictionary<char, string[]> Strokes = new()
    {
        ['0'] = ["10 30 41 45 36 16 05 01 10"], ['1'] = ["11 20 26", "16 36"], ['2'] = ["01 10 30 41 42 06 46"],
        ['3'] = ["01 10 30 41 42 33 44 45 36 16 05", "13 33"], ['4'] = ["36 30 04 44"], ['5'] = ["40 00 03 12 32 43 45 36 16 05"],
        ['6'] = ["41 30 10 01 05 16 36 45 44 33 13 04"], ['7'] = ["00 40 16"], ['8'] = ["13 02 01 10 30 41 42 33 13 04 05 16 36 45 44 33"],
        ['9'] = ["42 33 13 02 01 10 30 41 45 36 16 05"], ['N'] = ["06 00 46 40"], ['m'] = ["06 02", "03 12 23 26", "23 32 43 46"], ['k'] = ["00 06", "42 04", "14 46"],
        ['.'] = ["25 26"], [' '] = [],
    };

    /// <summary>Whether every letter of a text can be drawn.</summary>
    public static bool CanDraw(string text) => text.Length > 0 && text.All(Strokes.ContainsKey);

    /// <summary>The strokes of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where it stands: its left end, or its middle, on the base line.</param>
    /// <param name="size">Size of the letters, pixels.</param>
    /// <param name="isCentred">Whether it stands with its middle there.</param>
    public static IEnumerable<List<(double X, double Y)>> Of(string text, (double X, double Y) at, double size, bool isCentred)
    {
        var unit = size / Em;
        var left = at.X - (isCentred ? ((text.Length * Step) - (Step - 4)) * unit / 2 : 0);
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var stroke in Strokes[text[i]])
            {
                var start = left + (i * Step * unit);
                yield return [.. stroke.Split(' ').Select(point => (start + ((point[0] - '0') * unit), at.Y - ((6 - (point[1] - '0')) * unit)))];
            }
        }
    }
}
