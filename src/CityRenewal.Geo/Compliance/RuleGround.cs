using System.Collections.Concurrent;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Compliance;

/// <summary>What the rules of a pack are judged on: one city with its facts.</summary>
public sealed class RuleGround
{
    private readonly Lazy<BuiltUpLand> _builtUp;
    private readonly Lazy<HistoricDistricts> _districts;
    private readonly ConcurrentDictionary<string, Lazy<InsideStrips>> _strips = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, StripTolerance> _tolerances = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<EdgeField>> _edges = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<LandUnits>> _units = new(StringComparer.Ordinal);

    /// <summary>Prepares a pack for a city.</summary>
    /// <param name="pack">The rules.</param>
    /// <param name="city">The city.</param>
    /// <param name="facts">What lies on its parcels.</param>
    /// <param name="labels">The categories of its parcels, and why they should be renewed.</param>
    /// <param name="year">The year that ages count from; null leaves ages unknown.</param>
    public RuleGround(RulePack pack, City city, ParcelFacts facts, CategoryLabels labels, int? year)
    {
        (Pack, City, Facts, Labels, Year) = (pack, city, facts, labels, year);
        _builtUp = new Lazy<BuiltUpLand>(() => BuiltUpLand.Of(city, facts));
        _districts = new Lazy<HistoricDistricts>(() => HistoricDistricts.Of(city, facts));
        Tolerances = new Lazy<LayerTolerances>(() => LayerTolerances.Of(city, facts));
    }

    /// <summary>The same pack for the city after a parcel was split: what was read of the city before is not read again, but for the parts.</summary>
    internal RuleGround(RuleGround before, (City City, ParcelFacts Facts) on, CategoryLabels labels, IReadOnlyList<int> parts)
        : this(before.Pack, on.City, on.Facts, labels, before.Year)
    {
        if (before._districts.IsValueCreated)
        {
            _districts = new Lazy<HistoricDistricts>(before.Districts.After(on.City, parts));
        }

        foreach (var (column, strips) in before._strips.Where(known => known.Value.IsValueCreated))
        {
            _strips[column] = new Lazy<InsideStrips>(strips.Value.After(on.City, on.Facts));
        }
    }

    /// <summary>The rules.</summary>
    public RulePack Pack { get; }

    /// <summary>The city.</summary>
    public City City { get; }

    /// <summary>What lies on its parcels.</summary>
    public ParcelFacts Facts { get; }

    /// <summary>The categories of its parcels.</summary>
    public CategoryLabels Labels { get; }

    /// <summary>Why its parcels should be renewed, in the profiles of their categories.</summary>
    public NeedScores Need => Labels.Needs.Highest;

    /// <summary>The year that ages count from; null where none is stated.</summary>
    public int? Year { get; }

    /// <summary>The widest strip outside the UDB that still lies inside, metres, where the pack gives none: what the layers tell.</summary>
    public double UdbTolerance { get; init; }

    /// <summary>Whether the layers tell that tolerance themselves.</summary>
    public bool IsUdbToleranceTold { get; init; }

    /// <summary>Whether somebody gave that tolerance.</summary>
    public bool IsUdbToleranceGiven { get; init; }

    /// <summary>How far the layers differ; estimated when first asked for.</summary>
    internal Lazy<LayerTolerances> Tolerances { get; init; }

    /// <summary>Which parcels are built up.</summary>
    public BuiltUpLand BuiltUp => _builtUp.Value;

    /// <summary>Which parcels belong to which historic district.</summary>
    public HistoricDistricts Districts => _districts.Value;

    /// <summary>How wide the parts of parcels are that reach into a layer, by its column name.</summary>
    public InsideStrips StripsIn(string column) =>
        _strips.GetOrAdd(column, name => new Lazy<InsideStrips>(() => InsideStrips.Of(City, Facts, name))).Value;

    /// <summary>The widest strip in or out of a layer that is drawing noise, by its column name: as the pack says, else as the layers tell.</summary>
    /// <param name="parameter">The parameter that gives it; empty where every strip counts.</param>
    /// <param name="column">The layer.</param>
    internal StripTolerance StripTolerance(string parameter, string column) =>
        parameter.Length == 0 ? new StripTolerance(0, IsTold: false) { IsGiven = true }
        : ValueOf(parameter) is { } given ? new StripTolerance(given, IsTold: false) { IsGiven = true }
        : Compliance.StripTolerance.IsOfUdb(column) ? new StripTolerance(UdbTolerance, IsUdbToleranceTold) { IsGiven = IsUdbToleranceGiven }
        : _tolerances.GetOrAdd(column, name => Compliance.StripTolerance.Of(Tolerances.Value, name));

    /// <summary>
    /// Whether the layers tell the same tolerances as on another ground of this pack, of all columns that were asked for there; they are
    /// asked for here then, too.
    /// </summary>
    internal bool HasTolerancesOf(RuleGround before) =>
        before._tolerances.All(known => _tolerances.GetOrAdd(known.Key, name => Compliance.StripTolerance.Of(Tolerances.Value, name)) == known.Value);

    /// <summary>The edges of the features that a rule measures distances to.</summary>
    internal EdgeField EdgesOf(string to) => _edges.GetOrAdd(to, name => new Lazy<EdgeField>(() => RuleFeatures.EdgesOf(City, name))).Value;

    /// <summary>The units of a division with their parcels.</summary>
    internal LandUnits UnitsOf(string division) =>
        _units.GetOrAdd(division, name => new Lazy<LandUnits>(() => LandUnits.OfDivision(this, name))).Value;

    /// <summary>The categories of an area; shares are of the parcels' land.</summary>
    public AreaCategories CategoriesOf(IReadOnlyList<int> parcels) => Labels.OfArea(parcels, Facts.AreaM2);

    /// <summary>The value of a parameter; null where the text gives none.</summary>
    public double? ValueOf(string parameter) => Pack.Parameters[parameter].Value;

    /// <summary>Why a layer or column of a layer that a rule needs cannot be read; null where it can.</summary>
    public WhyNot? Missing(string needed) =>
        IsKindWithoutZones(needed)
            ? new WhyNot(
                "missing_kind",
                $"No control line of the kind '{needed}' was delivered: every kind is a file of its own, so nobody can tell whether there are none. Import it.",
                $"未收到“{needed}”类管控线：各类管控线分别成册，无法判断是确无还是未提供，请导入。")
        : City.Has(needed) || Facts.Column(needed) is not null || Facts.Divisions.ContainsKey(needed)
            ? null
            : new WhyNot(
                "missing_layer",
                $"The layer '{needed}' is missing, and this rule needs it: import it.",
                $"缺少图层“{LayerNames.ChineseOf(needed)}”，本条规则需要它：请导入。");

    // One zone of a kind shows that its file came; other layers are one file with all their kinds.
    private bool IsKindWithoutZones(string needed) =>
        City.Has(LayerNames.ControlLines)
        && LayerTheme.Standard.FirstOrDefault(theme => theme.Layer == LayerNames.ControlLines && theme.Name == needed) is { } kind
        && kind.RowsIn(City.Layer(LayerNames.ControlLines)).Length == 0;
}
