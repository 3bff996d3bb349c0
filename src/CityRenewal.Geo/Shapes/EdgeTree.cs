namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Boxes around runs of edges of closed rings, runs of runs and so on: neighbours along a ring are neighbours on the
/// ground, so no sorting is needed. One object serves one thread and feature after feature.
/// </summary>
internal sealed class EdgeTree
{
    /// <summary>Edges in a run of the lowest level, and runs in one of the next.</summary>
    public const int Fan = 8;

    private readonly List<int> _levelStart = [];
    private GridBox[] _boxes = new GridBox[64];
    private int _used;

    /// <summary>Levels; the highest has one box.</summary>
    public int Levels => _levelStart.Count;

    /// <summary>Box of a run of a level.</summary>
    public ref readonly GridBox Box(int level, int run) => ref _boxes[_levelStart[level] + run];

    /// <summary>Runs of a level.</summary>
    public int CountOf(int level) => (level + 1 < Levels ? _levelStart[level + 1] : _used) - _levelStart[level];

    /// <summary>Builds the boxes over the edges from every vertex to the next.</summary>
    public void Build(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        _levelStart.Clear();
        _used = 0;
        var edges = x.Length - 1;
        Open((edges + Fan - 1) / Fan);
        for (var run = 0; run < CountOf(0); run++)
        {
            int from = run * Fan, to = Math.Min(edges, from + Fan);
            _boxes[run] = GridBox.Of(x[from..(to + 1)], y[from..(to + 1)]);
        }

        for (var level = 0; CountOf(level) > 1; level++)
        {
            int below = _levelStart[level], count = CountOf(level);
            Open((count + Fan - 1) / Fan);
            for (var run = 0; run < count; run++)
            {
                ref var above = ref _boxes[_levelStart[level + 1] + (run / Fan)];
                above = run % Fan == 0 ? _boxes[below + run] : above.With(_boxes[below + run]);
            }
        }
    }

    private void Open(int count)
    {
        _levelStart.Add(_used);
        _used += count;
        if (_boxes.Length < _used)
        {
            Array.Resize(ref _boxes, 2 * _used);
        }
    }
}
