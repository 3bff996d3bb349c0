using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Editing;

/// <summary>An area of an edit session with every number in front: the same as a fresh measurement of its parcels gives.</summary>
public sealed record EditedArea
{
    /// <summary>The area; its dispositions are empty where nothing is proposed.</summary>
    public required RenewalArea Area { get; init; }

    /// <summary>Its measures in front (see <see cref="AreaMeasures.InFront"/>); the whole family comes from the session on demand.</summary>
    public required AreaMeasures Measures { get; init; }

    /// <summary>Every rule of the pack; empty without a pack.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What it breaks besides rules: told, never forbidden.</summary>
    public required IReadOnlyList<AreaBreach> Breaches { get; init; }

    /// <summary>Benefit − λ · perimeter − κ, minus what the soft limits cost that it breaks, m².</summary>
    public required double Value { get; init; }

    /// <summary>Whether it breaks no requirement and no rule fails on it, but for those that it may break at a price.</summary>
    public required bool IsSound { get; init; }

    /// <summary>What it breaks at a price.</summary>
    public required IReadOnlyList<PricedBreach> Priced { get; init; }
}
