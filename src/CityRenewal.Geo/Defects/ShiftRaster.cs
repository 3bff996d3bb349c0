using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>A raster of a layer around sample points of another, on which the points can be laid in any shift up to its reach.</summary>
internal sealed class ShiftRaster
{
    /// <summary>Metres of a cell's side.</summary>
    public const int Cell = 10;

    // A patch wider than this is cut off: points so far out do not count.
    private const int WidestPatch = 2_000;

    private readonly SamplePoints _points;
    private readonly double _perLongitude;
    private readonly double _perLatitude;
    private readonly int _width;
    private readonly int _height;
    private readonly int _minX;
    private readonly int _minY;
    private readonly bool[] _cells;
    private readonly bool[] _fat;
    private readonly int[] _places;

    // Of the feature that is being drawn: its vertices in metres, and where its edges cross the middle lines of rows of cells.
    private readonly Dictionary<int, List<double>> _crossings = [];
    private double[] _x = [];
    private double[] _y = [];

    public ShiftRaster(SamplePoints points, int reach)
    {
        _points = points;
        (_perLongitude, _perLatitude) = LocalMetres.At(points.Latitude);
        var around = Math.Min(WidestPatch / 2, 1 + (int)(points.X.Concat(points.Y).Max(Math.Abs) / Cell));
        (_minX, _minY) = (-around - reach, -around - reach);
        _width = _height = (2 * (around + reach)) + 1;
        _cells = new bool[_width * _height];
        _fat = new bool[_width * _height];
        _places =
        [
            .. Enumerable.Range(0, points.Count).Select(i => (X: Column(points.X[i]), Y: Column(points.Y[i])))
                .Where(cell => Math.Abs(cell.X) <= around && Math.Abs(cell.Y) <= around)
                .Select(cell => ((cell.Y - _minY) * _width) + cell.X - _minX),
        ];
    }

    /// <summary>Share of the points on drawn cells when the layer is moved back by so many cells.</summary>
    public double Fit(int x, int y) => Share(_cells, x, y);

    /// <summary>At least what this shift, the next to the east, the next to the north and the one to both fit.</summary>
    public double BoundOfFour(int x, int y) => Share(_fat, x, y);

    /// <summary>Draws the land of a layer's polygons, or their borders.</summary>
    public void Draw(FirstPlaces places, bool asLand)
    {
        var shapes = places.Layer.Shapes;
        var system = LonLat.From(places.Layer.Epsg);
        for (var row = 0; row < shapes.Count; row++)
        {
            if (IsNear(places, row))
            {
                Draw(shapes, row, system, asLand);
            }
        }

        for (var cell = _width + 1; cell < _cells.Length; cell++)
        {
            _fat[cell] = _cells[cell] || _cells[cell - 1] || _cells[cell - _width] || _cells[cell - _width - 1];
        }
    }

    private double Share(bool[] cells, int x, int y)
    {
        var shift = (y * _width) + x;
        var hits = 0;
        foreach (var place in _places)
        {
            hits += cells[place - shift] ? 1 : 0;
        }

        return (double)hits / _places.Length;
    }

    private static int Column(double metres) => (int)Math.Floor(metres / Cell);

    // Far from the patch by its first vertex and its size, a feature need not be brought to degrees.
    private bool IsNear(FirstPlaces places, int row)
    {
        var east = Math.Abs((places.Longitude[row] - _points.Longitude) * _perLongitude);
        var north = Math.Abs((places.Latitude[row] - _points.Latitude) * _perLatitude);
        var far = Math.Max(east, north) - (Cell * _width / 2.0);
        return far < 0 || (far < Cell * _width * 1.5 && far < places.SizeOf(row));
    }

    private void ToLocal(Span<double> longitude, Span<double> latitude)
    {
        for (var i = 0; i < longitude.Length; i++)
        {
            longitude[i] = (longitude[i] - _points.Longitude) * _perLongitude;
            latitude[i] = (latitude[i] - _points.Latitude) * _perLatitude;
        }
    }

    private void Draw(SourceShapes shapes, int row, LonLat system, bool asLand)
    {
        int first = shapes.FeatureStart[row], end = shapes.FeatureStart[row + 1];
        var start = shapes.RingStart[first];
        var count = shapes.RingStart[end] - start;
        if (_x.Length < count)
        {
            (_x, _y) = (new double[2 * count], new double[2 * count]);
        }

        Span<double> x = _x.AsSpan(0, count), y = _y.AsSpan(0, count);
        system.Of(shapes.X.AsSpan(start, count), shapes.Y.AsSpan(start, count), x, y);
        ToLocal(x, y);
        _crossings.Clear();
        for (var ring = first; ring < end; ring++)
        {
            for (var i = shapes.RingStart[ring] - start; i + 1 < shapes.RingStart[ring + 1] - start; i++)
            {
                if (asLand)
                {
                    Cross((x[i], y[i]), (x[i + 1], y[i + 1]));
                }
                else
                {
                    DrawEdge((x[i], y[i]), (x[i + 1], y[i + 1]));
                }
            }
        }

        Fill();
    }

    // Where an edge crosses the middle lines of rows of cells.
    private void Cross((double X, double Y) from, (double X, double Y) to)
    {
        if (!double.IsFinite(from.X + from.Y + to.X + to.Y))
        {
            return;
        }

        double low = Math.Min(from.Y, to.Y) / Cell, high = Math.Max(from.Y, to.Y) / Cell;
        var last = (int)Math.Min(Math.Ceiling(high - 0.5), _minY + _height);
        for (var line = (int)Math.Max(Math.Ceiling(low - 0.5), _minY); line < last; line++)
        {
            var at = ((line + 0.5) * Cell - from.Y) / (to.Y - from.Y);
            if (!_crossings.TryGetValue(line, out var places))
            {
                _crossings[line] = places = [];
            }

            places.Add(from.X + (at * (to.X - from.X)));
        }
    }

    private void Fill()
    {
        foreach (var (line, places) in _crossings)
        {
            places.Sort();
            for (var i = 0; i + 1 < places.Count; i += 2)
            {
                var last = Math.Min((int)Math.Ceiling((places[i + 1] / Cell) - 0.5), _minX + _width);
                for (var column = Math.Max((int)Math.Ceiling((places[i] / Cell) - 0.5), _minX); column < last; column++)
                {
                    _cells[((line - _minY) * _width) + column - _minX] = true;
                }
            }
        }
    }

    private void DrawEdge((double X, double Y) from, (double X, double Y) to)
    {
        var length = double.Hypot(to.X - from.X, to.Y - from.Y);
        if (!(length < 4.0 * Cell * _width))
        {
            return;
        }

        var steps = 1 + (int)(length / (Cell / 2.0));
        for (var step = 0; step <= steps; step++)
        {
            int x = Column(from.X + ((to.X - from.X) * step / steps)) - _minX, y = Column(from.Y + ((to.Y - from.Y) * step / steps)) - _minY;
            if (x >= 0 && x < _width && y >= 0 && y < _height)
            {
                _cells[(y * _width) + x] = true;
            }
        }
    }
}
