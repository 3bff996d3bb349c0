namespace CityRenewal.Geo.Reports.Maps;

/// <summary>A white sheet of pixels that polygons are filled on, each row of pixels looked at in four lines.</summary>
internal sealed class RasterCanvas
{
    private const int Lines = 4;

    private readonly byte[] _pixels;
    private readonly List<(float X, int Turn)>?[] _crossings;

    public RasterCanvas(int width, int height)
    {
        (Width, Height) = (width, height);
        _pixels = new byte[3 * width * height];
        Array.Fill(_pixels, byte.MaxValue);
        _crossings = new List<(float, int)>?[height * Lines];
        Bottom = height;
    }

    /// <summary>Nothing is drawn from this row on.</summary>
    public int Bottom { get; set; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Red, green and blue of a row from left to right.</summary>
    public ReadOnlySpan<byte> Row(int y) => _pixels.AsSpan(3 * Width * y, 3 * Width);

    /// <summary>Adds an edge of what is filled next.</summary>
    public void Edge(double fromX, double fromY, double toX, double toY)
    {
        if (fromY == toY)
        {
            return;
        }

        var turn = fromY < toY ? 1 : -1;
        var (top, bottom) = (Math.Min(fromY, toY), Math.Max(fromY, toY));
        var first = Math.Max(0, (int)Math.Ceiling((top * Lines) - 0.5));
        var last = Math.Min((Bottom * Lines) - 1, (int)Math.Ceiling((bottom * Lines) - 0.5) - 1);
        for (var line = first; line <= last; line++)
        {
            var y = (line + 0.5) / Lines;
            var x = fromX + ((y - fromY) / (toY - fromY) * (toX - fromX));
            (_crossings[line] ??= []).Add(((float)x, turn));
        }
    }

    /// <summary>Fills what the edges enclose, and forgets them.</summary>
    /// <param name="colour">Red, green and blue.</param>
    /// <param name="opacity">From 0 to 1.</param>
    /// <param name="isEvenOdd">Whether what is enclosed twice is outside.</param>
    public void Fill((byte R, byte G, byte B) colour, double opacity, bool isEvenOdd)
    {
        var cover = new float[Width];
        for (var y = 0; y < Height; y++)
        {
            var isTouched = false;
            for (var line = y * Lines; line < (y + 1) * Lines; line++)
            {
                if (_crossings[line] is { Count: > 0 } crossings)
                {
                    isTouched = true;
                    crossings.Sort((one, other) => one.X.CompareTo(other.X));
                    Cover(cover, crossings, isEvenOdd);
                    crossings.Clear();
                }
            }

            if (isTouched)
            {
                Blend(y, cover, colour, opacity);
                Array.Clear(cover);
            }
        }
    }

    private void Cover(float[] cover, List<(float X, int Turn)> crossings, bool isEvenOdd)
    {
        var turns = 0;
        for (var i = 0; i + 1 < crossings.Count; i++)
        {
            turns += isEvenOdd ? 1 : crossings[i].Turn;
            if (isEvenOdd ? turns % 2 != 0 : turns != 0)
            {
                Span(cover, Math.Max(0, crossings[i].X), Math.Min(Width, crossings[i + 1].X));
            }
        }
    }

    private static void Span(float[] cover, float from, float to)
    {
        for (var x = (int)from; x < to; x++)
        {
            cover[x] += (Math.Min(to, x + 1) - Math.Max(from, x)) / Lines;
        }
    }

    private void Blend(int y, float[] cover, (byte R, byte G, byte B) colour, double opacity)
    {
        for (var x = 0; x < Width; x++)
        {
            var share = Math.Min(1, cover[x]) * opacity;
            if (share > 0)
            {
                var at = 3 * ((y * Width) + x);
                _pixels[at] = Mixed(_pixels[at], colour.R, share);
                _pixels[at + 1] = Mixed(_pixels[at + 1], colour.G, share);
                _pixels[at + 2] = Mixed(_pixels[at + 2], colour.B, share);
            }
        }
    }

    private static byte Mixed(byte below, byte above, double share) => (byte)Math.Round(below + (share * (above - below)));
}
