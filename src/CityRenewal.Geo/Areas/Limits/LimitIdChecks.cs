using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Areas;

/// <summary>Finds ids, divisions and kinds of barrier in limits that a city does not have.</summary>
internal static class LimitIdChecks
{
    private static readonly string[] KindsOfBarrier = ["river", "railway", "expressway", "arterial", "water"];

    /// <summary>All problems, in the order of the limits.</summary>
    public static IEnumerable<OptionProblem> Check(City city, PlanLimits limits, ParcelIndex parcels) =>
    [
        .. limits.MustLink.SelectMany((group, i) => Ids($"limits.must_link[{i}].parcels", group, parcels)),
        .. limits.CannotLink.SelectMany((group, i) => Ids($"limits.cannot_link[{i}].parcels", group.Parcels, parcels)),
        .. limits.KeepWhole.SelectMany((group, i) => Ids($"limits.keep_whole[{i}].parcels", group.Parcels, parcels)),
        .. limits.KeepWhole.SelectMany((group, i) => Division($"limits.keep_whole[{i}].division", group.Division, city)),
        .. limits.UncrossedDivisions.SelectMany((name, i) =>
            name == LayerNames.PlanningUnits ? [] : Division($"limits.uncrossed_divisions[{i}]", name, city)),
        .. limits.Crossings.SelectMany((crossing, i) => Kind($"limits.crossings[{i}].kind", crossing.Kind, city)),
        .. limits.Projects.SelectMany((project, i) => Ids($"limits.projects[{i}].parcels", project.Parcels, parcels)),
    ];

    private static IEnumerable<OptionProblem> Ids(string field, IReadOnlyList<string> ids, ParcelIndex parcels) =>
        from i in Enumerable.Range(0, ids.Count)
        where parcels.RowOf(ids[i]) is null
        select new OptionProblem($"{field}[{i}]", ids[i], "The city has no parcel of that id.", "Give ids as they stand in the parcel layer.");

    private static IEnumerable<OptionProblem> Division(string field, string name, City city)
    {
        var known = DivisionsOf(city);
        if (name.Length > 0 && !known.Contains(name))
        {
            yield return new OptionProblem(
                field, name, "The city has no division of that name.",
                known.Count > 0 ? $"It has {string.Join(", ", known)}." : "Import planning or administrative units first.");
        }
    }

    private static List<string> DivisionsOf(City city)
    {
        string[] layers = [LayerNames.PlanningUnits, LayerNames.DetailedPlots, LayerNames.Subzones, LayerNames.HealthChecks];
        var kinds = city.Layer(LayerNames.AdministrativeUnits).Kinds;
        return
        [
            .. layers.Where(city.Has),
            .. Enumerable.Range(0, kinds.Count).Select(row => kinds[row].Length == 0 ? LayerNames.AdministrativeUnits : kinds[row])
                .Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<OptionProblem> Kind(string field, string kind, City city)
    {
        if (!KindsOfBarrier.Contains(kind) && !city.Barriers.Kinds.Words.Contains(kind))
        {
            yield return new OptionProblem(
                field, kind, "There is no such kind of barrier.", $"Known are {string.Join(", ", KindsOfBarrier)} and the words of the layer.");
        }
    }
}
