using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// One overlay of a whole city. Its pieces (a theme, a division, the buildings on parcels, the protected items) don't depend
/// on each other: as many run at once as there are threads, each on its own index, the largest layers first.
/// </summary>
internal sealed class CityOverlay
{
    private readonly City _city;
    private readonly OverlayOptions _options;
    private readonly OverlayRun _run;
    private readonly MeasuredFeatures _lots;
    private readonly MeasuredFeatures _footprints;
    private readonly IProgress<WorkProgress>? _progress;
    private readonly IReadOnlyList<LayerTheme> _themes;
    private readonly IReadOnlyList<LayerDivision> _divisions;
    private readonly Dictionary<string, Lazy<ZoneStacks>> _stacks;
    private readonly LayerColumn[] _ofParcels;
    private readonly LayerColumn[] _ofBuildings;
    private readonly ZoneShares[] _shares;
    private readonly Lazy<BuildingShares> _buildingShares;
    private readonly Lock _gate = new();
    private OutsideStrips? _outside;
    private int _done;

    public CityOverlay(City city, OverlayOptions options, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        _city = city;
        _options = options;
        _progress = progress;
        _run = new OverlayRun(city.Plane, options.Threads, cancel);
        _lots = MeasuredFeatures.Of(city.Parcels.Shapes, _run);
        _footprints = MeasuredFeatures.Of(city.Buildings.Shapes, _run);
        _themes = LayerTheme.Of(city);
        _divisions = LayerDivision.Of(city);
        _stacks = _themes.Select(theme => theme.Layer).Distinct().ToDictionary(
            layer => layer, layer => new Lazy<ZoneStacks>(() => ZoneStacks.Of(_city.Layer(layer).Shapes, _run)));
        _ofParcels = new LayerColumn[_themes.Count];
        _ofBuildings = new LayerColumn[_themes.Count];
        _shares = new ZoneShares[_divisions.Count];
        _buildingShares = new Lazy<BuildingShares>(
            () => BuildingShares.Of(_city.Buildings, _footprints, _city.Parcels, _lots, _run));
    }

    private double CellUnits => _options.CellSize * _city.Plane.UnitsPerMetre;

    /// <summary>All facts.</summary>
    public ParcelFacts Facts()
    {
        var floorAreas = FloorAreas.Of(_city.Buildings, _footprints.Areas);
        BuildingSums sums = null!;
        ItemHits itemsOfParcels = null!, itemsOfBuildings = null!;
        RunAll(
        [
            new CityOverlayPiece(LayerNames.Buildings, _city.Buildings.Shapes.X.Length, () =>
            {
                sums = BuildingSums.Of(_city.Buildings, _footprints, floorAreas, _buildingShares.Value, _run);
            }),
            new CityOverlayPiece(LayerNames.ProtectedItems, _city.ProtectedItems.Count, () =>
            {
                itemsOfParcels = ItemHits.OfParcels(_city, _lots, _options, _run);
                itemsOfBuildings = ItemHits.OfBuildings(_city, _footprints, _options, _run);
            }),
            .. Enumerable.Range(0, _divisions.Count).Select(PieceOfDivision),
            .. Enumerable.Range(0, _themes.Count).Where(theme => !IsDivided(theme)).Select(PieceOfTheme),
        ]);
        return new ParcelFacts(_lots)
        {
            Columns = _ofParcels,
            OutsideUdb = _outside,
            Divisions = Enumerable.Range(0, _divisions.Count).ToDictionary(i => _divisions[i].Name, i => _shares[i]),
            BuildingShares = _buildingShares.Value,
            Sums = sums,
            ProtectedItems = itemsOfParcels,
            Buildings = new BuildingFacts(_footprints, _ofBuildings, _options.CoreZoneOverlap)
            {
                FloorArea = floorAreas,
                ProtectedItems = itemsOfBuildings,
            },
        };
    }

    private void RunAll(CityOverlayPiece[] pieces)
    {
        var threads = new ParallelOptions
        {
            CancellationToken = _run.Cancel,
            MaxDegreeOfParallelism = _run.Threads > 0 ? _run.Threads : Environment.ProcessorCount,
        };
        var largestFirst = pieces.OrderByDescending(piece => piece.Size).ToArray();
        var next = -1;

        // One at a time in this order: ranges of pieces per thread would leave the large ones to one thread.
        Parallel.For(0, pieces.Length, threads, _ =>
        {
            var piece = largestFirst[Interlocked.Increment(ref next)];
            piece.Run();
            Report(piece.Name, pieces.Length);
        });
    }

    private CityOverlayPiece PieceOfTheme(int theme) => new(
        _themes[theme].Name, _city.Layer(_themes[theme].Layer).Shapes.X.Length, () => Overlay(theme));

    private CityOverlayPiece PieceOfDivision(int division) => new(
        _divisions[division].Name, _city.Layer(_divisions[division].Layer).Shapes.X.Length, () => Divide(division));

    // A layer that is a division as well (the plots of the detailed plan) gets both from one index.
    private bool IsDivided(int theme) =>
        _themes[theme].Kind.Length == 0 && _divisions.Any(division => division.Name == _themes[theme].Layer);

    private void Overlay(int theme)
    {
        var zones = _city.Layer(_themes[theme].Layer);
        var rows = _themes[theme].RowsIn(zones);
        var grid = AreaGrid.OfUnion(zones.Shapes, rows, _stacks[_themes[theme].Layer].Value, CellUnits);
        _ofParcels[theme] = LayerColumn.Of(_themes[theme].Name, _city.Parcels.Shapes, _lots, grid, _run);
        var holders = new Holders(_buildingShares.Value.Holders, _ofParcels[theme]);
        _ofBuildings[theme] = LayerColumn.Of(
            _themes[theme].Name, (_city.Buildings.Shapes, _footprints), grid, _run, holders);
        if (_themes[theme].Name == LayerNames.Udb)
        {
            _outside = OutsideStrips.Of(_ofParcels[theme], _city.Parcels.Shapes, _lots, grid, _run);
        }
    }

    private void Divide(int division)
    {
        var (name, layer, rows) = _divisions[division];
        var grid = AreaGrid.OfZones(_city.Layer(layer).Shapes, rows, CellUnits);
        _shares[division] = ZoneShares.Of(_city.Parcels.Shapes, _lots, grid, rows, _run);
        var theme = Enumerable.Range(0, _themes.Count).FirstOrDefault(theme => IsDivided(theme) && _themes[theme].Layer == name, -1);
        if (theme < 0)
        {
            return;
        }

        if (!_stacks[layer].Value.AreNone)
        {
            Overlay(theme);
            return;
        }

        _ofParcels[theme] = _shares[division].ToColumn(name, _lots, _run.Plane);
        var holders = new Holders(_buildingShares.Value.Holders, _ofParcels[theme]);
        _ofBuildings[theme] = ZoneShares.Of((_city.Buildings.Shapes, _footprints), (grid, rows), _run, holders)
            .ToColumn(name, _footprints, _run.Plane, holders);
    }

    private void Report(string done, int pieces)
    {
        lock (_gate)
        {
            _progress?.Report(new WorkProgress($"overlay: {done}", ++_done / (double)pieces));
        }
    }
}
