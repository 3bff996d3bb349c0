using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads the rules about where an area lies and how its land hangs together.</summary>
internal static class PackPlaceReader
{
    private static readonly PackKeys DistanceKeys = new(["to"], [.. PackLimitReader.Names, "tolerance"]);
    private static readonly PackKeys SpreadKeys = new([], PackLimitReader.Names);
    private static readonly PackKeys ContiguousKeys = new(["gap", "at_most"], []);
    private static readonly PackKeys FrontageKeys = new(["street"], [.. PackLimitReader.Names, "tolerance"]);
    private static readonly PackKeys CompleteKeys = new(["of"], ["at_least", "more_than"]);
    private static readonly PackKeys ApartKeys = new(["from"], []);
    private static readonly PackKeys RemainderKeys = new(["of", "smaller_than", "at_most"], []);

    public static RuleTest? Distance(PackNode node, PackRuleNumbers numbers)
    {
        var fields = node.Fields(DistanceKeys);
        var to = fields["to"]?.Word(PackWords.Places);
        var (sense, limit, isStrict) = Limit(node, fields, numbers);
        return to is null || limit.Length == 0 ? null : new DistanceTest(to, limit, sense, Width(fields, "tolerance", numbers)) { IsStrict = isStrict };
    }

    public static RuleTest? Spread(PackNode node, PackRuleNumbers numbers)
    {
        var (sense, limit, isStrict) = Limit(node, node.Fields(SpreadKeys), numbers);
        return limit.Length == 0 ? null : new SpreadTest(limit, sense) { IsStrict = isStrict };
    }

    public static RuleTest? Contiguous(PackNode node, PackRuleNumbers numbers)
    {
        var fields = node.Fields(ContiguousKeys);
        var (gap, most) = (Width(fields, "gap", numbers), Number(fields, "at_most", RuleUnit.Count, numbers));
        return gap.Length == 0 || most.Length == 0 ? null : new ContiguousTest(gap, most);
    }

    public static RuleTest? Frontage(PackNode node, PackRuleNumbers numbers)
    {
        var fields = node.Fields(FrontageKeys);
        var street = Width(fields, "street", numbers);
        var (sense, limit, isStrict) = Limit(node, fields, numbers);
        return street.Length == 0 || limit.Length == 0
            ? null
            : new FrontageTest(street, limit, sense, Width(fields, "tolerance", numbers)) { IsStrict = isStrict };
    }

    public static RuleTest? Complete(PackNode node, PackRuleNumbers numbers)
    {
        var fields = node.Fields(CompleteKeys);
        var of = Units(fields);
        string[] given = [.. fields.Among(CompleteKeys.Optional)];
        if (given.Length != 1)
        {
            node.Trouble(PackShapeTroubles.OneOf(["at_least", "more_than"], given.Length));
            return null;
        }

        var least = numbers.Limit(fields[given[0]]!, RuleUnit.Ratio, 1);
        return of is null || least.Length == 0 ? null : new CompleteTest(of, least) { IsStrict = given[0] == "more_than" };
    }

    public static RuleTest? Remainder(PackNode node, PackRuleNumbers numbers)
    {
        var fields = node.Fields(RemainderKeys);
        var of = Units(fields);
        var size = Number(fields, "smaller_than", RuleUnit.SquareMetre, numbers);
        var most = Number(fields, "at_most", RuleUnit.Count, numbers);
        return of is null || size.Length == 0 || most.Length == 0 ? null : new RemainderTest(of, size, most);
    }

    public static RuleTest? Apart(PackNode node, PackRuleNumbers numbers) =>
        node.Fields(ApartKeys)["from"]?.Word(Enumerable.Range(0, ApartTest.Others.Count).ToDictionary(i => ApartTest.Others[i])) is { } at
            ? new ApartTest(ApartTest.Others[at])
            : null;

    private static string? Units(PackFields fields) => fields["of"]?.Word(PackWords.CompleteUnits);

    private static (LimitSense Sense, string Limit, bool IsStrict) Limit(PackNode node, PackFields fields, PackRuleNumbers numbers) =>
        PackLimitReader.Read(node, fields, given => numbers.Limit(given, RuleUnit.Metre));

    private static string Width(PackFields fields, string name, PackRuleNumbers numbers) => Number(fields, name, RuleUnit.Metre, numbers);

    private static string Number(PackFields fields, string name, RuleUnit unit, PackRuleNumbers numbers) =>
        fields[name] is { } given ? numbers.Limit(given, unit) : "";
}
