using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Deliveries;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>The small town as GeoPackages of another program, to be imported.</summary>
internal static class ForeignTown
{
    public static string Write(string path, params SourceLayer[] layers)
    {
        ForeignGeoPackage.Write(path, [.. layers.Select(layer => new ForeignLayer(layer, new Dictionary<int, ForeignForm>()))]);
        return path;
    }

    /// <summary>Parcels with one moved, one of another use, one gone, two new, and a column more.</summary>
    public static SourceLayer ChangedParcels()
    {
        var before = SmallTown.Parcels(41);
        var shapes = before.Shapes;
        var x = (double[])shapes.X.Clone();
        x[shapes.RingStart[5]] += 0.5;
        x[shapes.RingStart[6] - 1] += 0.5;
        var ids = (TextSource)before.Columns[0];
        var uses = (TextSource)before.Columns[1];
        return SmallTown.Layer(before.Name, before.Epsg, new SourceShapes
        {
            Kind = shapes.Kind, X = x, Y = shapes.Y, RingStart = shapes.RingStart, FeatureStart = shapes.FeatureStart, IsHole = shapes.IsHole,
        }, [
            new TextSource("parcel_id", SmallTown.Texts(41, row => row == 7 ? "brand-new" : ids.Values[row])),
            new TextSource("land_use", SmallTown.Texts(41, row => row == 3 ? "14" : uses.Values[row])),
            .. before.Columns.Skip(2),
            new RealSource("far_limit", [.. Enumerable.Range(0, 41).Select(row => 2.5)]),
        ]);
    }

    /// <summary>The same layer somewhere else.</summary>
    public static SourceLayer Elsewhere(SourceLayer layer, double north) => SmallTown.Layer(layer.Name, layer.Epsg, new SourceShapes
    {
        Kind = layer.Shapes.Kind,
        X = layer.Shapes.X,
        Y = [.. layer.Shapes.Y.Select(y => y + north)],
        RingStart = layer.Shapes.RingStart,
        FeatureStart = layer.Shapes.FeatureStart,
        IsHole = layer.Shapes.IsHole,
    }, layer.Columns);
}
