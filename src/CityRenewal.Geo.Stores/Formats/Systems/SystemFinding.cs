namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What came of looking for a layer's reference system: a system, or the problem that a person must solve.</summary>
/// <param name="Layer">The layer, its axes swapped or its coordinates transformed where the user asked for that.</param>
/// <param name="Epsg">EPSG code, 0 for a declared local metric system; null where it must be asked.</param>
/// <param name="Reason">By what it was settled, or why it must be asked.</param>
internal sealed record SystemFinding(DeliveredLayer Layer, int? Epsg, string Reason);

/// <summary>What the user said about a layer's coordinates.</summary>
/// <param name="Epsg">EPSG code, 0 for a local metric system; null where nothing was said.</param>
/// <param name="SwapAxes">The first coordinate is north.</param>
/// <param name="Transform">A transformation for layers on an old datum; null where none was given.</param>
internal sealed record SystemAsked(int? Epsg, bool SwapAxes = false, UserTransform? Transform = null);
