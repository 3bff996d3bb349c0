namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>
/// Writes one layer of a tile, as version 2.1 of the vector tile specification has it. One object serves one thread and
/// layer after layer.
/// </summary>
internal sealed class LayerSink
{
    private const int MoveTo = 1;
    private const int LineTo = 2;
    private const ulong ClosePath = 15;

    private readonly ByteSink _features = new();
    private readonly ByteSink _feature = new();
    private readonly ByteSink _tags = new();
    private readonly ByteSink _geometry = new();
    private readonly ValueTable _values = new();
    private int _x;
    private int _y;

    /// <summary>Features so far.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of features and values so far.</summary>
    public int Length => _features.Length + _values.Bytes.Length;

    public void Clear()
    {
        _features.Clear();
        _values.Clear();
        _tags.Clear();
        Count = 0;
    }

    /// <summary>An attribute of the feature that is written next.</summary>
    public void Text(int key, ReadOnlySpan<byte> utf8) => Tag(key, _values.Text(utf8));

    /// <inheritdoc cref="Text"/>
    public void Real(int key, double number) => Tag(key, _values.Real(number));

    /// <inheritdoc cref="Text"/>
    public void Whole(int key, long number) => Tag(key, _values.Whole(number));

    public void Point(long id, int x, int y)
    {
        StartGeometry();
        Command(MoveTo, 1);
        Go(x, y);
        EndFeature(id, 1);
    }

    public void Lines(long id, TilePaths lines)
    {
        StartGeometry();
        for (var line = 0; line < lines.Count; line++)
        {
            Path(lines.X(line), lines.Y(line));
        }

        EndFeature(id, 2);
    }

    public void Polygon(long id, TilePaths rings)
    {
        StartGeometry();
        for (var ring = 0; ring < rings.Count; ring++)
        {
            Path(rings.X(ring), rings.Y(ring));
            _geometry.Number(ClosePath);
        }

        EndFeature(id, 3);
    }

    /// <summary>Adds the layer to a tile; a layer without features adds nothing.</summary>
    public void WriteTo(ByteSink tile, string name, IReadOnlyList<string> keys)
    {
        if (Count == 0)
        {
            return;
        }

        _feature.Clear();
        _feature.Field(1, name);
        _feature.Add(_features.Bytes);
        foreach (var key in keys)
        {
            _feature.Field(3, key);
        }

        _feature.Add(_values.Bytes);
        _feature.Field(5, TileAddress.Extent);
        _feature.Field(15, 2);
        tile.Field(3, _feature.Bytes);
    }

    private void Tag(int key, int value)
    {
        _tags.Number((ulong)key);
        _tags.Number((ulong)value);
    }

    private void StartGeometry()
    {
        _geometry.Clear();
        _x = _y = 0;
    }

    private void Path(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        Command(MoveTo, 1);
        Go(x[0], y[0]);
        Command(LineTo, x.Length - 1);
        for (var i = 1; i < x.Length; i++)
        {
            Go(x[i], y[i]);
        }
    }

    private void Command(int command, int count) => _geometry.Number((ulong)((count << 3) | command));

    private void Go(int x, int y)
    {
        _geometry.Signed(x - _x);
        _geometry.Signed(y - _y);
        (_x, _y) = (x, y);
    }

    private void EndFeature(long id, ulong type)
    {
        _feature.Clear();
        if (id > 0)
        {
            _feature.Field(1, (ulong)id);
        }

        if (_tags.Length > 0)
        {
            _feature.Field(2, _tags.Bytes);
        }

        _feature.Field(3, type);
        _feature.Field(4, _geometry.Bytes);
        _features.Field(2, _feature.Bytes);
        _tags.Clear();
        Count++;
    }
}
