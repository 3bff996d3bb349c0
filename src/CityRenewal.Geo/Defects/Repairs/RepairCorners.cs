using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>The corners that other features have near the features under repair, by place.</summary>
internal sealed class RepairCorners
{
    /// <summary>A corner farther away is another corner, metres.</summary>
    public const double Reach = 0.05;

    private readonly LayerHabits _habits;
    private readonly SourceShapes _shapes;
    private readonly Dictionary<(long X, long Y), List<(int Row, int Vertex)>> _cells = [];

    public RepairCorners(SourceShapes shapes, IEnumerable<int> rows, LayerHabits habits)
    {
        (_shapes, _habits) = (shapes, habits);
        foreach (var row in rows)
        {
            ForVertices(row, vertex => ForCellsAround((shapes.X[vertex], shapes.Y[vertex]), cell => _cells.TryAdd(cell, [])));
        }

        for (var row = 0; _cells.Count > 0 && row < shapes.Count; row++)
        {
            var of = row;
            ForVertices(row, vertex =>
            {
                if (_cells.TryGetValue(CellOf((shapes.X[vertex], shapes.Y[vertex])), out var here))
                {
                    here.Add((of, vertex));
                }
            });
        }
    }

    /// <summary>The nearest corner of another feature within reach, with its distance in metres; null where there is none.</summary>
    public ((double X, double Y) At, double Metres)? Nearest((double X, double Y) point, int notOf)
    {
        ((double X, double Y) At, double Metres)? best = null;
        ForCellsAround(point, cell =>
        {
            foreach (var (row, vertex) in _cells.GetValueOrDefault(cell) ?? [])
            {
                var at = (X: _shapes.X[vertex], Y: _shapes.Y[vertex]);
                var metres = Math.Sqrt(Math.Pow((at.X - point.X) * _habits.MetresPerX, 2) + Math.Pow((at.Y - point.Y) * _habits.MetresPerY, 2));
                var isNearer = best is null || metres < best.Value.Metres || (metres == best.Value.Metres && at.CompareTo(best.Value.At) < 0);
                if (row != notOf && metres <= Reach && isNearer)
                {
                    best = (at, metres);
                }
            }
        });
        return best;
    }

    private void ForVertices(int row, Action<int> act)
    {
        for (var i = _shapes.RingStart[_shapes.FeatureStart[row]]; i < _shapes.RingStart[_shapes.FeatureStart[row + 1]]; i++)
        {
            act(i);
        }
    }

    private (long X, long Y) CellOf((double X, double Y) point) =>
        ((long)Math.Floor(point.X * _habits.MetresPerX / Reach), (long)Math.Floor(point.Y * _habits.MetresPerY / Reach));

    private void ForCellsAround((double X, double Y) point, Action<(long X, long Y)> act)
    {
        if (!double.IsFinite(point.X) || !double.IsFinite(point.Y))
        {
            return;
        }

        var (x, y) = CellOf(point);
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                act((x + dx, y + dy));
            }
        }
    }
}
