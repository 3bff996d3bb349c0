using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Collects what the checks of one layer find, and knows its ids, numbers and coordinates.</summary>
internal sealed class LayerFindings(SourceLayer layer)
{
    private readonly SourceColumn? _ids = layer.Column(LayerNames.IdColumn(layer.Name));

    /// <summary>The layer being checked.</summary>
    public SourceLayer Layer => layer;

    /// <summary>What was found so far.</summary>
    public List<Defect> Defects { get; } = [];

    /// <summary>Id of a row as given; empty where it has none.</summary>
    public string IdOf(int row) => _ids is null ? "" : _ids.TextOf(row);

    /// <summary>A row for people: its number in its file, the file where there are several, and its id.</summary>
    public string NameOf(int row)
    {
        var file = layer.FileOf(row);
        return $"feature {layer.FidOf(row)}{(file.Length > 0 ? $" of {file}" : "")}, id {IdOf(row)}";
    }

    /// <summary>Adds a defect at the first finite vertex of a feature.</summary>
    public void Add(DefectKind kind, int row, string detail = "")
    {
        var shapes = layer.Shapes;
        var end = shapes.RingStart[shapes.FeatureStart[row + 1]];
        var vertex = shapes.RingStart[shapes.FeatureStart[row]];
        while (vertex < end && !(double.IsFinite(shapes.X[vertex]) && double.IsFinite(shapes.Y[vertex])))
        {
            vertex++;
        }

        AddAt(kind, row, vertex < end ? vertex : -1, detail);
    }

    /// <summary>Adds a defect at a vertex of the layer; -1 for none.</summary>
    public void AddAt(DefectKind kind, int row, int vertex, string detail = "")
    {
        var (x, y) = vertex < 0 ? (double.NaN, double.NaN) : (layer.Shapes.X[vertex], layer.Shapes.Y[vertex]);
        Defects.Add(kind.At(new FeaturePlace(layer.Name, IdOf(row), layer.FidOf(row), x, y) { File = layer.FileOf(row) }, detail));
    }
}
