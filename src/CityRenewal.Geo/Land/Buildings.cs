using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Land;

/// <summary>
/// The buildings (自然幢) of a city as columns. Rows lie along a Hilbert curve, ties by id.
/// Unknown values are <see cref="Unknown.Integer"/>, NaN, or an empty text: never zero.
/// </summary>
public sealed class Buildings
{
    /// <summary>Ids as given in the input; unique.</summary>
    public required TextColumn Ids { get; init; }

    /// <summary>Footprints on the grid of the working plane.</summary>
    public required PolygonColumns Shapes { get; init; }

    /// <summary>The parcel a building says it stands on; empty where it says none. The overlay decides, this is compared.</summary>
    public required TextColumn ParcelIds { get; init; }

    /// <summary>Storeys above ground.</summary>
    public required int[] StoreysAboveColumn { private get; init; }

    /// <summary>Storeys below ground.</summary>
    public required int[] StoreysBelowColumn { private get; init; }

    /// <summary>Floor area as given, m²; NaN where only storeys × footprint can tell.</summary>
    public required double[] FloorAreaColumn { private get; init; }

    /// <summary>Where the floor area comes from.</summary>
    public required FloorAreaOrigin[] FloorAreaOriginColumn { private get; init; }

    /// <summary>Year of completion.</summary>
    public required int[] YearBuiltColumn { private get; init; }

    /// <summary>Danger grade after JGJ 125.</summary>
    public required DangerGrade[] DangerGradeColumn { private get; init; }

    /// <summary>Whether a certified dangerous building is worth repairing.</summary>
    public required RepairValue[] RepairValueColumn { private get; init; }

    /// <summary>Illegal part of the floor area, m²; NaN where unknown.</summary>
    public required double[] IllegalAreaColumn { private get; init; }

    /// <summary>Households.</summary>
    public required int[] HouseholdsColumn { private get; init; }

    /// <summary>People.</summary>
    public required int[] PeopleColumn { private get; init; }

    /// <summary>Year of the last renewal; unknown where there was none or none is known.</summary>
    public required int[] RenewedYearColumn { private get; init; }

    /// <summary>Number of the danger certificate; empty where there is none.</summary>
    public required TextColumn DangerCertificates { get; init; }

    /// <summary>Number of the decision on the illegal part; empty where there is none.</summary>
    public required TextColumn IllegalDecisions { get; init; }

    /// <summary>Structure as given: steel, reinforced-concrete, brick-concrete, brick-wood, …</summary>
    public required CodeColumn Structure { get; init; }

    /// <summary>Use as given: residential, commerce, industry, …</summary>
    public required CodeColumn Use { get; init; }

    /// <summary>Number of buildings.</summary>
    public int Count => Ids.Count;

    /// <inheritdoc cref="StoreysAboveColumn"/>
    public ReadOnlySpan<int> StoreysAbove => StoreysAboveColumn;

    /// <inheritdoc cref="StoreysBelowColumn"/>
    public ReadOnlySpan<int> StoreysBelow => StoreysBelowColumn;

    /// <inheritdoc cref="FloorAreaColumn"/>
    public ReadOnlySpan<double> FloorArea => FloorAreaColumn;

    /// <inheritdoc cref="FloorAreaOriginColumn"/>
    public ReadOnlySpan<FloorAreaOrigin> FloorAreaOrigins => FloorAreaOriginColumn;

    /// <inheritdoc cref="YearBuiltColumn"/>
    public ReadOnlySpan<int> YearBuilt => YearBuiltColumn;

    /// <inheritdoc cref="DangerGradeColumn"/>
    public ReadOnlySpan<DangerGrade> DangerGrades => DangerGradeColumn;

    /// <inheritdoc cref="RepairValueColumn"/>
    public ReadOnlySpan<RepairValue> RepairValues => RepairValueColumn;

    /// <inheritdoc cref="IllegalAreaColumn"/>
    public ReadOnlySpan<double> IllegalArea => IllegalAreaColumn;

    /// <inheritdoc cref="HouseholdsColumn"/>
    public ReadOnlySpan<int> Households => HouseholdsColumn;

    /// <inheritdoc cref="PeopleColumn"/>
    public ReadOnlySpan<int> People => PeopleColumn;

    /// <inheritdoc cref="RenewedYearColumn"/>
    public ReadOnlySpan<int> RenewedYear => RenewedYearColumn;
}
