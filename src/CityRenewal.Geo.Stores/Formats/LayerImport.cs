using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Reads delivered files into the layers of a city: by a mapping where there is one, else by presets. Either everything that
/// was asked for is read, or one exception says all that stands in the way; what is wrong with single features is listed.
/// </summary>
public sealed class LayerImport
{
    private readonly ImportRequest _request;
    private readonly MappingFile? _mapping;
    private readonly IProgress<WorkProgress>? _progress;
    private readonly CancellationToken _cancel;
    private readonly ImportProblems _problems = new();
    private readonly LayerSystems _systems;
    private readonly HashSet<LayerMapping> _used = [];
    private readonly List<ReadSheet> _sheets = [];
    private readonly List<ImportedSource> _sources = [];
    private readonly DeliveredPaths _paths;
    private readonly LedgerShelf _ledgers;
    private readonly IReadOnlyList<ILedgerFile> _unmapped;
    private readonly List<(DeliveredLayer Layer, LayerMapping Mapping, IReadOnlyList<string> Reasons)> _waiting = [];

    private LayerImport(ImportRequest request, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        _request = request;
        _progress = progress;
        _cancel = cancel;
        _systems = new LayerSystems(request, _problems);
        _mapping = request.MappingPath is { } path ? _problems.Try(() => MappingFile.Open(path)) : null;
        _paths = DeliveredPaths.From(request.Files, _problems);
        var ledgers = _paths.OpenLedgers(_problems);
        var named = (_mapping?.Layers ?? []).SelectMany(layer => layer.Ledgers).Select(ledger => ledger.File)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        _unmapped = [.. ledgers.Where(ledger => !named.Contains(ledger.Name))];
        _ledgers = new LedgerShelf(ledgers, Path.GetDirectoryName(Path.GetFullPath(request.MappingPath ?? "."))!, _problems, cancel);
    }

