using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>One layer, ready for tiles of any zoom: shapes on the world map, an index over them, numbers and attributes.</summary>
internal sealed class TileLayer
{
    private readonly int[] _pointX;
    private readonly int[] _pointY;

    private TileLayer(string name, TileShapes shapes, long[] numbers, IReadOnlyList<TileField> fields, (int[] X, int[] Y) points)
    {
        (Name, Shapes, Numbers, Fields) = (name, shapes, numbers, fields);
        (_pointX, _pointY) = points;
        Index = BoxIndex.Of(BoxesWithPoints());
    }

    public string Name { get; }

    public TileShapes Shapes { get; }

    public long[] Numbers { get; }

    public IReadOnlyList<TileField> Fields { get; }

    public BoxIndex Index { get; }

    /// <summary>Whether features without a visible outline are shown as points.</summary>
    public bool HasPoints => _pointX.Length > 0;

    public static TileLayer Of(City city, string name, MercatorGrid grid, int threads) => name switch
    {
        LayerNames.Parcels => Of(name, city.Parcels.Shapes, city.Parcels.Ids, LayerFields.OfParcels(city.Parcels), grid, threads),
        LayerNames.Buildings => Of(name, city.Buildings.Shapes, city.Buildings.Ids, LayerFields.OfBuildings(city.Buildings), grid, threads),
        LayerNames.Barriers => new TileLayer(
            name,
            TileShapes.Of(city.Barriers.Lines, grid, threads),
            FeatureNumbers.Of(city.Barriers.Ids, threads),
            LayerFields.OfBarriers(city.Barriers),
            ([], [])),
        LayerNames.ProtectedItems => OfItems(city.ProtectedItems, grid, threads),
        _ => Of(name, city.Layer(name).Shapes, city.Layer(name).Ids, LayerFields.OfZones(city.Layer(name)), grid, threads),
    };

    /// <summary>A layer of areas.</summary>
    public static TileLayer Of(
        string name, PolygonColumns shapes, TextColumn ids, IReadOnlyList<TileField> fields, MercatorGrid grid, int threads) =>
        new(name, TileShapes.Of(shapes, grid, threads), FeatureNumbers.Of(ids, threads), fields, ([], []));

    /// <summary>The point of a feature that is shown as one.</summary>
    public (int X, int Y) PointOf(int row) => (_pointX[row], _pointY[row]);

    /// <summary>Names of the attributes that tiles of a zoom carry.</summary>
    public IEnumerable<TileField> FieldsAt(int zoom) => Fields.Where(field => field.FromZoom <= zoom);

    private static TileLayer OfItems(ProtectedItems items, MercatorGrid grid, int threads)
    {
        int[] x = new int[items.Count], y = new int[items.Count];
        grid.From(items.PointX, items.PointY, x, y);
        return new TileLayer(
            LayerNames.ProtectedItems,
            TileShapes.Of(items.Shapes, grid, threads),
            FeatureNumbers.Of(items.Ids, threads),
            LayerFields.OfItems(items),
            (x, y));
    }

    private GridBox[] BoxesWithPoints()
    {
        var boxes = Shapes.Boxes;
        if (HasPoints)
        {
            boxes = [.. boxes.Select((box, row) => box.With(new GridBox(_pointX[row], _pointY[row], _pointX[row], _pointY[row])))];
        }

        return boxes;
    }
}
