using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>A layer whose features may still be changed, row by row.</summary>
internal sealed class DraftLayer
{
    private readonly SourceLayer _source;
    private readonly int _idColumn;

    private DraftLayer(SourceLayer source)
    {
        _source = source;
        _idColumn = ColumnIndex(LayerNames.IdColumn(source.Name));
        Features = [.. Enumerable.Range(0, source.Shapes.Count).Select(FeatureOf)];
    }

    /// <summary>Name of the layer and of its table.</summary>
    public string Name => _source.Name;

    /// <summary>The features; row r is feature r + 1 of the table.</summary>
    public List<DraftFeature> Features { get; }

    /// <summary>A draft of a layer of the sample.</summary>
    public static DraftLayer From(SourceLayer source) => new(source);

    /// <summary>The id of a row; empty where it has none.</summary>
    public string IdOf(int row) => Features[row].Values[_idColumn] as string ?? "";

    /// <summary>Gives a row another id.</summary>
    public void SetId(int row, string? id) => Features[row].Values[_idColumn] = id;

    /// <summary>A value of a row; null where there is none.</summary>
    public object? Value(int row, string column) => Features[row].Values[ColumnIndex(column)];

    /// <summary>A number of a row; NaN where there is none.</summary>
    public double Number(int row, string column) => Value(row, column) switch { int whole => whole, double real => real, _ => double.NaN };

    /// <summary>Changes a value.</summary>
    public void Set(int row, string column, object? value) => Features[row].Values[ColumnIndex(column)] = value;

    /// <summary>Adds a feature at the end under an id that no other has, and returns its row.</summary>
    public int Append(DraftFeature feature)
    {
        Features.Add(feature);
        SetId(Features.Count - 1, $"N{Features.Count:00000}");
        return Features.Count - 1;
    }

    /// <summary>The layer as another program writes it.</summary>
    public DirtyLayer ToLayer()
    {
        var odd = new SortedDictionary<int, OddForm>();
        for (var row = 0; row < Features.Count; row++)
        {
            if (Features[row].Form != OddForm.Ordinary)
            {
                odd.Add(row, Features[row].Form);
            }
        }

        var layer = new SourceLayer
        {
            Name = Name,
            Epsg = _source.Epsg,
            Origin = _source.Origin,
            Shapes = ShapesOf(),
            Columns = [.. _source.Columns.Select((column, c) => Written(column, c))],
        };
        return new DirtyLayer(layer, odd);
    }

    private int ColumnIndex(string column)
    {
        for (var c = 0; c < _source.Columns.Count; c++)
        {
            if (_source.Columns[c].Name == column)
            {
                return c;
            }
        }

        throw new ArgumentException($"The layer {Name} has no column {column}.", nameof(column));
    }

    private DraftFeature FeatureOf(int row)
    {
        var shapes = _source.Shapes;
        var values = _source.Columns.Select(column => column switch
        {
            IntegerSource whole => whole.Values[row] == Unknown.Integer ? null : whole.Values[row],
            RealSource real => double.IsNaN(real.Values[row]) ? null : real.Values[row],
            _ => column.TextOf(row) is { Length: > 0 } text ? (object)text : null,
        });
        var rings = new List<DraftRing>();
        for (var ring = shapes.FeatureStart[row]; ring < shapes.FeatureStart[row + 1]; ring++)
        {
            var spots = new List<Spot>();
            for (var v = shapes.RingStart[ring]; v < shapes.RingStart[ring + 1]; v++)
            {
                spots.Add(new Spot(shapes.X[v], shapes.Y[v]));
            }

            rings.Add(new DraftRing(spots, shapes.IsHole.Length > 0 && shapes.IsHole[ring]));
        }

        return new DraftFeature([.. values]) { Rings = rings };
    }

    private SourceColumn Written(SourceColumn column, int c)
    {
        var name = ForeignNames.Of(Name, column.Name);
        return column switch
        {
            IntegerSource => new IntegerSource(name, [.. Features.Select(row => row.Values[c] is int whole ? whole : Unknown.Integer)]),
            RealSource => new RealSource(name, [.. Features.Select(row => row.Values[c] is double real ? real : double.NaN)]),
            _ => new TextSource(name, TextColumn.From(Features.Select(row => row.Values[c] as string))),
        };
    }

    private SourceShapes ShapesOf()
    {
        var (x, y, rings, holes, features) =
            (new List<double>(), new List<double>(), new List<int> { 0 }, new List<bool>(), new List<int> { 0 });
        foreach (var feature in Features)
        {
            foreach (var ring in feature.Rings)
            {
                x.AddRange(ring.Spots.Select(spot => spot.X));
                y.AddRange(ring.Spots.Select(spot => spot.Y));
                rings.Add(x.Count);
                holes.Add(ring.IsHole);
            }

            features.Add(holes.Count);
        }

        return new SourceShapes
        {
            Kind = _source.Shapes.Kind,
            X = [.. x],
            Y = [.. y],
            RingStart = [.. rings],
            FeatureStart = [.. features],
            IsHole = [.. holes],
        };
    }
}
