using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Compliance;

/// <summary>The features that a rule measures distances to, by the name that a pack gives them.</summary>
internal static class RuleFeatures
{
    /// <summary>Kinds of barrier that a rule can name.</summary>
    public static readonly IReadOnlyList<string> BarrierKinds = ["river", "railway", "expressway", "arterial"];

    /// <summary>Kinds of protected item that a rule can name.</summary>
    public static readonly IReadOnlyList<string> ItemKinds = ["historic_building", "traditional_building", "immovable_relic", "old_tree"];

    /// <summary>What must have been delivered for the distance to mean anything.</summary>
    public static string NeededFor(string to) =>
        BarrierKinds.Contains(to) ? LayerNames.Barriers : ItemKinds.Contains(to) ? LayerNames.ProtectedItems : to;

    /// <summary>Whether a parcel of the area lies in the layer: then there is no distance, also where no edge comes near.</summary>
    public static bool ReachesInto(RuleGround ground, AreaUnderReview area, string to)
    {
        if (ground.Facts.Column(to) is { } column)
        {
            foreach (var parcel in area.Stock.Land.Parcels)
            {
                if (column.AreaOf(parcel) > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The id of a feature.</summary>
    public static string NameOf(RuleGround ground, string to, int feature) =>
        to == LayerNames.Barriers || BarrierKinds.Contains(to) ? ground.City.Barriers.Ids[feature]
        : to == LayerNames.Stations ? ground.City.Stations.Ids[feature]
        : to == LayerNames.ProtectedItems || ItemKinds.Contains(to) ? ground.City.ProtectedItems.Ids[feature]
        : ground.City.Layer(ThemeOf(to)!.Layer).Ids[feature];

    /// <summary>The edges of all features of that name.</summary>
    public static EdgeField EdgesOf(City city, string to)
    {
        var edges = new EdgeCollection();
        if (ThemeOf(to) is { } theme)
        {
            var zones = city.Layer(theme.Layer);
            foreach (var row in theme.RowsIn(zones))
            {
                edges.AddPolygon(zones.Shapes, row);
            }
        }

        AddItems(edges, city.ProtectedItems, to);
        AddStations(edges, city.Stations, to);
        for (var row = 0; row < city.Barriers.Count; row++)
        {
            if (to == LayerNames.Barriers || city.Barriers.Kinds[row] == to)
            {
                edges.AddLine(city.Barriers.Lines, row);
            }
        }

        return EdgeField.Of(edges, city.Plane);
    }

    /// <summary>The theme of a name; null where it is no polygon layer.</summary>
    public static LayerTheme? ThemeOf(string name) => LayerTheme.Standard.FirstOrDefault(theme => theme.Name == name);

    private static void AddStations(EdgeCollection edges, Stations stations, string to)
    {
        for (var row = 0; to == LayerNames.Stations && row < stations.Count; row++)
        {
            edges.AddPolygon(stations.Shapes, row);
            if (stations.Shapes.FeatureStart[row] == stations.Shapes.FeatureStart[row + 1])
            {
                edges.AddPoint(stations.PointX[row], stations.PointY[row], row);
            }
        }
    }

    private static void AddItems(EdgeCollection edges, ProtectedItems items, string to)
    {
        for (var row = 0; row < items.Count; row++)
        {
            if (to != LayerNames.ProtectedItems && items.Kinds[row] != to)
            {
                continue;
            }

            edges.AddPolygon(items.Shapes, row);
            if (items.Shapes.FeatureStart[row] == items.Shapes.FeatureStart[row + 1])
            {
                edges.AddPoint(items.PointX[row], items.PointY[row], row);
            }
        }
    }
}
