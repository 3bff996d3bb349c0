namespace CityRenewal.Geo.Overlay;

/// <summary>Facts of which a few are others than before.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Rows">The parcels of which anything may be other, ascending.</param>
internal sealed record PatchedFacts(ParcelFacts Facts, int[] Rows);
