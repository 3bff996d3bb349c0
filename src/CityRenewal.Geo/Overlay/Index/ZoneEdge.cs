namespace CityRenewal.Geo.Overlay;

/// <summary>One edge of a zone, which lies on its left.</summary>
/// <param name="Ax">East of the start.</param>
/// <param name="Ay">North of the start.</param>
/// <param name="Bx">East of the end.</param>
/// <param name="By">North of the end.</param>
internal readonly record struct ZoneEdge(int Ax, int Ay, int Bx, int By)
{
    /// <summary>Whether it runs straight north or south: no area lies under it.</summary>
    public bool IsUpright => Ax == Bx;

    /// <summary>What crossing it to the right does to the number of zones: +1 into its zone, else -1.</summary>
    public int StepSign => Ay > By ? 1 : -1;
}
