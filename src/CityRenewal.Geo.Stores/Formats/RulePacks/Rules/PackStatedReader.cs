using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads the rules about what people state because no layer tells it.</summary>
internal static class PackStatedReader
{
    private static readonly PackKeys DeclaredKeys = new(["number"], ["unit", "below", .. PackLimitReader.Names]);

    public static RuleTest? Declared(PackNode node, PackRuleNumbers numbers)
    {
        var fields = node.Fields(DeclaredKeys);
        var below = PackTermReader.Read(fields["below"], numbers);
        if (fields["unit"] is null == (fields["below"] is null))
        {
            node.Trouble(PackShapeTroubles.OneOf(["unit", "below"], fields["unit"] is null ? 0 : 2));
        }

        var unit = fields["below"] is not null ? RuleUnit.Ratio : fields["unit"]?.Word(PackWords.Units);
        var number = fields.Text("number");
        if (number.Length > 0 && !PackName.IsParameter(number))
        {
            fields["number"]!.Trouble(PackShapeTroubles.BadName(number, "land_handed_over_m2"));
        }

        var (sense, limit, isStrict) = PackLimitReader.Read(node, fields, given => unit is null ? "" : numbers.Limit(given, unit.Value));
        return unit is null || limit.Length == 0 || number.Length == 0 || (fields["below"] is not null && below is null)
            ? null
            : new DeclaredTest(number, below, limit, sense, unit.Value) { IsStrict = isStrict };
    }

    public static RuleTest? Document(PackNode node, PackRuleNumbers numbers)
    {
        var document = node.Text();
        if (document.Length > 0 && !PackName.IsPack(document))
        {
            node.Trouble(PackShapeTroubles.BadName(document, "demolition-assessment"));
        }

        return document.Length > 0 ? new DocumentTest(document) : null;
    }
}