    /// <summary>Reads the files.</summary>
    /// <exception cref="StoreException">Everything that stands in the way.</exception>
    public static ImportedLayers Read(
        ImportRequest request, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        new LayerImport(request, progress, cancel).Read();

    private ImportedLayers Read()
    {
        Presets.Prepare();
        var files = DeliveredFiles.Open(_paths.Layers, _problems, _cancel);
        CheckThatThereIsALayer();
        if (_request.MappingPath is null || _mapping is not null)
        {
            foreach (var file in files)
            {
                ReadFile(file);
            }

            SettleWaiting();
            foreach (var settled in _systems.SettleOpen())
            {
                Map(settled);
            }

            CheckThatAllIsUsed();
            _systems.CheckNames();
        }

        _problems.ThrowIfAny();
        var sheets = OnePartition.Of(_sheets, _sources);
        var (joined, read) = SheetJoin.Joined(sheets, _sources, _problems);
        var (layers, matched) = ItemMatching.Matched(joined, _sources);
        _problems.ThrowIfAny();
        var year = _request.BaselineYear ?? _mapping?.BaselineYear;
        var found = LayerChecks.Check(layers, DefectOptions.For(year), _progress, _cancel);
        OnlineMaps.ThrowIfAny(layers, found);
        return new ImportedLayers(
            layers,
            DefectList.Merged(read, matched, StackedOn(layers), found),
            new ImportReport(
                _mapping?.Name ?? "",
                year,
                [.. _sources, .. _paths.PassedOver.Select(file => new ImportedSource(file.Name, "", "", 0, 0, [file.Note]))]))
        {
            MatchList = _ledgers.MatchList,
        };
    }

    private IEnumerable<Defect> StackedOn(IReadOnlyList<SourceLayer> layers) =>
        layers.Where(layer => layer.Name == LayerNames.Buildings).SelectMany(layer => StackedFootprints.Check(layer, _cancel));

    private void ReadFile(IDeliveredFile file)
    {
        foreach (var layer in file.Layers)
        {
            _cancel.ThrowIfCancellationRequested();
            var named = (_mapping?.Layers ?? []).Where(mapping => mapping.Means(file.Name, layer, file.Layers.Count == 1)).ToList();
            _used.UnionWith(named);
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
        if ((_mapping?.Layers ?? []).Any(mapping => mapping.MeansFile(file.Name)))
        {
            LeaveOut(file, layer, "the mapping does not name this layer");
            return;
        }

        var isOnly = file.Layers.Count == 1;
        try
        {
            var delivered = file.Read(layer, encoding: null, _progress, _cancel);
            var names = isOnly ? [layer, Path.GetFileNameWithoutExtension(file.Name)] : new[] { layer };
            var (preset, reason) = Presets.Choose(names, delivered);
            if (preset is not null)
            {
                Take(delivered, preset, [reason]);
                return;
            }

            LeaveOut(file, layer, "no mapping and no preset knows this layer" + (reason.Length > 0 ? $"; {reason}" : ""));
            if (isOnly)
            {
                _problems.Add(
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
            _problems.Add(unreadable);
        }
    }

    private void LeaveOut(IDeliveredFile file, string layer, string reason) =>
        _sources.Add(new ImportedSource(file.Name, layer, "", 0, 0, [$"left out: {reason}"]));

    private void ReadLayer(IDeliveredFile file, string layer, IReadOnlyList<LayerMapping> mappings)
    {
        var encoding = mappings.Select(mapping => mapping.Encoding).FirstOrDefault(name => name is not null);
        if (_problems.Try(file.Name, () => file.Read(layer, encoding, _progress, _cancel)) is not { } delivered)
        {
            return;
        }

        foreach (var mapping in mappings)
        {
            Take(delivered, mapping, []);
        }
    }

    private void Take(DeliveredLayer delivered, LayerMapping mapping, IReadOnlyList<string> reasons)
    {
        var joined = _ledgers.Join(delivered, mapping);
        if (_unmapped.Count > 0)
        {
            _waiting.Add((joined, mapping, reasons));
        }
        else
        {
            Settle(joined, mapping, reasons);
        }
    }

    // Which layer a ledger belongs to that no mapping names shows only when the ids of all layers are known.
    private void SettleWaiting()
    {
        var ledgers = new UnmappedLedgers(_waiting.Count > 0 ? _unmapped : [], _problems, _cancel);
        var joined = ledgers.Join([.. _waiting.Select(layer => (layer.Layer, layer.Mapping))]);
        for (var i = 0; i < joined.Count; i++)
        {
            Settle(joined[i], _waiting[i].Mapping, _waiting[i].Reasons);
        }
    }

    private void CheckThatThereIsALayer()
    {
        if (_paths.Layers.Count == 0 && !_problems.HasAny)
        {
            _problems.Add(
                "import",
                _paths.Ledgers.Count > 0 ? "only ledgers are given, and a ledger has no shapes." : "no file is given.",
                "Give the layers too: GeoPackages, GeoJSON files, Shapefiles, zips of Shapefiles, .gdb, .dxf, .tab, .mif, .kml, .gml or .fgb.");
        }
    }

    private void Settle(DeliveredLayer delivered, LayerMapping mapping, IReadOnlyList<string> reasons)
    {
        if (_systems.Settle(delivered, mapping, reasons) is { } settled)
        {
            Map(settled);
        }
    }

    private void Map(SettledLayer settled)
    {
        var (delivered, mapping, epsg, reason) = settled;
        try
        {
            var mapped = new LayerMapper(delivered, mapping, _problems)
            {
                KeepsPersonalData = _request.KeepPersonalData,
                Classification = _request.Classification,
            }.Map(epsg);
            mapped = PartGrouping.Applied(mapped, mapping, delivered);
            _sheets.Add(new ReadSheet(mapped, mapping, _sources.Count));
            var system = epsg == ReferenceSystems.Local ? "a local metric system" : $"EPSG:{epsg}";
            _sources.Add(new ImportedSource(
                delivered.File,
                delivered.Name,
                mapping.Layer,
                delivered.Shapes.Count,
                epsg,
                [.. settled.Why, $"{system}: {reason}", .. delivered.Notes, .. mapped.Notes, .. EvidenceNotes.Of(mapped.Layer)])
            {
                Readings = mapped.Readings,
                Classification = mapped.Layer.Classification,
            });
        }
        catch (StoreException problem)
        {
            _problems.Add(problem);
        }
    }

    private void CheckThatAllIsUsed()
    {
        foreach (var unused in (_mapping?.Layers ?? []).Where(mapping => !_used.Contains(mapping)))
        {
            _problems.Add(
                $"{_request.MappingPath}, line {unused.Line}",
                $"no given file has the layer '{unused.File}' for {unused.Layer}.",
                "Give that file, name one of its layers as file/layer where it has several, or take the entry out.");
        }

        if (_sheets.Count == 0 && _used.Count == 0 && !_problems.HasAny)
        {
            _problems.Add(
                "import",
                "none of the files has a layer that a preset knows.",
                "Write a mapping: one entry per layer with `layer`, `file`, `id` and `fields`, and give it with --map.");
        }
    }
}
