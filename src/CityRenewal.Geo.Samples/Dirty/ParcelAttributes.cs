using System.Globalization;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>What goes wrong in the register of parcels.</summary>
internal static class ParcelAttributes
{
    private const double Usual = 1.4;

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<Planting> Kinds { get; } =
    [
        new("missing_id", 0.4, MissingId),
        new("missing_attribute", Usual, MissingAttribute),
        new("area_mismatch", Usual, AreaMismatch),
        new("negative_number", Usual, NegativeNumber),
        new("unknown_word", Usual, UnknownWord),
    ];

    private static string? MissingId(Site site, ref Dice dice)
    {
        if (!site.Town.IsVacant(site))
        {
            return null;
        }

        site.Layer.SetId(site.Row, null);
        return "";
    }

    private static string? MissingAttribute(Site site, ref Dice dice)
    {
        site.Layer.Set(site.Row, "land_use", null);
        site.Layer.Set(site.Row, "land_use_system", null);
        return "land_use";
    }

    // Now and then in mu where the layer is in square metres, else off by a fifth or more.
    private static string? AreaMismatch(Site site, ref Dice dice)
    {
        var area = Outlines.Area(site.Outline);
        var (declared, note) = dice.Chance(0.3)
            ? (area / 666.667, "in mu")
            : (area * (dice.Chance(0.5) ? dice.Between(1.2, 1.6) : dice.Between(0.5, 0.8)), "declared");
        declared = Math.Round(declared * 100) / 100;
        site.Layer.Set(site.Row, "declared_area_m2", declared);
        return string.Create(CultureInfo.InvariantCulture, $"{note} {declared:0.00} for {area:0} m²");
    }

    private static string? NegativeNumber(Site site, ref Dice dice)
    {
        site.Layer.Set(site.Row, "far_limit", -1.5);
        return "far_limit -1.5";
    }

    private static string? UnknownWord(Site site, ref Dice dice)
    {
        site.Layer.Set(site.Row, "rights_position", "夹层");
        return "rights_position 夹层";
    }
}
