namespace CityRenewal.Geo.Shapes;

/// <summary>One ring on the grid, closed (first vertex repeated).</summary>
internal sealed record GridRing(int[] X, int[] Y, bool IsHole);
