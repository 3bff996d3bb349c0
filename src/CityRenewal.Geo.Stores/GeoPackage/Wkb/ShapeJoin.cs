using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Wkb;

/// <summary>Makes the shapes of one layer out of the collectors of successive ranges of rows.</summary>
internal static class ShapeJoin
{
    /// <summary>The kind that a layer is read as: what it declares if any part is of it, else polygons before lines before points.</summary>
    internal static ShapeKind KindOf(FeatureTable table, int kindsSeen)
    {
        if (DeclaredKind(table) is { } kind && (kindsSeen == 0 || (kindsSeen & (1 << (int)kind)) != 0))
        {
            return kind;
        }

        return (kindsSeen & 1) != 0 || kindsSeen == 0 ? ShapeKind.Polygon : (kindsSeen & 2) != 0 ? ShapeKind.Line : ShapeKind.Point;
    }

    /// <summary>The kind that a layer declares; null where it may hold any.</summary>
    internal static ShapeKind? DeclaredKind(FeatureTable table) => table.GeometryType switch
    {
        "POLYGON" or "MULTIPOLYGON" => ShapeKind.Polygon,
        "LINESTRING" or "MULTILINESTRING" => ShapeKind.Line,
        "POINT" or "MULTIPOINT" => ShapeKind.Point,
        _ => null,
    };

    /// <summary>The shapes of that kind; features that had parts of another kind are added to the list.</summary>
    internal static SourceShapes Join(IReadOnlyList<RowRange> ranges, ShapeKind kind, List<long> otherKind)
    {
        foreach (var range in ranges.Where(range => (range.Shapes.KindsSeen & ~(1 << (int)kind)) != 0))
        {
            KeepOnly(range, kind, otherKind);
        }

        var vertices = ranges.Sum(range => (long)range.Shapes.X.Count);
        if (vertices > Array.MaxLength)
        {
            throw new StoreException(
                "all features", $"The layer has {vertices:N0} vertices, more than one layer can hold.",
                "Split it into several files by district and import them one by one.");
        }

        var joined = new SourceShapes
        {
            Kind = kind,
            X = GC.AllocateUninitializedArray<double>((int)vertices),
            Y = GC.AllocateUninitializedArray<double>((int)vertices),
            RingStart = new int[ranges.Sum(range => range.Shapes.Roles.Count) + 1],
            FeatureStart = new int[ranges.Sum(range => range.Shapes.Count) + 1],
            IsHole = ranges.Any(range => range.Shapes.HasHoles)
                ? new bool[ranges.Sum(range => range.Shapes.Roles.Count)]
                : [],
        };
        Copy(ranges, joined);
        return joined;
    }

    private static void Copy(IReadOnlyList<RowRange> ranges, SourceShapes joined)
    {
        int vertex = 0, ring = 0, feature = 0;
        foreach (var shapes in ranges.Select(range => range.Shapes))
        {
            for (var i = 0; i < shapes.Roles.Count; i++)
            {
                joined.RingStart[ring + i + 1] = vertex + shapes.RingStart[i + 1];
                if (joined.IsHole.Length > 0)
                {
                    joined.IsHole[ring + i] = shapes.Roles[i] == RingRole.Hole;
                }
            }

            for (var i = 0; i < shapes.Count; i++)
            {
                joined.FeatureStart[feature + i + 1] = ring + shapes.FeatureStart[i + 1];
            }

            var vertices = shapes.X.Count;
            shapes.X.MoveTo(joined.X.AsSpan(vertex, vertices));
            shapes.Y.MoveTo(joined.Y.AsSpan(vertex, vertices));
            vertex += vertices;
            ring += shapes.Roles.Count;
            feature += shapes.Count;
            shapes.Dispose();
        }
    }

    private static void KeepOnly(RowRange range, ShapeKind kind, List<long> otherKind)
    {
        var kept = new ShapeCollector();
        var shapes = range.Shapes;
        for (var feature = 0; feature < shapes.Count; feature++)
        {
            var isWhole = true;
            for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
            {
                if (ShapeCollector.KindOf(shapes.Roles[ring]) != kind)
                {
                    isWhole = false;
                    continue;
                }

                int start = shapes.RingStart[ring], count = shapes.RingStart[ring + 1] - start;
                kept.Ring(count, shapes.Roles[ring], out var x, out var y);
                shapes.X.Values.Slice(start, count).CopyTo(x);
                shapes.Y.Values.Slice(start, count).CopyTo(y);
            }

            kept.EndFeature();
            if (!isWhole)
            {
                otherKind.Add(range.Fids[feature]);
            }
        }

        shapes.Dispose();
        range.Shapes = kept;
    }
}
