using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// The grids of a city's layers, each made when it is first asked for: whoever measures a few parcels again and again keeps
/// them. They hang on no parcel.
/// </summary>
internal sealed class OverlayGrids
{
    private readonly Lazy<AreaGrid>[] _ofThemes;
    private readonly Lazy<AreaGrid>[] _ofDivisions;
    private readonly Dictionary<string, Lazy<ZoneStacks>> _stacks;

    public OverlayGrids(City city, OverlayOptions options)
    {
        var run = new OverlayRun(city.Plane, options.Threads);
        var cell = options.CellSize * city.Plane.UnitsPerMetre;
        (Options, Themes, Divisions) = (options, LayerTheme.Of(city), LayerDivision.Of(city));
        _stacks = Themes.Select(theme => theme.Layer).Distinct().ToDictionary(
            layer => layer, layer => new Lazy<ZoneStacks>(() => ZoneStacks.Of(city.Layer(layer).Shapes, run)));
        _ofThemes = [.. Themes.Select(theme => new Lazy<AreaGrid>(() => OfTheme(city.Layer(theme.Layer), theme, cell)))];
        _ofDivisions = [.. Divisions.Select(division => new Lazy<AreaGrid>(() => AreaGrid.OfZones(city.Layer(division.Layer).Shapes, division.Rows, cell)))];
    }

    public OverlayOptions Options { get; }

    public IReadOnlyList<LayerTheme> Themes { get; }

    public IReadOnlyList<LayerDivision> Divisions { get; }

    /// <summary>The division that a theme is read from; -1 where it is measured by itself (see <see cref="CityOverlay"/>).</summary>
    public int DivisionOf(int theme) =>
        Themes[theme].Kind.Length > 0 || !_stacks[Themes[theme].Layer].Value.AreNone ? -1
        : Enumerable.Range(0, Divisions.Count).FirstOrDefault(division => Divisions[division].Name == Themes[theme].Layer, -1);

    /// <summary>The union of the zones of a theme.</summary>
    public AreaGrid OfTheme(int theme) => _ofThemes[theme].Value;

    /// <summary>The zones of a division.</summary>
    public AreaGrid OfDivision(int division) => _ofDivisions[division].Value;

    /// <summary>Makes all of them.</summary>
    public void MakeReady(CancellationToken cancel)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Options.Threads > 0 ? Options.Threads : -1, CancellationToken = cancel };
        Parallel.For(0, _ofThemes.Length, parallel, theme => _ = DivisionOf(theme) < 0 ? OfTheme(theme) : null);
        Parallel.For(0, _ofDivisions.Length, parallel, division => _ = OfDivision(division));
    }

    private AreaGrid OfTheme(Zones zones, LayerTheme theme, double cell) =>
        AreaGrid.OfUnion(zones.Shapes, theme.RowsIn(zones), _stacks[theme.Layer].Value, cell);
}
