using System.Runtime.InteropServices;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>What one ring, path or point is in the geometry that it came from.</summary>
internal enum RingRole : byte
{
    Shell,
    Hole,
    Path,
    Point,
}

/// <summary>Gathers the parts of geometries feature by feature, whatever their kind.</summary>
internal sealed class ShapeCollector
{
    private double[] _x = new double[1024];
    private double[] _y = new double[1024];
    private int _vertices;

    internal List<int> RingStart { get; } = [0];

    internal List<int> FeatureStart { get; } = [0];

    internal List<RingRole> Roles { get; } = [];

    internal ReadOnlySpan<double> X => _x.AsSpan(0, _vertices);

    internal ReadOnlySpan<double> Y => _y.AsSpan(0, _vertices);

    internal int Count => FeatureStart.Count - 1;

    /// <summary>Which kinds of parts were seen, as bits of <see cref="ShapeKind"/>.</summary>
    internal int KindsSeen { get; private set; }

    internal static ShapeKind KindOf(RingRole role) => role switch
    {
        RingRole.Path => ShapeKind.Line,
        RingRole.Point => ShapeKind.Point,
        _ => ShapeKind.Polygon,
    };

    /// <summary>Room for one more part; the caller fills both spans.</summary>
    internal void Ring(int count, RingRole role, out Span<double> x, out Span<double> y)
    {
        if (_x.Length - _vertices < count)
        {
            var size = (int)Math.Min(Array.MaxLength, Math.Max((long)_x.Length * 2, (long)_vertices + count));
            Array.Resize(ref _x, size);
            Array.Resize(ref _y, size);
        }

        x = _x.AsSpan(_vertices, count);
        y = _y.AsSpan(_vertices, count);
        _vertices += count;
        RingStart.Add(_vertices);
        Roles.Add(role);
        KindsSeen |= 1 << (int)KindOf(role);
    }

    internal void EndFeature() => FeatureStart.Add(Roles.Count);

    /// <summary>Takes back the parts gathered since the last feature ended.</summary>
    internal void DropOpenFeature()
    {
        var rings = FeatureStart[^1];
        CollectionsMarshal.SetCount(Roles, rings);
        CollectionsMarshal.SetCount(RingStart, rings + 1);
        _vertices = RingStart[^1];
    }

    /// <summary>The box of a feature; null where no vertex is finite.</summary>
    internal Envelope? EnvelopeOf(int feature)
    {
        int start = RingStart[FeatureStart[feature]], end = RingStart[FeatureStart[feature + 1]];
        var box = Envelope.Of(_x.AsSpan(start, end - start), _y.AsSpan(start, end - start));
        return box.IsEmpty ? null : box;
    }
}
