using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Shapes;

/// <summary>Rings of grid points, collected feature by feature; written by one thread.</summary>
internal sealed class GrowingRings
{
    private readonly List<int> _ringStart = [0];
    private readonly List<int> _featureStart = [0];
    private int[] _x;
    private int[] _y;

    public GrowingRings(int vertices)
    {
        _x = GC.AllocateUninitializedArray<int>(vertices);
        _y = GC.AllocateUninitializedArray<int>(vertices);
    }

    /// <summary>Vertices so far, those of the ring that is being written included.</summary>
    public int Count { get; private set; }

    /// <summary>Finished rings.</summary>
    public int RingCount => _ringStart.Count - 1;

    /// <summary>Finished features.</summary>
    public int FeatureCount => _featureStart.Count - 1;

    /// <summary>First vertex of the ring that is being written.</summary>
    public int OpenStart => _ringStart[^1];

    /// <summary>First ring of the feature that is being written.</summary>
    public int OpenFeature => _featureStart[^1];

    public ReadOnlySpan<int> X => _x.AsSpan(0, Count);

    public ReadOnlySpan<int> Y => _y.AsSpan(0, Count);

    public ReadOnlySpan<int> RingStart => CollectionsMarshal.AsSpan(_ringStart);

    public ReadOnlySpan<int> FeatureStart => CollectionsMarshal.AsSpan(_featureStart);

    /// <summary>The vertices of the ring that is being written, to be changed in place.</summary>
    public Span<int> OpenX => _x.AsSpan(OpenStart, Count - OpenStart);

    /// <inheritdoc cref="OpenX"/>
    public Span<int> OpenY => _y.AsSpan(OpenStart, Count - OpenStart);

    public void Add(int x, int y)
    {
        if (Count == _x.Length)
        {
            Array.Resize(ref _x, Math.Max(16, 2 * Count));
            Array.Resize(ref _y, Math.Max(16, 2 * Count));
        }

        _x[Count] = x;
        _y[Count++] = y;
    }

    /// <summary>Cuts the ring that is being written down to its first vertices.</summary>
    public void KeepOpen(int vertices) => Count = OpenStart + vertices;

    public void EndRing() => _ringStart.Add(Count);

    public void EndFeature() => _featureStart.Add(RingCount);

    /// <summary>Throws away what was written of the present feature.</summary>
    public void DropFeature()
    {
        _ringStart.RemoveRange(OpenFeature + 1, RingCount - OpenFeature);
        Count = OpenStart;
    }
}
