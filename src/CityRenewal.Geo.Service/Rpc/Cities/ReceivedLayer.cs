using CityRenewal.Geo.Land;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Features;

namespace CityRenewal.Geo.Service.Rpc.Cities;

/// <summary>A layer that comes in batches.</summary>
internal sealed class ReceivedLayer(string name, int epsg) : IDisposable
{
    private const int MostProblems = 100;

    private readonly WkbFeatures _features = new();
    private readonly Dictionary<string, ReceivedColumn> _columns = new(StringComparer.Ordinal);
    private readonly List<long> _fids = [];

    /// <summary>Adds a batch; adds what is wrong with it.</summary>
    public void Add(V1.FeatureBatch batch, List<FieldProblem> problems)
    {
        var first = _features.Count;
        if (batch.EpsgCode != epsg)
        {
            problems.Add(new FieldProblem("features.epsg_code", $"{name} came in EPSG:{epsg} and goes on in EPSG:{batch.EpsgCode}; send a layer in one system."));
        }

        if (batch.Fids.Count != 0 && batch.Fids.Count != batch.Wkb.Count)
        {
            problems.Add(new FieldProblem("features.fids", $"{name}: {batch.Wkb.Count} features have {batch.Fids.Count} numbers; give each one or none."));
        }

        foreach (var shape in batch.Wkb)
        {
            if (_features.Add(shape.Span) is { } problem && problems.Count < MostProblems)
            {
                problems.Add(new FieldProblem("features.wkb", $"feature {_features.Count - 1} of {name} {problem}"));
            }
        }

        _fids.AddRange(batch.Fids.Count == batch.Wkb.Count ? batch.Fids : Enumerable.Range(first + 1, batch.Wkb.Count).Select(number => (long)number));
        foreach (var column in batch.Columns)
        {
            Add(column, (first, batch.Wkb.Count), problems);
        }

        foreach (var known in _columns.Values)
        {
            known.FillTo(_features.Count);
        }
    }

    /// <summary>The layer; adds what is wrong with it as a whole.</summary>
    public SourceLayer ToLayer(Classification classification, List<FieldProblem> problems)
    {
        var (shapes, mixed) = _features.ToShapes();
        if (mixed is not null)
        {
            problems.Add(new FieldProblem("features.wkb", $"{name} {mixed}."));
        }

        if (!LayerNames.All.Contains(name))
        {
            problems.Add(new FieldProblem("features.layer", $"'{name}' is no layer of a city; there are {string.Join(", ", LayerNames.All)}."));
        }

        if (epsg != 0 && !ReferenceSystems.TryFind(epsg, out _))
        {
            problems.Add(new FieldProblem("features.epsg_code", $"{name}: EPSG:{epsg} is not a supported reference system."));
        }

        return new SourceLayer
        {
            Name = name, Epsg = epsg, Shapes = shapes, Columns = [.. _columns.Select(column => column.Value.ToColumn(column.Key))],
            Fids = [.. _fids], Origin = "features of a call", Classification = classification,
        };
    }

    public void Dispose() => _features.Dispose();

    private void Add(V1.FeatureColumn column, (int First, int Count) rows, List<FieldProblem> problems)
    {
        if (!_columns.TryGetValue(column.Name, out var known))
        {
            _columns[column.Name] = known = ReceivedColumn.Of(column);
            known.FillTo(rows.First);
        }

        if (known.TryAdd(column, rows.Count) is { } problem)
        {
            problems.Add(new FieldProblem("features.columns", $"{name}.{column.Name} {problem}"));
        }
    }
}
