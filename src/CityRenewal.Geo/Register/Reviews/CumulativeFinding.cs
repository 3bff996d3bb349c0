using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Register;

/// <summary>A demolition rule held against all demolition on some land since the baseline.</summary>
/// <param name="Finding">The finding; of a project within a registered area, or of an area as a whole.</param>
/// <param name="Demolition">What it was computed from: its buildings sum to the numbers of the finding.</param>
/// <param name="Baseline">The frozen baseline; null where the present layers had to stand for it.</param>
public sealed record CumulativeFinding(Finding Finding, CumulativeDemolition Demolition, AreaBaseline? Baseline);
