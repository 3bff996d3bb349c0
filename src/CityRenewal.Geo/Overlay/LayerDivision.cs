using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Overlay;

/// <summary>A set of zones that divide the town: a whole layer, or one level of the administrative units.</summary>
/// <param name="Name">planning_units, detailed_plots, subzones, health_checks; of administrative units the kind: district, street, community.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Rows">The zones, ascending.</param>
internal sealed record LayerDivision(string Name, string Layer, int[] Rows)
{
    /// <summary>The divisions that every table has, whether the city knows them or not.</summary>
    public static readonly IReadOnlyList<string> Standard =
        [LayerNames.PlanningUnits, LayerNames.DetailedPlots, "district", "street", "community"];

    private static readonly string[] WholeLayers =
        [LayerNames.PlanningUnits, LayerNames.DetailedPlots, LayerNames.Subzones, LayerNames.HealthChecks];

    /// <summary>The layer that a division of that name is in.</summary>
    public static string LayerOf(string name) => WholeLayers.Contains(name) ? name : LayerNames.AdministrativeUnits;

    /// <summary>The column that names the zone: planning_unit, detailed_plot, subzone, health_check, district, street, community.</summary>
    public static string ColumnOf(string name) => name.EndsWith('s') ? name[..^1] : name;

    /// <summary>The divisions that a city has.</summary>
    public static IReadOnlyList<LayerDivision> Of(City city)
    {
        var whole =
            from layer in WholeLayers
            where city.Has(layer)
            select new LayerDivision(layer, layer, [.. Enumerable.Range(0, city.Layer(layer).Count)]);
        var kinds = city.Layer(LayerNames.AdministrativeUnits).Kinds;
        var levels =
            from row in Enumerable.Range(0, kinds.Count)
            let kind = kinds[row].Length == 0 ? LayerNames.AdministrativeUnits : kinds[row]
            group row by kind into level
            select new LayerDivision(level.Key, LayerNames.AdministrativeUnits, [.. level]);
        return [.. whole, .. levels.OrderBy(level => level.Name, StringComparer.Ordinal)];
    }
}
