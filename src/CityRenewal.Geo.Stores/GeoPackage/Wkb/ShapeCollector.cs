using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.GeoPackage.Wkb;

/// <summary>What one ring, path or point is in the geometry that it came from.</summary>
internal enum RingRole : byte
{
    Shell,
    Hole,
    Path,
    Point,
}

/// <summary>Gathers the parts of geometries feature by feature, whatever their kind.</summary>
internal sealed class ShapeCollector : IDisposable
{
    internal ShapeCollector()
    {
        RingStart.Add(0);
        FeatureStart.Add(0);
    }

    internal GrowingColumn<double> X { get; } = new();

    internal GrowingColumn<double> Y { get; } = new();

    internal GrowingColumn<int> RingStart { get; } = new();

    internal GrowingColumn<int> FeatureStart { get; } = new();

    internal GrowingColumn<RingRole> Roles { get; } = new();

    internal int Count => FeatureStart.Count - 1;

    /// <summary>Which kinds of parts were seen, as bits of <see cref="ShapeKind"/>.</summary>
    internal int KindsSeen { get; private set; }

    internal bool HasHoles { get; private set; }

    internal static ShapeKind KindOf(RingRole role) => role switch
    {
        RingRole.Path => ShapeKind.Line,
        RingRole.Point => ShapeKind.Point,
        _ => ShapeKind.Polygon,
    };

    /// <summary>Room for one more part; the caller fills both spans.</summary>
    internal void Ring(int count, RingRole role, out Span<double> x, out Span<double> y)
    {
        x = X.AddRoom(count);
        y = Y.AddRoom(count);
        RingStart.Add(X.Count);
        Roles.Add(role);
        KindsSeen |= 1 << (int)KindOf(role);
        HasHoles |= role == RingRole.Hole;
    }

    internal void EndFeature() => FeatureStart.Add(Roles.Count);

    /// <summary>Takes back the parts gathered since the last feature ended.</summary>
    internal void DropOpenFeature()
    {
        var rings = FeatureStart[FeatureStart.Count - 1];
        Roles.CutTo(rings);
        RingStart.CutTo(rings + 1);
        X.CutTo(RingStart[rings]);
        Y.CutTo(RingStart[rings]);
    }

    /// <summary>Adds the whole features of another collector behind those of this one.</summary>
    internal void Append(ShapeCollector other)
    {
        int vertices = X.Count, rings = Roles.Count;
        other.X.Values.CopyTo(X.AddRoom(other.X.Count));
        other.Y.Values.CopyTo(Y.AddRoom(other.Y.Count));
        other.Roles.Values.CopyTo(Roles.AddRoom(other.Roles.Count));
        Continue(RingStart, other.RingStart, vertices);
        Continue(FeatureStart, other.FeatureStart, rings);
        KindsSeen |= other.KindsSeen;
        HasHoles |= other.HasHoles;
    }

    private static void Continue(GrowingColumn<int> starts, GrowingColumn<int> others, int shift)
    {
        var room = starts.AddRoom(others.Count - 1);
        for (var i = 0; i < room.Length; i++)
        {
            room[i] = others[i + 1] + shift;
        }
    }

    /// <summary>The box of all that was gathered; null where no vertex is finite.</summary>
    internal Envelope? Envelope()
    {
        var box = Wkb.Envelope.Of(X.Values, Y.Values);
        return box.IsEmpty ? null : box;
    }

    public void Dispose()
    {
        X.Dispose();
        Y.Dispose();
        RingStart.Dispose();
        FeatureStart.Dispose();
        Roles.Dispose();
    }
}
