namespace CityRenewal.Geo.Overlay;

/// <summary>A line in one slab: which, and its heights at the slab's left and right side.</summary>
internal readonly record struct SlabSide(int Line, double Left, double Right);
