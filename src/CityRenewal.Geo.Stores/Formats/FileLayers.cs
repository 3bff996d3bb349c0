using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Reads the layers of delivered files that a mapping, or else a preset, explains, and hands each on with what explains it and
/// why. What is left out is said in the report.
/// </summary>
internal sealed class FileLayers(MappingFile? mapping, List<ImportedSource> sources, ImportProblems problems, TakeLayer take)
{
    /// <summary>The entries of the mapping that a layer was found for.</summary>
    public HashSet<LayerMapping> Used { get; } = [];

    /// <summary>Told how far the work is.</summary>
    public IProgress<WorkProgress>? Progress { get; init; }

    /// <summary>Ends the work early.</summary>
    public CancellationToken Cancel { get; init; }

    /// <summary>Reads every layer of a file that something explains.</summary>
    public void Read(IDeliveredFile file)
    {
        foreach (var layer in file.Layers)
        {
            Cancel.ThrowIfCancellationRequested();
            var named = (mapping?.Layers ?? []).Where(known => known.Means(file.Name, layer, file.Layers.Count == 1)).ToList();
            Used.UnionWith(named);
            if (named.Count > 0)
            {
                ReadLayer(file, layer, named);
            }
            else
            {
                ReadByPreset(file, layer);
            }
        }
    }

    // A file that the mapping speaks of is taken as far as the mapping says, and no further.
    private void ReadByPreset(IDeliveredFile file, string layer)
    {
        if ((mapping?.Layers ?? []).Any(known => known.MeansFile(file.Name)))
        {
            LeaveOut(file, layer, "the mapping does not name this layer");
            return;
        }

        var isOnly = file.Layers.Count == 1;
        try
        {
            var delivered = file.Read(layer, encoding: null, Progress, Cancel);
            var names = isOnly ? [layer, Path.GetFileNameWithoutExtension(file.Name)] : new[] { layer };
            var (preset, reason) = Presets.Choose(names, delivered);
            if (preset is not null)
            {
                take(delivered, preset, [reason]);
                return;
            }

            LeaveOut(file, layer, "no mapping and no preset knows this layer" + (reason.Length > 0 ? $"; {reason}" : ""));
            if (isOnly)
            {
                problems.Add(
                    file.Name,
                    $"nothing says which layer of the city '{layer}' is{(reason.Length > 0 ? $"; {reason}" : "")}.",
                    $"Name it in a mapping (`layer: {LayerNames.Parcels}`, `file: {file.Name}`, …), or leave the file out.");
            }
        }
        catch (StoreException unreadable) when (!isOnly)
        {
            LeaveOut(file, layer, $"it cannot be read: {unreadable.Message}");
        }
        catch (StoreException unreadable)
        {
            problems.Add(unreadable);
        }
    }

    private void LeaveOut(IDeliveredFile file, string layer, string reason) =>
        sources.Add(new ImportedSource(file.Name, layer, "", 0, 0, [$"left out: {reason}"]));

    private void ReadLayer(IDeliveredFile file, string layer, IReadOnlyList<LayerMapping> mappings)
    {
        var encoding = mappings.Select(known => known.Encoding).FirstOrDefault(name => name is not null);
        if (problems.Try(file.Name, () => file.Read(layer, encoding, Progress, Cancel)) is not { } delivered)
        {
            return;
        }

        foreach (var named in mappings)
        {
            take(delivered, named, []);
        }
    }
}

/// <summary>Takes a layer with the mapping that explains it and the reasons why it does.</summary>
internal delegate void TakeLayer(DeliveredLayer delivered, LayerMapping mapping, IReadOnlyList<string> reasons);
