using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>One overlay of a whole city: layer by layer, so that only one index is held at a time.</summary>
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
    private readonly Dictionary<string, ZoneStacks> _stacks = [];
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
    }

    private double CellUnits => _options.CellSize * _city.Plane.UnitsPerMetre;

    /// <summary>All facts.</summary>
    public ParcelFacts Facts()
    {
        var ofParcels = new List<LayerColumn>();
        var ofBuildings = new List<LayerColumn>();
        OutsideStrips? outside = null;
        foreach (var theme in _themes)
        {
            var zones = _city.Layer(theme.Layer);
            var grid = AreaGrid.OfUnion(zones.Shapes, theme.RowsIn(zones), StacksOf(theme.Layer), CellUnits);
            var column = LayerColumn.Of(theme.Name, _city.Parcels.Shapes, _lots, grid, _run);
            ofParcels.Add(column);
            ofBuildings.Add(LayerColumn.Of(theme.Name, _city.Buildings.Shapes, _footprints, grid, _run));
            if (theme.Name == LayerNames.Udb)
            {
                outside = OutsideStrips.Of(column, _city.Parcels.Shapes, _lots, grid, _run);
            }

            Report(theme.Name);
        }

        var divisions = _divisions.ToDictionary(division => division.Name, SharesIn);
        var shares = BuildingShares.Of(_city.Buildings, _footprints, _city.Parcels, _lots, _run);
        Report(LayerNames.Buildings);
        var floorAreas = FloorAreas.Of(_city.Buildings, _footprints.Areas);
        var facts = new ParcelFacts(_lots)
        {
            Columns = ofParcels,
            OutsideUdb = outside,
            Divisions = divisions,
            BuildingShares = shares,
            Sums = BuildingSums.Of(_city.Buildings, _footprints, floorAreas, shares, _run),
            ProtectedItems = ItemHits.OfParcels(_city, _lots, _options, _run),
            Buildings = new BuildingFacts(_footprints, ofBuildings, _options.CoreZoneOverlap)
            {
                FloorArea = floorAreas,
                ProtectedItems = ItemHits.OfBuildings(_city, _footprints, _options, _run),
            },
        };
        Report(LayerNames.ProtectedItems);
        return facts;
    }

    private ZoneShares SharesIn(LayerDivision division)
    {
        var grid = AreaGrid.OfZones(_city.Layer(division.Layer).Shapes, division.Rows, CellUnits);
        var shares = ZoneShares.Of(_city.Parcels.Shapes, _lots, grid, division.Rows, _run);
        Report(division.Name);
        return shares;
    }

    private ZoneStacks StacksOf(string layer)
    {
        if (!_stacks.TryGetValue(layer, out var stacks))
        {
            _stacks[layer] = stacks = ZoneStacks.Of(_city.Layer(layer).Shapes, _run);
        }

        return stacks;
    }

    private void Report(string done) =>
        _progress?.Report(new WorkProgress($"overlay: {done}", ++_done / (double)(_themes.Count + _divisions.Count + 2)));
}
