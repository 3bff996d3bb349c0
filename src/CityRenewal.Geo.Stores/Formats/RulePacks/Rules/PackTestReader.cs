using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads what a rule computes and compares: one method for each kind of test.</summary>
internal static class PackTestReader
{
    private static readonly PackKeys ShareKeys = new(["above", "below"], [.. PackLimitReader.Names, "readings"]);
    private static readonly PackKeys ReadingKeys = new(["id", "below"], []);
    private static readonly PackKeys SumKeys = new(["of"], [.. PackLimitReader.Names, "strip"]);
    private static readonly PackKeys InsideKeys = new(["layer", "strip"], []);
    private static readonly PackKeys UndividedKeys = new(["division"], []);
    private static readonly PackKeys WholeKeys = new(["layer"], []);
    private static readonly PackKeys MeasureKeys = new(["of"], PackLimitReader.Names);
    private static readonly PackKeys OtherKeys = new(["measure"], []);
    private static readonly Dictionary<string, bool> AnyCategory = new() { ["any"] = true };

    private static readonly Dictionary<string, Func<PackNode, PackRuleNumbers, RuleTest?>> Readers = new()
    {
        ["share"] = Share, ["sum"] = Sum, ["inside"] = Inside, ["measure"] = Measure, ["undivided"] = Undivided, ["whole"] = Whole,
        ["all_of"] = (node, _) => new AllOfTest(node.Texts()), ["any_of"] = PackJoinedReader.AnyOf, ["some_of"] = PackJoinedReader.SomeOf,
        ["case"] = PackJoinedReader.Case, ["declared"] = PackStatedReader.Declared, ["document"] = PackStatedReader.Document,
        ["distance"] = PackPlaceReader.Distance, ["spread"] = PackPlaceReader.Spread, ["contiguous"] = PackPlaceReader.Contiguous,
        ["frontage"] = PackPlaceReader.Frontage, ["complete"] = PackPlaceReader.Complete, ["remainder"] = PackPlaceReader.Remainder,
        ["apart"] = PackPlaceReader.Apart,
        ["category"] = (node, _) => node.Word(AnyCategory) is null ? null : new CategoryTest(),
    };

    /// <summary>Names of the kinds of test.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Readers.Keys];

    /// <summary>The test of a rule; null and noted where it has none that can be read.</summary>
    public static RuleTest? Read(PackNode rule, PackFields fields, PackRuleNumbers numbers)
    {
        var given = fields.Among(Names);
        if (given.Count != 1)
        {
            rule.Trouble(PackShapeTroubles.OneOf(Names, given.Count));
        }

        RuleTest?[] tests = [.. given.Select(name => Readers[name](fields[name]!, numbers))];
        return tests.Length == 1 ? tests[0] : null;
    }

    private static ShareTest? Share(PackNode node, PackRuleNumbers numbers)
    {
        var fields = node.Fields(ShareKeys);
        var above = PackTermReader.Read(fields["above"], numbers);
        var below = PackTermReader.Read(fields["below"], numbers);
        var most = above is not null && below is not null && IsPart(above, below) ? 1 : double.PositiveInfinity;
        var (sense, limit, isStrict) = PackLimitReader.Read(node, fields, given => numbers.Limit(given, RuleUnit.Ratio, most));
        List<ShareReading> readings = [];
        foreach (var (id, item) in PackEntries.Of(fields["readings"]?.Items() ?? [], "readings"))
        {
            if (PackTermReader.Read(item.Fields(ReadingKeys)["below"], numbers) is { } other)
            {
                readings.Add(new ShareReading(id, other));
            }
        }

        return above is null || below is null || limit.Length == 0 ? null : new ShareTest(above, below, limit, sense, readings) { IsStrict = isStrict };
    }

    private static SumTest? Sum(PackNode node, PackRuleNumbers numbers)
    {
        var fields = node.Fields(SumKeys);
        var term = PackTermReader.Read(fields["of"], numbers);
        var (sense, limit, isStrict) = PackLimitReader.Read(node, fields, given => term is null ? "" : numbers.Limit(given, term.Unit));
        var strip = fields["strip"] is { } width ? numbers.Limit(width, RuleUnit.Metre) : "";
        return term is null || limit.Length == 0 ? null : new SumTest(term, limit, sense, strip) { IsStrict = isStrict };
    }

    private static InsideTest? Inside(PackNode node, PackRuleNumbers numbers)
    {
        var fields = node.Fields(InsideKeys);
        fields["layer"]?.Word(new Dictionary<string, bool> { [LayerNames.Udb] = true });
        return fields["strip"] is { } width && numbers.Limit(width, RuleUnit.Metre) is { Length: > 0 } strip ? new InsideTest(strip) : null;
    }

    private static UndividedTest? Undivided(PackNode node, PackRuleNumbers numbers)
    {
        var division = node.Fields(UndividedKeys)["division"];
        division?.Word(PackWords.Divisions.ToDictionary(word => word, _ => true));
        return division is null ? null : new UndividedTest(division.Text());
    }

    // A division is kept whole where all of each unit is in; historic districts have members of their own.
    private static RuleTest? Whole(PackNode node, PackRuleNumbers numbers)
    {
        var layer = node.Fields(WholeKeys)["layer"];
        return layer?.Word(PackWords.KeptWhole) is not { } word ? null
            : word == LayerNames.HistoricZones ? new WholeTest() : new CompleteTest(word, numbers.Written(layer, RuleUnit.Ratio, 1));
    }

    private static MeasureTest? Measure(PackNode node, PackRuleNumbers numbers)
    {
        var fields = node.Fields(MeasureKeys);
        var unit = fields["of"] is { } of ? UnitOf(of) : null;
        var other = "";
        var (sense, limit, isStrict) = PackLimitReader.Read(node, fields, given =>
        {
            if (given.HasFields)
            {
                var named = given.Fields(OtherKeys)["measure"];
                (other, var otherUnit) = named is null ? ("", null) : (named.Text(), UnitOf(named));
                if (unit is not null && otherUnit is not null && unit != otherUnit)
                {
                    named!.Trouble(PackSenseTroubles.OtherUnit(other, PackWords.Of(otherUnit.Value), PackWords.Of(unit.Value)));
                }

                return "";
            }

            return unit is null ? "" : numbers.Limit(given, unit.Value);
        });
        return unit is null || (limit.Length == 0 && other.Length == 0)
            ? null
            : new MeasureTest(fields["of"]!.Text(), limit, other, sense, unit.Value) { IsStrict = isStrict };
    }

    // The quotient of a quantity over the same quantity cannot exceed 1; floor area over land can.
    private static bool IsPart(Term above, Term below) =>
        (above.Quantity == below.Quantity && above.Column == below.Column)
        || (above.Quantity, below.Quantity) is (Quantity.LandIn, Quantity.Land) or (Quantity.FootprintIn, Quantity.Footprint);

    private static RuleUnit? UnitOf(PackNode measure)
    {
        var name = measure.Text();
        if (name.Length > 0 && !AreaMeasures.NamesForRules.Contains(name))
        {
            measure.Trouble(PackSenseTroubles.NoMeasure(name, AreaMeasures.NamesForRules));
        }

        return AreaMeasures.NamesForRules.Contains(name) ? PackMeasures.UnitOf(name) : null;
    }
}
