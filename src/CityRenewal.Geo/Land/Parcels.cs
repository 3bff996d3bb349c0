using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Land;

/// <summary>
/// The parcels (地块) of a city as columns: the smallest pieces of land that renewal areas are made of.
/// Rows lie along a Hilbert curve, ties by id, whatever the order of the input was.
/// </summary>
public sealed class Parcels
{
    /// <summary>Ids as given in the input; unique.</summary>
    public required TextColumn Ids { get; init; }

    /// <summary>Outlines on the grid of the working plane.</summary>
    public required PolygonColumns Shapes { get; init; }

    /// <summary>Ellipsoidal area of the original ring, m²; NaN where it has none.</summary>
    public required double[] LegalArea { private get; init; }

    /// <summary>Ellipsoidal perimeter of the original rings, metres, holes included.</summary>
    public required double[] LegalPerimeter { private get; init; }

    /// <summary>Declared area, m²; NaN where unknown.</summary>
    public required double[] DeclaredArea { private get; init; }

    /// <summary>Floor-area ratio the detailed plan allows; NaN where unknown.</summary>
    public required double[] FarLimit { private get; init; }

    /// <summary>Land use as given; codes are texts.</summary>
    public required CodeColumn LandUse { get; init; }

    /// <summary>
    /// Which list each land-use code is of: 三调, 用地用海分类; empty where unknown. The same digits mean different things.
    /// </summary>
    public required CodeColumn LandUseSystem { get; init; }

    /// <summary>Where the right lies: only surface parcels enter the land fabric.</summary>
    public required RightsPosition[] Positions { private get; init; }

    /// <summary>Whether the planner has locked the parcel in or out.</summary>
    public required ParcelLock[] Locks { private get; init; }

    /// <summary>Number of parcels.</summary>
    public int Count => Ids.Count;

    /// <inheritdoc cref="LegalArea"/>
    public ReadOnlySpan<double> LegalAreas => LegalArea;

    /// <inheritdoc cref="LegalPerimeter"/>
    public ReadOnlySpan<double> LegalPerimeters => LegalPerimeter;

    /// <inheritdoc cref="DeclaredArea"/>
    public ReadOnlySpan<double> DeclaredAreas => DeclaredArea;

    /// <inheritdoc cref="FarLimit"/>
    public ReadOnlySpan<double> FarLimits => FarLimit;

    /// <inheritdoc cref="Positions"/>
    public ReadOnlySpan<RightsPosition> Position => Positions;

    /// <inheritdoc cref="Locks"/>
    public ReadOnlySpan<ParcelLock> Lock => Locks;
}

/// <summary>
/// Where a parcel's right lies (QLSDFS): rights above or under ground may overlap surface parcels in plan.
/// </summary>
public enum RightsPosition : byte
{
    /// <summary>On the surface, or not said.</summary>
    Surface = 0,

    /// <summary>Above the ground.</summary>
    Above = 1,

    /// <summary>Under the ground.</summary>
    Underground = 2,
}

/// <summary>What the planner decided about a parcel before any search.</summary>
public enum ParcelLock : byte
{
    /// <summary>Free to join an area or not.</summary>
    Free = 0,

    /// <summary>Must be in an area.</summary>
    In = 1,

    /// <summary>Must stay out of every area.</summary>
    Out = 2,
}
