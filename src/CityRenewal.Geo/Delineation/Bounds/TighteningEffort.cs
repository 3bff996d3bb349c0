namespace CityRenewal.Geo.Delineation;

/// <summary>How far the bound of a unit is lowered.</summary>
/// <param name="Found">What the areas that are found are worth, m²: no bound is lower, so more is not asked for.</param>
/// <param name="MostCuts">Cuts to spend at most, beside the few that look where prices begin.</param>
internal sealed record TighteningEffort(double Found, int MostCuts)
{
    // Cuts times nodes of a city; with less than the fewest cuts a bound stays farther off than a plan is worth looking at.
    private const long UsualWork = 5_000_000;
    private const int FewestCuts = 20;
    private const int UsualCuts = 80;

    /// <summary>Whether areas keep the rules' rows too, each by itself; not so where something is locked in whatever it breaks.</summary>
    public bool AsksRows { get; init; } = true;

    /// <summary>A gap that is not worth another cut, m².</summary>
    public double Close => Math.Max(1, 0.002 * Math.Abs(Found));

    /// <summary>Whether there is anything to win: land that is too little for an area can be asked to reach for more.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="bound">What is proven of it, m².</param>
    public bool IsWorthIt(UnitLand land, double bound) =>
        land.Limits.LeastTwiceArea > 0 && land.ParcelCount > 0 && MostCuts > 0 && bound - Found > Close;

    /// <summary>Cuts for each unit of a city: many for a small one, as few as win something for a large one.</summary>
    /// <param name="nodes">Nodes of the city.</param>
    public static int CutsFor(int nodes) =>
        (int)Math.Clamp(UsualWork / Math.Max(1, nodes), FewestCuts, UsualCuts);
}
