using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>How large blocks and parcels are in each quarter.</summary>
internal static class BlockSize
{
    /// <summary>Land of a block up to the middle of its streets at which it is no longer divided, m², before chance.</summary>
    public static double Of(Quarter quarter) => quarter switch
    {
        Quarter.OldTown => 8_000,
        Quarter.WalkUps => 15_000,
        Quarter.Towers => 26_000,
        Quarter.Commerce => 14_000,
        Quarter.Industry => 42_000,
        Quarter.Village => 16_000,
        _ => 45_000,
    };

    /// <summary>The quarter of one block: schools, parks and other exceptions are strewn among the rest.</summary>
    public static Quarter Varied(Quarter quarter, ref Dice dice)
    {
        var throwOf = dice.Unit();
        return quarter switch
        {
            Quarter.WalkUps => throwOf switch { < 0.05 => Quarter.Campus, < 0.09 => Quarter.Park, < 0.19 => Quarter.Towers, _ => quarter },
            Quarter.Towers => throwOf switch { < 0.07 => Quarter.Campus, < 0.13 => Quarter.Park, < 0.22 => Quarter.WalkUps, _ => quarter },
            Quarter.Commerce => throwOf switch { < 0.06 => Quarter.Park, < 0.2 => Quarter.Towers, < 0.26 => Quarter.WalkUps, _ => quarter },
            Quarter.OldTown => throwOf switch { < 0.04 => Quarter.Commerce, < 0.07 => Quarter.Towers, < 0.09 => Quarter.Campus, _ => quarter },
            Quarter.Industry => throwOf < 0.1 ? Quarter.WalkUps : quarter,
            Quarter.Farmland => throwOf < 0.12 ? Quarter.Village : quarter,
            _ => quarter,
        };
    }

    /// <summary>Number of parcels that tile a block of the given area.</summary>
    public static int Parcels(Quarter quarter, double area, ref Dice dice)
    {
        var parcel = quarter switch
        {
            Quarter.OldTown => 820,
            Quarter.WalkUps => 1_750,
            Quarter.Towers => 4_300,
            Quarter.Commerce => 2_000,
            Quarter.Industry => 5_000,
            Quarter.Campus => 6_500,
            Quarter.Park => 8_000,
            Quarter.Slope => 6_500,
            Quarter.Village => 900,
            _ => 3_200,
        };
        return Math.Max(1, (int)Math.Round(area / (parcel * dice.Between(0.75, 1.35))));
    }

    /// <summary>Whether a block has a parcel that does not help to tile it.</summary>
    public static ExtraParcel Extra(Quarter quarter, ref Dice dice)
    {
        var throwOf = dice.Unit();
        return quarter switch
        {
            Quarter.Commerce or Quarter.Towers => throwOf switch
            {
                < 0.07 => ExtraParcel.Underground,
                < 0.10 => ExtraParcel.Above,
                < 0.15 => ExtraParcel.Enclosed,
                _ => ExtraParcel.None,
            },
            Quarter.OldTown or Quarter.WalkUps or Quarter.Industry => throwOf < 0.06 ? ExtraParcel.Enclosed : ExtraParcel.None,
            _ => ExtraParcel.None,
        };
    }
}
