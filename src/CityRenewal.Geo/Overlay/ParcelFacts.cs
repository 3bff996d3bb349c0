using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// What lies on and over every parcel: its area in each layer and kind, the unit it belongs to, the protected items that
/// hit it, its buildings and their floor area. Layers that are missing have no column: unknown is not zero.
/// </summary>
public sealed class ParcelFacts
{
    private readonly MeasuredFeatures _lots;

    internal ParcelFacts(MeasuredFeatures lots) => _lots = lots;

    /// <summary>Number of parcels.</summary>
    public int Count => _lots.Areas.Length;

    /// <summary>The parcels with their boxes, for those who lay something else over them.</summary>
    internal MeasuredFeatures Lots => _lots;

    /// <summary>Planar areas in the working plane, m² (the legal area stays with the parcel).</summary>
    public ReadOnlySpan<double> AreaM2 => _lots.Areas;

    /// <summary>Area in every layer and kind, in the order of the table.</summary>
    public required IReadOnlyList<LayerColumn> Columns { get; init; }

    /// <summary>Area in the urban development boundary, all subzones, holes off; null where the layer is missing.</summary>
    public LayerColumn? Udb => Column(LayerNames.Udb);

    /// <summary>What sticks out of the urban development boundary; null where the layer is missing.</summary>
    public required OutsideStrips? OutsideUdb { get; init; }

    /// <summary>Shares in the layers that divide the town, by name: planning_units, detailed_plots, district, street, community, …</summary>
    public required IReadOnlyDictionary<string, ZoneShares> Divisions { get; init; }

    /// <summary>Row of the planning unit that holds most of each parcel, -1 where none does; empty where there are no units.</summary>
    public ReadOnlySpan<int> Unit =>
        Divisions.TryGetValue(LayerNames.PlanningUnits, out var units) ? units.Main : [];

    /// <summary>Protected items that hit each parcel.</summary>
    public required ItemHits ProtectedItems { get; init; }

    /// <summary>Which buildings stand on which parcels.</summary>
    public required BuildingShares BuildingShares { get; init; }

    /// <summary>Floor area, footprints, households and people summed by footprint share.</summary>
    public required BuildingSums Sums { get; init; }

    /// <summary>What is known of every building from where it stands.</summary>
    public required BuildingFacts Buildings { get; init; }

    /// <summary>Existing floor area of each parcel with its interval, m².</summary>
    public ReadOnlySpan<FloorArea> FloorArea => Sums.FloorArea;

    /// <summary>Footprint area over parcel area; NaN for a parcel without area. Above 1 only where buildings lie upon each other.</summary>
    public double CoverageOf(int parcel) => AreaM2[parcel] > 0 ? Sums.Footprint[parcel] / AreaM2[parcel] : double.NaN;

    /// <summary>The column of a name (udb, udb_concentrated, historic_core, ecological_red_line, …); null where its layer is missing.</summary>
    public LayerColumn? Column(string name) => LayerColumn.Named(name, Columns);

    /// <summary>Overlays every parcel and building of a city with every layer.</summary>
    /// <param name="city">The city.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after each layer.</param>
    /// <param name="cancel">Stops the work between chunks.</param>
    public static ParcelFacts Of(
        City city,
        OverlayOptions options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancel = default) =>
        new CityOverlay(city, options, progress, cancel).Facts();
}
