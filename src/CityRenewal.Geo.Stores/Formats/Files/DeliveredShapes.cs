using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Makes one kind of shapes of what was read: the kind most features are of; parts of other kinds are listed and left out.</summary>
internal static class DeliveredShapes
{
    public static (SourceShapes Shapes, IReadOnlyList<Defect> Defects) From(ShapeCollector read, string layer, long[] fids)
    {
        if (read.Roles.Count > 0 && int.IsPow2(read.KindsSeen))
        {
            return (Whole(read, ShapeCollector.KindOf(read.Roles[0])), []);
        }

        var kind = MostCommonKind(read);
        var defects = new List<Defect>();
        for (var feature = 0; feature < read.Count; feature++)
        {
            var other = OtherKind(read, feature, kind);
            if (other is { } found)
            {
                var place = new FeaturePlace(layer, "", fids[feature], read.X[FirstVertex(read, feature)], read.Y[FirstVertex(read, feature)]);
                defects.Add(GeometryDefects.MixedGeometry.At(place, $"a {found} among features of kind {kind}".ToLowerInvariant()));
            }
        }

        return (defects.Count == 0 ? Whole(read, kind) : Filtered(read, kind), defects);
    }

    private static int FirstVertex(ShapeCollector read, int feature) => read.RingStart[read.FeatureStart[feature]];

    private static ShapeKind? OtherKind(ShapeCollector read, int feature, ShapeKind kind)
    {
        for (var ring = read.FeatureStart[feature]; ring < read.FeatureStart[feature + 1]; ring++)
        {
            if (ShapeCollector.KindOf(read.Roles[ring]) != kind)
            {
                return ShapeCollector.KindOf(read.Roles[ring]);
            }
        }

        return null;
    }

    private static ShapeKind MostCommonKind(ShapeCollector read)
    {
        var counts = new int[3];
        for (var feature = 0; feature < read.Count; feature++)
        {
            if (read.FeatureStart[feature] < read.FeatureStart[feature + 1])
            {
                counts[(int)ShapeCollector.KindOf(read.Roles[read.FeatureStart[feature]])]++;
            }
        }

        return (ShapeKind)Array.IndexOf(counts, counts.Max());
    }

    private static SourceShapes Whole(ShapeCollector read, ShapeKind kind) => new()
    {
        Kind = kind,
        X = read.X.Values.ToArray(),
        Y = read.Y.Values.ToArray(),
        RingStart = read.RingStart.Values.ToArray(),
        FeatureStart = read.FeatureStart.Values.ToArray(),
        IsHole = HolesOf(read),
    };

    private static SourceShapes Filtered(ShapeCollector read, ShapeKind kind)
    {
        using var kept = new ShapeCollector();
        for (var feature = 0; feature < read.Count; feature++)
        {
            for (var ring = read.FeatureStart[feature]; ring < read.FeatureStart[feature + 1]; ring++)
            {
                if (ShapeCollector.KindOf(read.Roles[ring]) == kind)
                {
                    var (start, count) = (read.RingStart[ring], read.RingStart[ring + 1] - read.RingStart[ring]);
                    kept.Ring(count, read.Roles[ring], out var x, out var y);
                    read.X.Values.Slice(start, count).CopyTo(x);
                    read.Y.Values.Slice(start, count).CopyTo(y);
                }
            }

            kept.EndFeature();
        }

        return Whole(kept, kind);
    }

    private static bool[] HolesOf(ShapeCollector read)
    {
        if (!read.HasHoles)
        {
            return [];
        }

        var holes = new bool[read.Roles.Count];
        for (var ring = 0; ring < holes.Length; ring++)
        {
            holes[ring] = read.Roles[ring] == RingRole.Hole;
        }

        return holes;
    }
}
