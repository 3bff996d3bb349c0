using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// The borders of a city that nature, rail or law draws and no planner chooses: shores of water, rivers, railways, and the
/// UDB with its holes. Roads are none: nearly every area ends at a road, and that end is chosen.
/// </summary>
public sealed class GivenLines
{
    /// <summary>How far beyond a shore, or beyond half the width of a river or railway, an outline still runs along it, metres.</summary>
    public const double ShoreReachM = 20;

    /// <summary>How far from the UDB an outline still runs along it, metres: what layers differ by at most.</summary>
    public const double UdbReachM = 3;

    private const double CellM = 250;
    private static readonly string[] GivenBarriers = ["river", "railway"];

    private readonly Dictionary<(int Column, int Row), List<GivenLine>> _cells = [];
    private readonly double _cell;
    private readonly double _inside;

    private GivenLines(City city)
    {
        var units = city.Plane.UnitsPerMetre;
        _cell = CellM * units;
        _inside = UdbReachM * units;
        AddRings(city.Layer(LayerNames.Water).Shapes, ShoreReachM * units);
        AddRings(city.Layer(LayerNames.Udb).Shapes, UdbReachM * units);
        AddBarriers(city.Barriers, units);
    }

    /// <summary>Gathers them from the layers that the city has; a missing layer gives none.</summary>
    public static GivenLines Of(City city) => new(city);

    /// <summary>Whether a piece of outline at this point (grid units), with this direction and the area on its left, runs along one of them.</summary>
    internal bool AreBeside(double x, double y, double dx, double dy)
    {
        if (_cells.TryGetValue(CellOf(x, y), out var lines))
        {
            foreach (var line in lines)
            {
                if (line.IsBeside(x, y, (dx, dy), _inside))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A border between two zones of one layer is no border of the layer.
    private void AddRings(PolygonColumns shapes, double reach)
    {
        var edges = new List<ZoneEdge>();
        for (var ring = 0; ring < shapes.RingStart.Length - 1; ring++)
        {
            for (var i = shapes.RingStart[ring] + 1; i < shapes.RingStart[ring + 1]; i++)
            {
                edges.Add(new ZoneEdge(shapes.X[i - 1], shapes.Y[i - 1], shapes.X[i], shapes.Y[i]));
            }
        }

        var isLeft = SharedBorders.LeftOf([.. edges]);
        for (var i = 0; i < edges.Count; i++)
        {
            if (isLeft[i])
            {
                Add(new GivenLine(edges[i].Ax, edges[i].Ay, edges[i].Bx, edges[i].By, reach));
            }
        }
    }

    private void AddBarriers(Barriers barriers, double units)
    {
        var lines = barriers.Lines;
        for (var barrier = 0; barrier < barriers.Count; barrier++)
        {
            if (!GivenBarriers.Contains(barriers.Kinds.Words[barriers.Kinds.Codes[barrier]]))
            {
                continue;
            }

            var width = barriers.Width[barrier];
            var reach = (ShoreReachM + (width > 0 ? width / 2 : 0)) * units;
            for (var path = lines.FeatureStart[barrier]; path < lines.FeatureStart[barrier + 1]; path++)
            {
                for (var i = lines.PathStart[path] + 1; i < lines.PathStart[path + 1]; i++)
                {
                    Add(new GivenLine(lines.X[i - 1], lines.Y[i - 1], lines.X[i], lines.Y[i], reach));
                }
            }
        }
    }

    private void Add(in GivenLine line)
    {
        var (left, bottom) = CellOf(Math.Min(line.Ax, line.Bx) - line.Reach, Math.Min(line.Ay, line.By) - line.Reach);
        var (right, top) = CellOf(Math.Max(line.Ax, line.Bx) + line.Reach, Math.Max(line.Ay, line.By) + line.Reach);
        for (var row = bottom; row <= top; row++)
        {
            for (var column = left; column <= right; column++)
            {
                if (!_cells.TryGetValue((column, row), out var lines))
                {
                    _cells[(column, row)] = lines = [];
                }

                lines.Add(line);
            }
        }
    }

    private (int Column, int Row) CellOf(double x, double y) => ((int)Math.Floor(x / _cell), (int)Math.Floor(y / _cell));
}
