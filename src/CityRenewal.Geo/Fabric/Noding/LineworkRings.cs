namespace CityRenewal.Geo.Fabric;

/// <summary>The rings of a chunk that enter an arrangement, one after the other. Use with foreach; no memory is allocated.</summary>
internal ref struct LineworkRings
{
    private readonly LineworkLayer _layer;
    private readonly ReadOnlySpan<int> _ringStart;
    private readonly ReadOnlySpan<int> _featureStart;
    private readonly int _end;
    private int _feature;
    private int _ring;
    private int _lastRing;

    public LineworkRings(LineworkChunk chunk)
    {
        _layer = chunk.Layer;
        _ringStart = chunk.Layer.Shapes.RingStart;
        _featureStart = chunk.Layer.Shapes.FeatureStart;
        _end = chunk.End;
        _feature = chunk.First - 1;
        _ring = 0;
        _lastRing = -1;
    }

    /// <summary>Vertices Start .. End-1 of the layer, and the feature that they belong to.</summary>
    public readonly (int Feature, int Start, int End) Current => (_feature, _ringStart[_ring], _ringStart[_ring + 1] - 1);

    public readonly LineworkRings GetEnumerator() => this;

    public bool MoveNext()
    {
        do
        {
            while (_ring >= _lastRing)
            {
                if (++_feature >= _end)
                {
                    return false;
                }

                (_ring, _lastRing) = _layer.Takes(_feature)
                    ? (_featureStart[_feature] - 1, _featureStart[_feature + 1] - 1) : (0, -1);
            }

            _ring++;
        }
        while (_ringStart[_ring + 1] - _ringStart[_ring] < 4);
        return true;
    }
}
