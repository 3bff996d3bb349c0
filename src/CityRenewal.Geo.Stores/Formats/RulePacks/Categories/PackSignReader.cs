using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads one sign that a parcel belongs to a category.</summary>
internal static class PackSignReader
{
    private static readonly Dictionary<string, (PackKeys Keys, Func<PackFields, CategorySign?> Read)> Kinds = new()
    {
        ["use"] = (new(["use", "share_at_least"], []), fields => new UseShareSign(fields["use"]!.Texts(), Share(fields["share_at_least"]))),
        ["land_use"] = (new(["land_use", "system"], []), fields => new LandUseSign(fields.Text("system"), fields["land_use"]!.Texts())),
        ["layer"] = (
            new(["layer", "share_at_least"], []),
            fields => new LayerShareSign(PackConditionReader.Layer(fields["layer"]!), Share(fields["share_at_least"]))),
        ["mean_age_at_least"] = (
            new(["mean_age_at_least"], []), fields => new MeanAgeSign(fields["mean_age_at_least"]!.Number(999))),
        ["coverage_at_least"] = (new(["coverage_at_least", "coverage_at_most"], []), Coverage),
        ["protected_items"] = (new(["protected_items"], []), Items),
    };

    /// <summary>The sign; null and noted where there is none.</summary>
    public static CategorySign? Read(PackNode node)
    {
        var given = node.AnyFields();
        string[] kinds = [.. Kinds.Keys.Where(given.ContainsKey)];
        if (kinds.Length == 1)
        {
            var (keys, read) = Kinds[kinds[0]];
            return read(node.Fields(keys));
        }

        if (node.HasFields)
        {
            node.Trouble(PackShapeTroubles.OneOf([.. Kinds.Keys], kinds.Length));
        }

        return null;
    }

    private static double Share(PackNode? node) => node?.Number(1) ?? 0;

    private static CoverageSign Coverage(PackFields fields)
    {
        var (least, most) = (Share(fields["coverage_at_least"]), Share(fields["coverage_at_most"]));
        if (fields["coverage_at_most"] is { } upper && most < least)
        {
            upper.Trouble(PackSenseTroubles.Impossible(most, "at least coverage_at_least", "不小于 coverage_at_least"));
        }

        return new CoverageSign(least, most);
    }

    private static ProtectedItemSign? Items(PackFields fields)
    {
        var node = fields["protected_items"]!;
        if (node.Truth())
        {
            return new ProtectedItemSign();
        }

        node.Trouble(PackShapeTroubles.WrongType("true", " true"));
        return null;
    }
}
