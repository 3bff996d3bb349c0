using System.Globalization;
using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>The limits of a request as rows of the table of parameters: name, value, unit; lists as ids with ';' between and '|' between groups.</summary>
internal static class LimitRows
{
    /// <summary>The rows of what the request limits; none where it limits nothing.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Of(PlanLimits limits) =>
        limits == PlanLimits.None ? [] : [.. Numbers(limits), .. Lists(limits).Where(row => row[1] is { Length: > 0 })];

    private static IEnumerable<IReadOnlyList<string?>> Numbers(PlanLimits limits) =>
    [
        .. Price("minimum_area_price", limits.MinimumAreaPrice), .. Price("maximum_area_price", limits.MaximumAreaPrice),
        .. Price("opening_price_m2", limits.OpeningPrice > 0 ? limits.OpeningPrice : null),
        .. Limit("fewest_areas", limits.FewestAreas, "1"), .. Limit("most_areas", limits.MostAreas, "1"),
        .. Limit("least_polsby_popper", limits.LeastPolsbyPopper, "1"), .. Limit("land_budget_m2", limits.LandBudget, "m²"),
        .. Limit("cost_budget", limits.CostBudget, null),
        .. Price("cost.per_renovated_m2", limits.Cost?.PerRenovated), .. Price("cost.per_demolished_m2", limits.Cost?.PerDemolished),
        .. Price("cost.per_land_m2", limits.Cost?.PerLand),
        .. Limit("spacing_m", limits.Spacing, "m"), .. Limit("largest_enclave_m2", limits.LargestEnclave, "m²"),
        .. Limit("smallest_remainder_m2", limits.SmallestRemainder, "m²"),
    ];

    private static IEnumerable<IReadOnlyList<string?>> Lists(PlanLimits limits) =>
    [
        ["limits.must_link", Groups(limits.MustLink), null],
        ["limits.link_prices", string.Join("|", limits.LinkPrices.Select(link => $"{string.Join(";", link.Parcels)}={Text(link.Price)}")), "m²"],
        ["limits.cannot_link", Groups(limits.CannotLink.Select(group => group.Parcels)), null],
        ["limits.keep_whole", Groups(limits.KeepWhole.Select(group => group.Division.Length > 0 ? [group.Division] : group.Parcels)), null],
        ["limits.uncrossed_divisions", string.Join(";", limits.UncrossedDivisions), null],
        ["limits.division_prices", string.Join(";", limits.DivisionPrices.Select(priced => $"{priced.Division}={Text(priced.Price)}")), "m²"],
        ["limits.crossings", string.Join(";", limits.Crossings.Select(crossing => $"{crossing.Kind}={Text(crossing.Price)}")), "m²"],
        .. limits.Projects.Select(project => (IReadOnlyList<string?>)[$"limits.projects[{project.Id}]", string.Join(";", project.Parcels), null]),
    ];

    private static IEnumerable<IReadOnlyList<string?>> Limit(string name, PricedLimit? limit, string? unit) =>
        limit is null ? [] : [["limits." + name, Text(limit.Value), unit], .. Price($"{name}.price", limit.Price)];

    private static IEnumerable<IReadOnlyList<string?>> Price(string name, double? price) =>
        price is { } known ? [["limits." + name, Text(known), null]] : [];

    private static string Groups(IEnumerable<IReadOnlyList<string>> groups) => string.Join("|", groups.Select(group => string.Join(";", group)));

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
