using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Features;

/// <summary>Collects features that come as well-known binary into the shapes of one layer.</summary>
public sealed class WkbFeatures : IDisposable
{
    private readonly ShapeCollector _shapes = new();

    /// <summary>How many features were added.</summary>
    public int Count => _shapes.Count;

    /// <summary>How many vertices they have together.</summary>
    public long Vertices => _shapes.X.Count;

    /// <summary>Adds a feature; empty bytes add one without parts.</summary>
    /// <param name="wkb">The geometry, of either byte order; third and measure coordinates are left out.</param>
    /// <returns>What is wrong with it and what to do; null where nothing is. A feature that is wrong is added without parts.</returns>
    public string? Add(ReadOnlySpan<byte> wkb)
    {
        var outcome = wkb.IsEmpty ? GeometryOutcome.Fine : GeometryBlob.ReadWkb(wkb, _shapes);
        _shapes.EndFeature();
        return (outcome & GeometryOutcome.Unreadable) != 0 ? $"is no well-known binary ({wkb.Length} bytes). Send OGC WKB."
            : (outcome & GeometryOutcome.Curved) != 0 ? "holds arcs or surfaces made of patches. Send plain polygons, lines or points."
            : null;
    }

    /// <summary>The shapes, and what is wrong with them as a layer; null where nothing is.</summary>
    public (SourceShapes Shapes, string? Problem) ToShapes()
    {
        var kinds = new[] { ShapeKind.Polygon, ShapeKind.Line, ShapeKind.Point }.Where(kind => (_shapes.KindsSeen & (1 << (int)kind)) != 0).ToList();
        return (Of(kinds.Count > 0 ? kinds[0] : ShapeKind.Polygon),
            kinds.Count > 1 ? $"has {string.Join(" and ", kinds.Select(kind => kind.ToString().ToLowerInvariant() + "s"))}; give one kind to a layer" : null);
    }

    public void Dispose() => _shapes.Dispose();

    private SourceShapes Of(ShapeKind kind)
    {
        var isHole = new bool[_shapes.HasHoles ? _shapes.Roles.Count : 0];
        for (var ring = 0; ring < isHole.Length; ring++)
        {
            isHole[ring] = _shapes.Roles[ring] == RingRole.Hole;
        }

        return new SourceShapes
        {
            Kind = kind, X = _shapes.X.Values.ToArray(), Y = _shapes.Y.Values.ToArray(),
            RingStart = _shapes.RingStart.Values.ToArray(), FeatureStart = _shapes.FeatureStart.Values.ToArray(), IsHole = isHole,
        };
    }
}
