using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Compliance;

/// <summary>How wide a strip may be that is drawing noise between a layer and the parcels, and how that is known.</summary>
/// <param name="Metres">Its greatest mean width, metres.</param>
/// <param name="IsTold">Whether the layers tell it themselves; else it was given or is assumed.</param>
internal readonly record struct StripTolerance(double Metres, bool IsTold)
{
    /// <summary>Whether somebody gave it: then a finding need not say what it takes for granted.</summary>
    public bool IsGiven { get; init; }

    // What is taken where nothing is given and the layers do not tell.
    private const double Assumed = 1;

    /// <summary>
    /// The width up to which a strip can still be drawing noise, metres. What the layers tell holds for 95 of 100 places, so a strip
    /// up to twice as wide leaves a rule marginal; a width that was given or is assumed is a line.
    /// </summary>
    public double Doubtful => IsTold ? 2 * Metres : Metres;

    /// <summary>
    /// That of a layer other than the development boundary, from what the layers of the city tell. Layers that agree to the last
    /// millimetre still differ by what snapping may move.
    /// </summary>
    public static StripTolerance Of(LayerTolerances tolerances, string column) =>
        RuleFeatures.ThemeOf(column) is { } theme && tolerances.Of(theme.Layer) is { } metres
            ? new StripTolerance(Math.Max(metres, FabricOptions.Default.SnapToleranceM), IsTold: true)
            : new StripTolerance(Assumed, IsTold: false);

    /// <summary>Whether a layer is the development boundary or one of its subzones.</summary>
    public static bool IsOfUdb(string column) => RuleFeatures.ThemeOf(column)?.Layer == LayerNames.Udb;

    /// <summary>What a finding says that rests on it.</summary>
    public PackAssumption AsAssumption() => IsTold
        ? new PackAssumption(
            $"Strips up to {RuleNumber.Text(Metres)} m wide are listed and not counted: so far the layer and the parcels differ where they follow each other.",
            $"宽度不超过 {RuleNumber.Text(Metres)} m 的条带只列出、不计入：图层与地块在相互沿用的边线处相差至此（由数据估计）。")
        : new PackAssumption(
            $"Strips up to {RuleNumber.Text(Metres)} m wide are listed and not counted: the layers do not tell how far they differ.",
            $"宽度不超过 {RuleNumber.Text(Metres)} m 的条带只列出、不计入：数据未能反映图层间误差，按假设。");
}
