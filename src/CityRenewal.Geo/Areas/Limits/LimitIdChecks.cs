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
        .. limits.LinkPrices.SelectMany((link, i) => Ids($"limits.link_prices[{i}].parcels", link.Parcels, parcels)),
        .. limits.CannotLink.SelectMany((group, i) => Ids($"limits.cannot_link[{i}].parcels", group.Parcels, parcels)),
        .. limits.KeepWhole.SelectMany((group, i) => Ids($"limits.keep_whole[{i}].parcels", group.Parcels, parcels)),
        .. limits.KeepWhole.SelectMany((group, i) => Division($"limits.keep_whole[{i}].division", group.Division, city)),
        .. limits.UncrossedDivisions.SelectMany((name, i) =>
            name == LayerNames.PlanningUnits ? [] : Division($"limits.uncrossed_divisions[{i}]", name, city)),
        .. limits.DivisionPrices.SelectMany((priced, i) => Division($"limits.division_prices[{i}].division", priced.Division, city)),
        .. limits.Crossings.SelectMany((crossing, i) => Kind($"limits.crossings[{i}].kind", crossing.Kind, city)),
        .. limits.Projects.SelectMany((project, i) => Ids($"limits.projects[{i}].parcels", project.Parcels, parcels)),
    ];

    private static IEnumerable<OptionProblem> Ids(string field, IReadOnlyList<string> ids, ParcelIndex parcels) =>
        from i in Enumerable.Range(0, ids.Count)
        where parcels.RowOf(ids[i]) is null
        select new OptionProblem($"{field}[{i}]", ids[i], "The city has no parcel of that id.", "Give ids as they stand in the parcel layer.") { TextChinese = "城市中没有此编号的地块。请按地块图层中的编号填写。" };

    private static IEnumerable<OptionProblem> Division(string field, string name, City city)
    {
        var known = DivisionsOf(city);
        if (name.Length > 0 && !known.Contains(name))
        {
            yield return new OptionProblem(
                field, name, "The city has no division of that name.",
                known.Count > 0 ? $"It has {string.Join(", ", known)}." : "Import planning or administrative units first.") { TextChinese = known.Count > 0 ? $"城市中没有此名称的分区。现有:{string.Join("、", known)}。" : "城市中没有任何分区。请先导入规划或行政单元。" };
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
                field, kind, "There is no such kind of barrier.", $"Known are {string.Join(", ", KindsOfBarrier)} and the words of the layer.") { TextChinese = $"没有此类阻隔。已知类别:{string.Join("、", KindsOfBarrier)} 以及图层中的类别。" };
        }
    }
}
