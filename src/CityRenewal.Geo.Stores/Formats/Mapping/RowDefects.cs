using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Lists what is wrong with single values, each at the place of its feature.</summary>
internal sealed class RowDefects(string layer, DeliveredLayer delivered, TextSource ids)
{
    private readonly List<Defect> _found = [];

    /// <summary>What was listed.</summary>
    public IReadOnlyList<Defect> Found => _found;

    /// <summary>Lists a defect of a row.</summary>
    public void Add(DefectKind kind, int row, string detail)
    {
        var shapes = delivered.Shapes;
        var vertex = shapes.RingStart[shapes.FeatureStart[row]];
        var hasPlace = vertex < shapes.RingStart[shapes.FeatureStart[row + 1]];
        var (x, y) = hasPlace ? (shapes.X[vertex], shapes.Y[vertex]) : (double.NaN, double.NaN);
        _found.Add(kind.At(new FeaturePlace(layer, ids.TextOf(row), delivered.Fids[row], x, y), detail));
    }
}
