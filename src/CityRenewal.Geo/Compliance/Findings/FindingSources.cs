using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Compliance;

/// <summary>Finds the layers, and the features in them, that the evidence of a finding was read off.</summary>
/// <param name="ground">What was judged on.</param>
internal sealed class FindingSources(RuleGround ground)
{
    private readonly Dictionary<string, string> _versions = [];
    private readonly Dictionary<string, (LayerTheme Theme, int[] Rows, FeatureBoxes Boxes)> _themes = [];
    private FeatureBoxes? _footprints;

    /// <summary>The layers of one finding, in the order of all layers.</summary>
    public IReadOnlyList<FindingSource> Of(PackRule rule, Judgement judgement)
    {
        var needs = NeedsOf(rule).Append(LayerNames.Parcels).ToHashSet(StringComparer.Ordinal);
        if (judgement.Evidence.Buildings.Count > 0)
        {
            needs.Add(LayerNames.Buildings);
        }

        return
        [
            .. needs.GroupBy(LayerOf).OrderBy(layer => IndexOf(layer.Key)).ThenBy(layer => layer.Key, StringComparer.Ordinal)
                .Select(layer => new FindingSource(layer.Key, VersionOf(layer.Key), FeaturesIn(layer, judgement.Evidence))),
        ];
    }

    private IEnumerable<string> NeedsOf(PackRule rule) =>
        rule.Test.Needs.Concat(rule.Test.Rules.SelectMany(id => NeedsOf(ground.Pack.Rules.First(other => other.Id == id))));

    private static int IndexOf(string layer) => LayerNames.All.ToList().IndexOf(layer);

    private static string LayerOf(string needed) =>
        RuleFeatures.ThemeOf(needed)?.Layer ?? (LayerNames.All.Contains(needed) ? needed : LayerDivision.LayerOf(needed));

    private string VersionOf(string layer)
    {
        lock (_versions)
        {
            return _versions.TryGetValue(layer, out var known) ? known
                : _versions[layer] = ground.City.Has(layer) ? DataVersions.OfLayer(ground.City, layer, new ParallelOptions()) : "";
        }
    }

    private IReadOnlyList<string> FeaturesIn(IEnumerable<string> needs, Evidence evidence)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var needed in needs)
        {
            if (needed == LayerNames.ProtectedItems)
            {
                ids.UnionWith(ItemsOn(evidence).Select(item => ground.City.ProtectedItems.Ids[item]));
            }
            else if (RuleFeatures.ThemeOf(needed) is not null && ground.Facts.Column(needed) is not null)
            {
                ids.UnionWith(ZonesUnder(needed, evidence));
            }
            else if (ground.Facts.Divisions.TryGetValue(needed, out var division))
            {
                var names = ground.City.Layer(LayerOf(needed)).Ids;
                ids.UnionWith(evidence.Parcels.Where(parcel => division.Main[parcel] >= 0).Select(parcel => names[division.Main[parcel]]));
            }
        }

        return [.. ids];
    }

    private HashSet<int> ItemsOn(Evidence evidence)
    {
        var items = new HashSet<int>();
        foreach (var parcel in evidence.Parcels)
        {
            items.UnionWith(ground.Facts.ProtectedItems.ItemsOf(parcel).ToArray());
        }

        foreach (var building in evidence.Buildings)
        {
            items.UnionWith(ground.Facts.Buildings.ProtectedItems.ItemsOf(building).ToArray());
        }

        return items;
    }

    private IEnumerable<string> ZonesUnder(string needed, Evidence evidence)
    {
        var (theme, rows, boxes) = ThemeOf(needed);
        var zones = ground.City.Layer(theme.Layer);
        IEnumerable<int> parcels = evidence.Parcels.Concat(evidence.Strips.Select(strip => strip.Parcel));
        var found = Under((ground.City.Parcels.Shapes, ground.Facts.Lots.Boxes), parcels, (zones, rows, boxes));
        return evidence.Buildings.Count == 0
            ? found
            : found.Concat(Under((ground.City.Buildings.Shapes, Footprints), evidence.Buildings, (zones, rows, boxes)));
    }

    private static IEnumerable<string> Under(
        (PolygonColumns Shapes, FeatureBoxes Boxes) on, IEnumerable<int> features, (Zones Zones, int[] Rows, FeatureBoxes Boxes) under)
    {
        var pair = new PairArea(on.Shapes, on.Boxes, under.Zones.Shapes);
        var wanted = features.ToList();
        return under.Rows
            .Where(zone => wanted.Exists(feature => on.Boxes.Boxes[feature].Meets(under.Boxes.Boxes[zone]) && pair.Of(feature, zone) > 0))
            .Select(zone => under.Zones.Ids[zone]);
    }

    private (LayerTheme Theme, int[] Rows, FeatureBoxes Boxes) ThemeOf(string name)
    {
        lock (_themes)
        {
            if (!_themes.TryGetValue(name, out var theme))
            {
                var known = RuleFeatures.ThemeOf(name)!;
                var zones = ground.City.Layer(known.Layer);
                theme = _themes[name] = (known, known.RowsIn(zones), FeatureBoxes.Of(zones.Shapes));
            }

            return theme;
        }
    }

    private FeatureBoxes Footprints => _footprints ??= FeatureBoxes.Of(ground.City.Buildings.Shapes);
}
