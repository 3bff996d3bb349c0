using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A layer whose reference system is settled.</summary>
internal sealed record SettledLayer(DeliveredLayer Layer, LayerMapping Mapping, int Epsg, string Reason)
{
    /// <summary>Why it is read as the layer that it is read as.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];
}

/// <summary>
/// Settles the reference systems of all layers of an import. Those that must be asked wait until all others are known, so that
/// every answer can be told by where it would put the layer.
/// </summary>
internal sealed class LayerSystems(ImportRequest request, ImportProblems problems)
{
    private readonly UserTransform? _transform = request.TransformPath is { } path ? problems.Try(() => UserTransform.Open(path)) : null;
    private readonly List<PlacedLayer> _known = [];
    private readonly List<(DeliveredLayer Delivered, LayerMapping Mapping, IReadOnlyList<string> Why, string Problem)> _open = [];
    private readonly HashSet<string> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Settles a layer; null where it must wait, or where its problem was noted.</summary>
    public SettledLayer? Settle(DeliveredLayer delivered, LayerMapping mapping, IReadOnlyList<string> why)
    {
        var swapAxes = mapping.SwapAxes || request.SwapAxes.Any(name => IsNamed(delivered, name));
        return Settle(delivered, mapping, why, new SystemAsked(GivenSystem.Of(request, delivered, mapping.Crs), swapAxes, _transform));
    }

    /// <summary>Asks about the layers that had to wait.</summary>
    public IEnumerable<SettledLayer> SettleOpen()
    {
        foreach (var (delivered, mapping, why, problem) in _open.ToList())
        {
            var name = ReferenceSystemChoice.Named(delivered);
            var question = new SystemQuestion(
                name,
                mapping.Layer,
                problem,
                SystemCandidates.Of(delivered, _known, (epsg, swapAxes) => Quoted.Answer(name, epsg, swapAxes)),
                [.. _known]);
            if (request.Ask?.Invoke(question) is { } answer)
            {
                if (Settle(delivered, mapping, why, new SystemAsked(answer.Epsg, answer.SwapAxes)) is { } settled)
                {
                    yield return settled;
                }
            }
            else
            {
                problems.Add(question.ToRefusal());
            }
        }
    }

    /// <summary>Notes options that name a file which was not read.</summary>
    public void CheckNames()
    {
        var names = request.ReferenceSystems.Select(given => (Option: "--crs", Name: given.File)).Concat(request.SwapAxes.Select(name => (Option: "--swap-axes", Name: (string?)name)));
        foreach (var (option, name) in names.Where(given => given.Name is { } file && !_named.Contains(Path.GetFileName(file)) && !_named.Contains(file)))
        {
            problems.Add(
                $"{option} {name}",
                "no layer that was read has this name.",
                $"It is one of {string.Join(", ", _names)}.");
        }
    }

    private SettledLayer? Settle(
        DeliveredLayer delivered, LayerMapping mapping, IReadOnlyList<string> why, SystemAsked asked)
    {
        _names.Add(ReferenceSystemChoice.Named(delivered));
        _named.UnionWith([delivered.File, $"{delivered.File}/{delivered.Name}"]);
        if (problems.Try(() => ReferenceSystemChoice.For(delivered, asked)) is not { } finding)
        {
            return null;
        }

        if (finding.Epsg is not { } epsg)
        {
            _open.Add((asked.SwapAxes ? finding.Layer : delivered, mapping, why, finding.Reason));
            return null;
        }

        if (epsg != ReferenceSystems.Local && LayerExtent.Of(finding.Layer.Shapes, LonLat.From(epsg)) is { } extent)
        {
            _known.Add(new PlacedLayer(mapping.Layer, delivered.File, delivered.Shapes.Count, extent));
        }

        return new SettledLayer(finding.Layer, mapping, epsg, finding.Reason) { Why = why };
    }

    private static bool IsNamed(DeliveredLayer delivered, string name) =>
        new[] { name, Path.GetFileName(name) }.Any(given =>
            string.Equals(given, delivered.File, StringComparison.OrdinalIgnoreCase)
            || string.Equals(given, $"{delivered.File}/{delivered.Name}", StringComparison.OrdinalIgnoreCase));
}
