using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads what a building or parcel must meet to count in a sum.</summary>
internal static class PackConditionReader
{
    private static readonly Dictionary<string, Func<PackNode, PackRuleNumbers, Condition?>> Readers = new()
    {
        ["demolition"] = (node, _) => node.Word(PackWords.Demolitions) is { } part ? new DemolitionCondition(part) : null,
        ["age_at_least"] = (node, numbers) => Years(node, numbers) is { } age ? new AgeCondition(age, null) : null,
        ["age_below"] = (node, numbers) => Years(node, numbers) is { } age ? new AgeCondition(null, age) : null,
        ["danger"] = (node, _) => new DangerCondition([.. node.Filled().Select(item => item.Word(PackWords.Dangers)).OfType<Land.DangerGrade>()]),
        ["use"] = (node, _) => new WordCondition(WordAttribute.Use, node.Texts()),
        ["structure"] = (node, _) => new WordCondition(WordAttribute.Structure, node.Texts()),
        ["protected"] = (node, _) => new ProtectedCondition(node.IsList ? [.. node.Filled().Select(Kind)] : Every(node)),
        ["need_at_least"] = (node, numbers) => numbers.Value(node, RuleUnit.Ratio, 1) is { } need ? new NeedCondition(need) : null,
        ["built_up"] = (node, _) => new BuiltUpCondition(node.Truth()),
        ["changes"] = (node, _) => new ChangeCondition(node.Truth()),
        ["renewed_below"] = (node, numbers) => Years(node, numbers) is { } years ? new RenewedCondition(years) : null,
        ["storeys_at_least"] = (node, numbers) => Whole(node, numbers) is { } storeys ? new StoreyCondition(storeys, null) : null,
        ["storeys_at_most"] = (node, numbers) => Whole(node, numbers) is { } storeys ? new StoreyCondition(null, storeys) : null,
        ["land_below_m2"] = (node, numbers) => numbers.Value(node, RuleUnit.SquareMetre) is { } land ? new SizeCondition(land) : null,
        ["except"] = (node, numbers) => new ExceptCondition([.. Read(node, node.Fields(ExceptKeys), numbers).Select(found => found.Condition)]),
    };

    /// <summary>Names of all conditions.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Readers.Keys, "land_use", "land_use_system", "in_layer", "above_m2"];

    private static PackKeys ExceptKeys => new([], [.. Names.Where(name => name != "except")]);

    /// <summary>The conditions of a term, each with where it stands.</summary>
    public static IEnumerable<(PackNode Node, Condition Condition)> Read(PackNode term, PackFields fields, PackRuleNumbers numbers)
    {
        foreach (var name in fields.Among(Readers.Keys))
        {
            if (Readers[name](fields[name]!, numbers) is { } condition)
            {
                yield return (fields[name]!, condition);
            }
        }

        if (Pair(term, fields, "land_use", "land_use_system") is { } use)
        {
            yield return (use, new WordCondition(WordAttribute.LandUse, fields["land_use"]?.Texts() ?? []) { System = fields.Text("land_use_system") });
        }

        if (Pair(term, fields, "in_layer", "above_m2") is { } layer)
        {
            yield return (layer, InLayer(fields, numbers));
        }
    }

    // Two fields that say nothing without each other: where the condition stands, null where there is neither.
    private static PackNode? Pair(PackNode term, PackFields fields, string one, string other)
    {
        var given = fields.Among([one, other]);
        foreach (var missing in given.Count == 1 ? new[] { one, other }.Except(given) : [])
        {
            term.Trouble(PackShapeTroubles.MissingField(missing));
        }

        return given.Count > 0 ? fields[given[0]] : null;
    }

    /// <summary>The name of a layer or of a kind of its zones; noted where there is none such.</summary>
    public static string Layer(PackNode node)
    {
        var name = node.Text();
        if (name.Length > 0 && !PackWords.Layers.Contains(name))
        {
            node.Trouble(PackShapeTroubles.UnknownWord(name, PackWords.Layers));
        }

        return name;
    }

    private static InLayerCondition InLayer(PackFields fields, PackRuleNumbers numbers) => new(
        fields["in_layer"] is { } layer ? Layer(layer) : "",
        fields["above_m2"] is { } above ? numbers.Value(above, RuleUnit.SquareMetre) ?? 0 : 0);

    private static int? Years(PackNode node, PackRuleNumbers numbers)
    {
        if (numbers.Value(node, RuleUnit.Year, 1000) is not { } years)
        {
            return null;
        }

        if (years != Math.Floor(years))
        {
            node.Trouble(PackSenseTroubles.Impossible(years, "a whole number of years", "整数年"));
        }

        return (int)Math.Clamp(years, 0, 1000);
    }

    private static int? Whole(PackNode node, PackRuleNumbers numbers)
    {
        if (numbers.Value(node, RuleUnit.Count, 1000) is not { } count)
        {
            return null;
        }

        if (count != Math.Floor(count))
        {
            node.Trouble(PackSenseTroubles.Impossible(count, "a whole number", "整数"));
        }

        return (int)Math.Clamp(count, 0, 1000);
    }

    private static IReadOnlyList<string> Every(PackNode node)
    {
        if (node.Yaml is not YamlDotNet.RepresentationModel.YamlScalarNode { Value: "true" })
        {
            node.Trouble(PackShapeTroubles.WrongType("true, or a list of kinds of protected items", " true，或保护对象类别的列表"));
        }

        return [];
    }

    // A city may deliver kinds of its own; one that is nearly a known kind is a slip of the pen.
    private static string Kind(PackNode node)
    {
        var kind = node.Text();
        if (!PackWords.ProtectedKinds.Contains(kind) && NearestWord.Of(kind, PackWords.ProtectedKinds) is not null)
        {
            node.Trouble(PackShapeTroubles.UnknownWord(kind, PackWords.ProtectedKinds));
        }

        return kind;
    }
}
