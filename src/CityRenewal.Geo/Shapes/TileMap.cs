using System.Collections.Concurrent;
using System.Runtime.Intrinsics;

namespace CityRenewal.Geo.Shapes;

/// <summary>
/// A smooth map of the plane, made fast: in each tile of a fixed lattice the exact map is replaced by bicubic polynomials
/// through Chebyshev nodes, checked at other points. Tiles lie at multiples of the tile size and are fitted when first
/// needed, so that a point's image depends on the point alone, never on its company or on who asks first.
/// </summary>
/// <param name="exact">The map itself.</param>
/// <param name="tileSize">Side of a tile in units of the source, a power of two so that tile borders are exact.</param>
/// <param name="tolerance">Largest error allowed at the check points, in units of the target; above it the tile stays exact.</param>
internal sealed class TileMap(PointMap exact, double tileSize, double tolerance)
{
    // A city has some hundreds; only coordinates strewn over the earth fill this, and tiles beyond are fitted and forgotten.
    private const int MostTiles = 1 << 13;

    private readonly ConcurrentDictionary<(double Left, double Bottom), Tile> _tiles = new();

    /// <summary>Tiles fitted so far.</summary>
    public int TileCount => _tiles.Count;

    /// <summary>The exact map, point by point.</summary>
    public PointMap Exact => exact;

    /// <summary>Maps points; the image of a point that is not finite or out of reach is NaN.</summary>
    public void Map(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> u, Span<double> v)
    {
        Tile? tile = null;
        for (var i = 0; i < x.Length; i++)
        {
            double px = x[i], py = y[i];
            if (tile is null || !tile.Holds(px, py))
            {
                if (!double.IsFinite(px) || !double.IsFinite(py))
                {
                    u[i] = v[i] = double.NaN;
                    continue;
                }

                tile = At(px, py);
            }

            if (tile.IsExact)
            {
                (u[i], v[i]) = exact(px, py);
            }
            else
            {
                tile.Map(px, py, out u[i], out v[i]);
            }
        }
    }

    private Tile At(double x, double y)
    {
        var corner = (Math.Floor(x / tileSize) * tileSize, Math.Floor(y / tileSize) * tileSize);
        if (_tiles.TryGetValue(corner, out var tile))
        {
            return tile;
        }

        tile = Tile.Fit(exact, corner, tileSize, tolerance);
        return _tiles.Count < MostTiles ? _tiles.GetOrAdd(corner, tile) : tile;
    }

    private sealed class Tile
    {
        private static readonly double[] Nodes = [.. Enumerable.Range(0, 4).Select(k => Math.Cos(((2 * k) + 1) * Math.PI / 8))];

        private readonly double _left;
        private readonly double _right;
        private readonly double _bottom;
        private readonly double _top;
        private readonly double _perUnit;
        private readonly double _middleX;
        private readonly double _middleY;

        // Per power of t the four coefficients in powers of s.
        private readonly Vector256<double> _u0, _u1, _u2, _u3, _v0, _v1, _v2, _v3;

        private Tile((double Left, double Bottom) corner, double size, double[] u, double[] v)
        {
            (_left, _bottom) = corner;
            (_right, _top) = (_left + size, _bottom + size);
            (_middleX, _middleY) = (_left + (size / 2), _bottom + (size / 2));
            _perUnit = 2 / size;
            (_u0, _u1, _u2, _u3) = (Vector256.Create(u, 0), Vector256.Create(u, 4), Vector256.Create(u, 8), Vector256.Create(u, 12));
            (_v0, _v1, _v2, _v3) = (Vector256.Create(v, 0), Vector256.Create(v, 4), Vector256.Create(v, 8), Vector256.Create(v, 12));
        }

        /// <summary>Whether the tile's points are to be mapped one by one.</summary>
        public bool IsExact { get; private set; }

        public bool Holds(double x, double y) => x >= _left && x < _right && y >= _bottom && y < _top;

        // Every step is a fused multiply-add, so the last bit is the same on every machine.
        public void Map(double x, double y, out double u, out double v)
        {
            var s = (x - _middleX) * _perUnit;
            var t = Vector256.Create((y - _middleY) * _perUnit);
            var inU = Vector256.FusedMultiplyAdd(Vector256.FusedMultiplyAdd(Vector256.FusedMultiplyAdd(_u3, t, _u2), t, _u1), t, _u0);
            var inV = Vector256.FusedMultiplyAdd(Vector256.FusedMultiplyAdd(Vector256.FusedMultiplyAdd(_v3, t, _v2), t, _v1), t, _v0);
            u = InS(inU, s);
            v = InS(inV, s);
        }

        public static Tile Fit(PointMap exact, (double Left, double Bottom) corner, double size, double tolerance)
        {
            var (u, v) = Coefficients(exact, corner, size);
            var tile = new Tile(corner, size, u, v);
            tile.IsExact = !tile.IsWithin(exact, tolerance);
            return tile;
        }

        private static double InS(Vector256<double> row, double s) => Math.FusedMultiplyAdd(
            Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(row[3], s, row[2]), s, row[1]), s, row[0]);

        /// <summary>Coefficient of s^i t^j at 4 j + i, from the values at the nodes of both axes.</summary>
        private static (double[] U, double[] V) Coefficients(PointMap exact, (double Left, double Bottom) corner, double size)
        {
            var (u, v) = (new double[16], new double[16]);
            double half = size / 2, middleX = corner.Left + half, middleY = corner.Bottom + half;
            for (var b = 0; b < 4; b++)
            {
                for (var a = 0; a < 4; a++)
                {
                    (u[(4 * b) + a], v[(4 * b) + a]) = exact(middleX + (half * Nodes[a]), middleY + (half * Nodes[b]));
                }
            }

            Interpolate(u);
            Interpolate(v);
            return (u, v);
        }

        /// <summary>From values at the nodes to coefficients of powers, first along rows and then along columns.</summary>
        private static void Interpolate(double[] values)
        {
            for (var row = 0; row < 4; row++)
            {
                Interpolate(values, 4 * row, 1);
            }

            for (var column = 0; column < 4; column++)
            {
                Interpolate(values, column, 4);
            }
        }

        /// <summary>The cubic through four nodes: Newton's divided differences, multiplied out.</summary>
        private static void Interpolate(double[] values, int start, int step)
        {
            Span<double> difference = [values[start], values[start + step], values[start + (2 * step)], values[start + (3 * step)]];
            for (var order = 1; order < 4; order++)
            {
                for (var k = 3; k >= order; k--)
                {
                    difference[k] = (difference[k] - difference[k - 1]) / (Nodes[k] - Nodes[k - order]);
                }
            }

            Span<double> power = [difference[3], 0, 0, 0];
            for (var k = 2; k >= 0; k--)
            {
                for (var i = 3 - k; i > 0; i--)
                {
                    power[i] = power[i - 1] - (power[i] * Nodes[k]);
                }

                power[0] = difference[k] - (power[0] * Nodes[k]);
            }

            for (var i = 0; i < 4; i++)
            {
                values[start + (i * step)] = power[i];
            }
        }

        private bool IsWithin(PointMap exact, double tolerance)
        {
            for (var b = 0; b <= 4; b++)
            {
                for (var a = 0; a <= 4; a++)
                {
                    double x = _left + ((_right - _left) * a / 4), y = _bottom + ((_top - _bottom) * b / 4);
                    var (u, v) = exact(x, y);
                    Map(x, y, out var nearU, out var nearV);
                    if (!(Math.Abs(u - nearU) <= tolerance && Math.Abs(v - nearV) <= tolerance))
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }
}
