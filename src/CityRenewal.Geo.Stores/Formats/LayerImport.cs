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
    private readonly DeliveredPaths _paths;
    private readonly FileLayers _files;
    private readonly LedgerLending _ledgers;
    private readonly LayerSystems _systems;
    private readonly SheetMapping _mapped;

    private LayerImport(ImportRequest request, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        (_request, _progress, _cancel) = (request, progress, cancel);
        _mapped = new SheetMapping(request, _problems);
        _systems = new LayerSystems(request, _problems);
        _mapping = request.MappingPath is { } path ? _problems.Try(() => MappingFile.Open(path)) : null;
        _paths = DeliveredPaths.From(request.Files, _problems);
        var folder = Path.GetDirectoryName(Path.GetFullPath(request.MappingPath ?? "."))!;
        _ledgers = new LedgerLending((_paths.OpenLedgers(_problems), _mapping, folder), _problems, Settle, cancel);
        _files = new FileLayers(_mapping, _mapped.Sources, _problems, _ledgers.Take) { Progress = progress, Cancel = cancel };
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
        ImportGaps.CheckLayers(_paths, _problems);
        if (_request.MappingPath is null || _mapping is not null)
        {
            ReadFiles(files);
        }

        _problems.ThrowIfAny();
        var sheets = OnePartition.Of(_mapped.Sheets, _mapped.Sources);
        var (joined, read) = SheetJoin.Joined(sheets, _mapped.Sources, _problems);
        var (layers, matched) = ItemMatching.Matched(joined, _mapped.Sources);
        _problems.ThrowIfAny();
        var year = _request.BaselineYear ?? _mapping?.BaselineYear;
        var found = LayerChecks.Check(layers, DefectOptions.For(year), _progress, _cancel);
        OnlineMaps.ThrowIfAny(layers, found);
        return new ImportedLayers(layers, DefectList.Merged(read, matched, StackedOn(layers), found), ReportOf(year))
        {
            MatchList = _ledgers.MatchList,
        };
    }

    private void ReadFiles(IReadOnlyList<IDeliveredFile> files)
    {
        foreach (var file in files)
        {
            _files.Read(file);
        }

        _ledgers.TakeWaiting();
        foreach (var settled in _systems.SettleOpen())
        {
            _mapped.Map(settled);
        }

        ImportGaps.CheckUse((_mapping, _request.MappingPath), _files.Used, _mapped.Sheets.Count > 0, _problems);
        _systems.CheckNames();
    }

    private void Settle(DeliveredLayer delivered, LayerMapping mapping, IReadOnlyList<string> reasons)
    {
        if (_systems.Settle(delivered, mapping, reasons) is { } settled)
        {
            _mapped.Map(settled);
        }
    }

    private ImportReport ReportOf(int? year) => new(
        _mapping?.Name ?? "",
        year,
        [.. _mapped.Sources, .. _paths.PassedOver.Select(file => new ImportedSource(file.Name, "", "", 0, 0, [file.Note]))]);

    private IEnumerable<Defect> StackedOn(IReadOnlyList<SourceLayer> layers) =>
        layers.Where(layer => layer.Name == LayerNames.Buildings).SelectMany(layer => StackedFootprints.Check(layer, _cancel));
}
