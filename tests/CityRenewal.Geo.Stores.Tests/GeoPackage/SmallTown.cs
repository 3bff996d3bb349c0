using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

/// <summary>A town of squares with holes, unknown values and Chinese words: layers as an importer would hand them over.</summary>
internal static class SmallTown
{
    internal const int Epsg = 4544;

    internal static IReadOnlyList<SourceLayer> Layers(int parcels = 40) =>
        [Parcels(parcels), Buildings(parcels * 3 / 2), Udb(), Barriers(), Items()];

    internal static SourceLayer Parcels(int count, int epsg = Epsg)
    {
        var rings = new RingList();
        for (var i = 0; i < count; i++)
        {
            var (x, y) = Corner(i);
            rings.Square(x, y, 30).EndFeature();
        }

        return Layer(LayerNames.Parcels, epsg, rings.ToShapes(ShapeKind.Polygon), [
            new TextSource("parcel_id", Texts(count, i => $"P{i:D7}")),
            new TextSource("land_use", Texts(count, i => i % 5 == 0 ? null : i % 2 == 0 ? "居住" : "R2")),
            new RealSource("declared_area_m2", [.. Enumerable.Range(0, count).Select(i => i % 7 == 0 ? double.NaN : 900 + (i / 3.0))]),
            new TextSource("lock", Texts(count, i => i % 11 == 0 ? "in" : null)),
        ]);
    }

    internal static SourceLayer Buildings(int count)
    {
        var rings = new RingList();
        for (var i = 0; i < count; i++)
        {
            var (x, y) = Corner(i * 2 / 3);
            rings.Square(x + 2 + (i % 3), y + 3, 9.25);
            if (i % 4 == 0)
            {
                rings.Square(x + 5 + (i % 3), y + 6, 2, isHole: true);
            }

            rings.EndFeature();
        }

        return Layer(LayerNames.Buildings, Epsg, rings.ToShapes(ShapeKind.Polygon), [
            new TextSource("building_id", Texts(count, i => $"B{i:D7}")),
            new TextSource("parcel_id", Texts(count, i => $"P{i * 2 / 3:D7}")),
            new IntegerSource("storeys_above", [.. Enumerable.Range(0, count).Select(i => i % 9 == 0 ? Unknown.Integer : 1 + (i % 8))]),
            new IntegerSource("year_built", [.. Enumerable.Range(0, count).Select(i => 1950 + (i % 70))]),
            new TextSource("danger_grade", Texts(count, i => i % 6 == 0 ? "D" : null)),
        ]);
    }

    internal static SourceLayer Udb() => Layer(
        LayerNames.Udb, 4523,
        new RingList()
            .Square(35_500_000, 3_270_000, 5000).Square(35_500_100, 3_270_100, 40, isHole: true)
            .Square(35_510_000, 3_270_000, 50).EndFeature()
            .ToShapes(ShapeKind.Polygon),
        [new TextSource("zone_id", Texts(1, _ => "1")), new TextSource("kind", Texts(1, _ => "concentrated"))]);

    internal static SourceLayer Barriers() => Layer(
        LayerNames.Barriers, 4490,
        new RingList().Path([106.40, 106.41, 106.42], [29.5, 29.51, 29.5]).Path([106.5, 106.6], [29.6, 29.7]).EndFeature()
            .ToShapes(ShapeKind.Line),
        [
            new TextSource("barrier_id", Texts(1, _ => "river-1")), new TextSource("kind", Texts(1, _ => "river")),
            new RealSource("width_m", [123.456]),
        ]);

    internal static SourceLayer Items() => Layer(
        LayerNames.ProtectedItems, Epsg,
        new RingList().Path([500_003], [3_270_004]).EndFeature().EndFeature().ToShapes(ShapeKind.Point),
        [new TextSource("item_id", Texts(2, i => $"T{i}")), new TextSource("kind", Texts(2, _ => "old_tree"))]);

    /// <summary>The same layer with its rows, and the order of its columns, turned about.</summary>
    internal static SourceLayer Reversed(SourceLayer layer)
    {
        var count = layer.Shapes.Count;
        var rings = new RingList();
        for (var feature = count - 1; feature >= 0; feature--)
        {
            rings.Feature(layer.Shapes, feature);
        }

        return Layer(layer.Name, layer.Epsg, rings.ToShapes(layer.Shapes.Kind), [.. layer.Columns.Reverse().Select<SourceColumn, SourceColumn>(column => column switch
        {
            TextSource text => text with { Values = Texts(count, i => text.Values[count - 1 - i]) },
            IntegerSource whole => whole with { Values = [.. whole.Values.Reverse()] },
            RealSource real => real with { Values = [.. real.Values.Reverse()] },
            _ => throw new InvalidOperationException(column.Name),
        })]);
    }

    internal static SourceLayer Layer(string name, int epsg, SourceShapes shapes, IReadOnlyList<SourceColumn> columns) =>
        new() { Name = name, Epsg = epsg, Shapes = shapes, Columns = columns, Origin = "small town" };

    internal static TextColumn Texts(int count, Func<int, string?> text) => TextColumn.From(Enumerable.Range(0, count).Select(text));

    private static (double X, double Y) Corner(int i) => (500_000 + (i % 1000 * 40) + (i / 7.0 % 1), 3_270_000 + (i / 1000 * 40));
}

/// <summary>Writes down rings one after the other.</summary>
internal sealed class RingList
{
    private readonly List<double> _x = [];
    private readonly List<double> _y = [];
    private readonly List<int> _ringStart = [0];
    private readonly List<int> _featureStart = [0];
    private readonly List<bool> _isHole = [];

    internal RingList Square(double x, double y, double side, bool isHole = false) =>
        Ring([x, x + side, x + side, x, x], [y, y, y + side, y + side, y], isHole);

    internal RingList Path(double[] x, double[] y) => Ring(x, y, isHole: false);

    internal RingList Ring(ReadOnlySpan<double> x, ReadOnlySpan<double> y, bool isHole)
    {
        _x.AddRange(x);
        _y.AddRange(y);
        _ringStart.Add(_x.Count);
        _isHole.Add(isHole);
        return this;
    }

    internal RingList Feature(SourceShapes shapes, int feature)
    {
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            int start = shapes.RingStart[ring], count = shapes.RingStart[ring + 1] - start;
            Ring(shapes.X.AsSpan(start, count), shapes.Y.AsSpan(start, count), shapes.IsHole.Length > 0 && shapes.IsHole[ring]);
        }

        return EndFeature();
    }

    internal RingList EndFeature()
    {
        _featureStart.Add(_isHole.Count);
        return this;
    }

    internal SourceShapes ToShapes(ShapeKind kind) => new()
    {
        Kind = kind, X = [.. _x], Y = [.. _y], RingStart = [.. _ringStart], FeatureStart = [.. _featureStart],
        IsHole = _isHole.Contains(true) ? [.. _isHole] : [],
    };
}
