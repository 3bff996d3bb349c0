using System.Globalization;

namespace CityRenewal.Geo.Areas;

/// <summary>Finds numbers of limits that cannot be meant, and limits that contradict each other by their numbers alone.</summary>
internal static class LimitNumberChecks
{
    private const double Largest = 1e12;

    /// <summary>All problems, in the order of the limits.</summary>
    public static IEnumerable<OptionProblem> Check(ProposalOptions options)
    {
        var limits = options.Limits;
        return
        [
            .. Price("limits.minimum_area_price", limits.MinimumAreaPrice), .. Price("limits.maximum_area_price", limits.MaximumAreaPrice),
            .. Number("limits.opening_price_m2", limits.OpeningPrice, 0, Largest),
            .. Whole("limits.fewest_areas", limits.FewestAreas, 0), .. Whole("limits.most_areas", limits.MostAreas, 1),
            .. Limit("limits.least_polsby_popper", limits.LeastPolsbyPopper, 1),
            .. Limit("limits.land_budget_m2", limits.LandBudget), .. Limit("limits.cost_budget", limits.CostBudget),
            .. Costs(limits.Cost ?? new CostModel()),
            .. Limit("limits.spacing_m", limits.Spacing, 100_000), .. Limit("limits.largest_enclave_m2", limits.LargestEnclave),
            .. Limit("limits.smallest_remainder_m2", limits.SmallestRemainder),
            .. limits.Crossings.SelectMany((crossing, i) => Number($"limits.crossings[{i}].price", crossing.Price, 0, Largest)),
            .. limits.LinkPrices.SelectMany((link, i) => Number($"limits.link_prices[{i}].price", link.Price, 0, Largest)),
            .. limits.DivisionPrices.SelectMany((priced, i) => Number($"limits.division_prices[{i}].price", priced.Price, 0, Largest)),
            .. limits.CannotLink.SelectMany((group, i) => Price($"limits.cannot_link[{i}].price", group.Price)),
            .. limits.KeepWhole.SelectMany((group, i) => Price($"limits.keep_whole[{i}].price", group.Price)),
            .. Together(options),
        ];
    }

    private static IEnumerable<OptionProblem> Together(ProposalOptions options)
    {
        var limits = options.Limits;
        if (limits.FewestAreas is { IsSoft: false } fewest && limits.MostAreas is { IsSoft: false } most && fewest.Value > most.Value)
        {
            yield return new OptionProblem(
                "limits.fewest_areas", Text(fewest.Value), $"At least {fewest.Value} areas are asked for and at most {most.Value}.",
                "Lower the one, raise the other, or give one of them a price.") { TextChinese = $"要求至少 {fewest.Value} 个、至多 {most.Value} 个片区,相互矛盾。请调整其一,或为其一设定代价。" };
        }

        if (limits.FewestAreas is { IsSoft: false } count && limits.LandBudget is { IsSoft: false } budget
            && limits.MinimumAreaPrice is null && count.Value * options.MinimumArea > budget.Value)
        {
            yield return new OptionProblem(
                "limits.land_budget_m2", Text(budget.Value),
                $"{count.Value} areas of at least {Text(options.MinimumArea)} m² need {Text(count.Value * options.MinimumArea)} m² of land.",
                "Raise the budget, ask for fewer areas, or lower the smallest area.") { TextChinese = $"{count.Value} 个片区、每个至少 {Text(options.MinimumArea)} m²,共需用地 {Text(count.Value * options.MinimumArea)} m²,超出预算。请提高预算、减少片区数量或降低最小面积。" };
        }

        if (limits.CostBudget is not null && limits.Cost is not { IsGiven: true })
        {
            yield return new OptionProblem(
                "limits.cost_budget", Text(limits.CostBudget.Value), "There is a budget and no price of anything, so nothing costs.",
                "Say what a m² costs under cost: per_renovated_m2, per_demolished_m2 or per_land_m2.") { TextChinese = "设有费用预算而没有任何单价,费用恒为零。请在 cost 中填写 per_renovated_m2、per_demolished_m2 或 per_land_m2。" };
        }
    }

    private static IEnumerable<OptionProblem> Costs(CostModel model) =>
    [
        .. Number("limits.cost.per_renovated_m2", model.PerRenovated, 0, Largest),
        .. Number("limits.cost.per_demolished_m2", model.PerDemolished, 0, Largest),
        .. Number("limits.cost.per_land_m2", model.PerLand, 0, Largest),
    ];

    private static IEnumerable<OptionProblem> Whole(string field, PricedLimit? limit, double least)
    {
        if (limit is not null && (limit.Value != Math.Floor(limit.Value) || limit.Value < least || limit.Value > int.MaxValue))
        {
            yield return new OptionProblem(field, Text(limit.Value), "This is no number of areas.", $"Give a whole number from {least}.") { TextChinese = $"这不是片区数量。请填写不小于 {least} 的整数。" };
        }

        foreach (var problem in Price($"{field}.price", limit?.Price))
        {
            yield return problem;
        }
    }

    private static IEnumerable<OptionProblem> Limit(string field, PricedLimit? limit, double most = Largest) =>
        limit is null ? [] : [.. Number(field, limit.Value, 0, most), .. Price($"{field}.price", limit.Price)];

    private static IEnumerable<OptionProblem> Price(string field, double? price) => price is null ? [] : Number(field, price.Value, 0, Largest);

    private static IEnumerable<OptionProblem> Number(string field, double value, double least, double most)
    {
        if (double.IsNaN(value) || value < least || value > most)
        {
            yield return new OptionProblem(
                field, Text(value), double.IsNaN(value) ? "This is not a number." : "This is outside what is possible.",
                $"Give a number from {Text(least)} to {Text(most)}.") { TextChinese = $"{(double.IsNaN(value) ? "不是数字" : "超出可能范围")}。请填写 {Text(least)} 至 {Text(most)} 之间的数。" };
        }
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
