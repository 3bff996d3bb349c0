using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Tests.Cities;

/// <summary>Draws a delivered layer feature by feature, rings as lists of x, y.</summary>
internal sealed class LayerSketch(string name, int epsg = 4545, ShapeKind kind = ShapeKind.Polygon)
{
    private readonly List<string?> _ids = [];
    private readonly List<double> _x = [];
    private readonly List<double> _y = [];
    private readonly List<int> _ringStart = [0];
    private readonly List<int> _featureStart = [0];
    private readonly List<bool> _isHole = [];
    private readonly List<SourceColumn> _columns = [];

    /// <summary>A feature of one part: the first ring is its shell, the others its holes.</summary>
    public LayerSketch Feature(string? id, params double[][] rings)
    {
        _ids.Add(id);
        for (var ring = 0; ring < rings.Length; ring++)
        {
            for (var i = 0; i < rings[ring].Length; i += 2)
            {
                _x.Add(rings[ring][i]);
                _y.Add(rings[ring][i + 1]);
            }

            _ringStart.Add(_x.Count);
            _isHole.Add(ring > 0);
        }

        _featureStart.Add(_ringStart.Count - 1);
        return this;
    }

    /// <summary>A square with its lower left corner at x, y.</summary>
    public LayerSketch Square(string id, double x, double y, double side) => Feature(id, Ring(x, y, side, side));

    public LayerSketch With(SourceColumn column)
    {
        _columns.Add(column);
        return this;
    }

    public LayerSketch Words(string column, params string[] values) => With(new TextSource(column, TextColumn.From(values)));

    public SourceLayer ToLayer() => new()
    {
        Name = name,
        Epsg = epsg,
        Shapes = new SourceShapes
        {
            Kind = kind,
            X = [.. _x],
            Y = [.. _y],
            RingStart = [.. _ringStart],
            FeatureStart = [.. _featureStart],
            IsHole = [.. _isHole],
        },
        Columns = [new TextSource(LayerNames.IdColumn(name), TextColumn.From(_ids)), .. _columns],
    };

    /// <summary>A closed rectangle, anticlockwise.</summary>
    public static double[] Ring(double x, double y, double width, double height) =>
        [x, y, x + width, y, x + width, y + height, x, y + height, x, y];
}
