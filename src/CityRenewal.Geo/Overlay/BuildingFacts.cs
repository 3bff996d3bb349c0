using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Overlay;

/// <summary>What is known of every building from where it stands.</summary>
public sealed class BuildingFacts
{
    private readonly MeasuredFeatures _footprints;
    private readonly LayerColumn? _core;
    private readonly double _coreZoneOverlap;

    internal BuildingFacts(MeasuredFeatures footprints, IReadOnlyList<LayerColumn> columns, double coreZoneOverlap)
    {
        _footprints = footprints;
        _coreZoneOverlap = coreZoneOverlap;
        Columns = columns;
        _core = Column("historic_core");
        Udb = Column(LayerNames.Udb);
    }

    /// <summary>The buildings with their boxes.</summary>
    internal MeasuredFeatures Measured => _footprints;

    /// <summary>The facts with other columns.</summary>
    internal BuildingFacts With(IReadOnlyList<LayerColumn> columns) =>
        new(_footprints, columns, _coreZoneOverlap) { FloorArea = FloorArea, ProtectedItems = ProtectedItems };

    /// <summary>Footprints, m².</summary>
    public ReadOnlySpan<double> Footprint => _footprints.Areas;

    /// <summary>Floor area of every building with its origin.</summary>
    public required FloorAreas FloorArea { get; init; }

    /// <summary>Protected items that hit each building.</summary>
    public required ItemHits ProtectedItems { get; init; }

    /// <summary>Overlap with every layer and kind, in the order of the table.</summary>
    public IReadOnlyList<LayerColumn> Columns { get; }

    /// <summary>Overlap with the urban development boundary; null where the layer is missing.</summary>
    public LayerColumn? Udb { get; }

    /// <summary>Overlap with core protection zones, m²; NaN where there are no historic zones to tell.</summary>
    public double CoreZoneArea(int building) => _core?.AreaOf(building) ?? Unknown.Real;

    /// <summary>Whether the building stands in a core zone (overlap above 1 m² by default); null where nothing can tell.</summary>
    public bool? IsInCoreZone(int building) => _core is null ? null : _core.AreaOf(building) > _coreZoneOverlap;

    /// <summary>Whether a protected item hits the building or is it.</summary>
    public bool IsProtected(int building) => ProtectedItems.CountOf(building) > 0;

    /// <summary>The column of a name; null where its layer is missing.</summary>
    public LayerColumn? Column(string name) => LayerColumn.Named(name, Columns);
}
