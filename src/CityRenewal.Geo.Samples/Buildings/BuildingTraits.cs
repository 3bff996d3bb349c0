using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Buildings;

/// <summary>Age, height, structure, danger, people: what belongs together in each quarter, and what the register does not know.</summary>
internal static class BuildingTraits
{
    private const short Unknown = -1;

    /// <summary>The year around which a block was built.</summary>
    public static int BlockYear(Region region, ref Dice dice)
    {
        var (first, last) = Habit.Of(region.Quarter).Years;
        var share = region.Quarter switch
        {
            // The core of an old quarter is its oldest part.
            Quarter.OldTown => 0.25 + (0.55 * Math.Min(region.OldTownDistance, 1)) + dice.Between(-0.1, 0.2),
            Quarter.WalkUps or Quarter.Towers => 0.5 + (0.45 * region.Youth) + dice.Between(-0.25, 0.25),
            _ => dice.Unit(),
        };
        return first + (int)(Math.Clamp(share, 0, 1) * (last - first));
    }

    /// <summary>The register's row of a building in a block of that year.</summary>
    public static BuildingRow Of(Region region, int blockYear, double footprint, ref Dice dice)
    {
        var year = Math.Min(blockYear + (int)(3.5 * dice.Bell()), SampleOptions.BaselineYear - 1);
        var storeys = Storeys(region.Quarter, footprint, ref dice);
        var use = UseOf(region.Quarter, ref dice);
        var structure = StructureOf(year, storeys, use, ref dice);
        var row = new BuildingRow
        {
            NamesParcel = !dice.Chance(0.03),
            Above = dice.Chance(0.035) ? Unknown : (short)storeys,
            Below = dice.Chance(0.15) ? Unknown : (short)CellarsOf(storeys, year, ref dice),
            Built = dice.Chance(0.06) ? Unknown : (short)year,
            Use = dice.Chance(0.03) ? (byte)0 : use,
            Structure = dice.Chance(0.06) ? (byte)0 : structure,
            Renewed = Unknown,
        };
        Measure(ref row, footprint, storeys, ref dice);
        Appraise(ref row, year, structure, ref dice);
        Inhabit(ref row, footprint, storeys, use, ref dice);
        Blame(ref row, region.Quarter, footprint, ref dice);
        if (year < 2005 && row.Danger < 4 && dice.Chance(region.Quarter == Quarter.WalkUps ? 0.1 : 0.03))
        {
            row.Renewed = (short)dice.Between(2008, SampleOptions.BaselineYear - 2);
        }

        return row;
    }

    private static int Storeys(Quarter quarter, double footprint, ref Dice dice)
    {
        if (quarter == Quarter.OldTown)
        {
            return dice.Weighted([0.22, 0.38, 0.22, 0.1, 0.05, 0.03]) + 1;
        }

        var (least, most) = Habit.Of(quarter).Storeys;
        return (quarter, footprint) switch
        {
            // Large footprints among shops are malls, not towers; small ones beside towers are gatehouses and shops.
            (Quarter.Commerce, > 1_400) => dice.Between(least, 8),
            (Quarter.Commerce, < 420) => dice.Between(2, 9),
            (Quarter.Towers, < 240) => dice.Between(1, 3),
            (Quarter.WalkUps, < 130) => dice.Between(1, 3),
            _ => dice.Between(least, most),
        };
    }

    private static int CellarsOf(int storeys, int year, ref Dice dice) =>
        storeys > 9 && year > 1995 ? dice.Between(1, 3) : dice.Chance(0.08) ? 1 : 0;

    private static byte UseOf(Quarter quarter, ref Dice dice)
    {
        var use = quarter switch
        {
            Quarter.Commerce => dice.Of<string>(["commerce", "commerce", "commerce", "office", "office", "residential"]),
            Quarter.Industry => dice.Of<string>(["industry", "industry", "industry", "storage", "office"]),
            Quarter.Campus => dice.Of<string>(["education", "education", "education", "health", "culture", "public_service"]),
            Quarter.Park or Quarter.Farmland => dice.Of<string>(["culture", "public_service", "storage"]),
            Quarter.OldTown => dice.Chance(0.84) ? "residential" : dice.Of<string>(["commerce", "commerce", "storage", "public_service"]),
            _ => dice.Chance(0.91) ? "residential" : dice.Of<string>(["commerce", "commerce", "public_service"]),
        };
        return Words.Index(Words.Uses, use);
    }

    private static byte StructureOf(int year, int storeys, byte use, ref Dice dice)
    {
        var structure = storeys switch
        {
            > 9 => "reinforced-concrete",
            _ when Words.Uses[use] is "industry" or "storage" && year > 1990 => dice.Chance(0.6) ? "steel" : "reinforced-concrete",
            < 4 when year < 1962 => dice.Chance(0.75) ? "brick-wood" : "brick-concrete",
            < 4 when year < 1982 => dice.Chance(0.35) ? "brick-wood" : "brick-concrete",
            _ when year < 2000 => dice.Chance(0.88) ? "brick-concrete" : "reinforced-concrete",
            _ => dice.Chance(0.3) ? "brick-concrete" : "reinforced-concrete",
        };
        return Words.Index(Words.Structures, structure);
    }

    private static void Measure(ref BuildingRow row, double footprint, int storeys, ref Dice dice)
    {
        row.Origin = (byte)(dice.Unit() switch { < 0.34 => 1, < 0.76 => 2, < 0.95 => 3, _ => 0 });
        var error = row.Origin switch { 1 => 0.005, 2 => 0.015, _ => 0 };
        row.FloorArea = row.Origin is 1 or 2
            ? Math.Round(footprint * storeys * (0.97 + (error * dice.Bell())) * 100) / 100
            : double.NaN;
    }

    // Few sound houses are ever appraised: the older and lighter a house, the more likely it has a grade, and a bad one.
    private static void Appraise(ref BuildingRow row, int year, byte structure, ref Dice dice)
    {
        var age = SampleOptions.BaselineYear - year;
        var worn = Math.Clamp((age - 20) / 50.0, 0, 1) * (structure == 1 ? 1.15 : structure == 2 ? 0.85 : 0.5);
        if (!dice.Chance(0.35 + (0.4 * worn)))
        {
            return;
        }

        var health = dice.Unit() - (0.75 * worn);
        row.Danger = (byte)(health switch { < -0.52 => 4, < -0.26 => 3, < 0.12 => 2, _ => 1 });
        if (row.Danger >= 3)
        {
            row.Certificate = dice.Chance(0.85) ? dice.Between(1, 99_999) : 0;
            row.Repair = (byte)(dice.Unit() switch { < 0.4 => 1, < 0.78 => 2, _ => 0 });
        }
    }

    private static void Inhabit(ref BuildingRow row, double footprint, int storeys, byte use, ref Dice dice)
    {
        var dwells = Words.Uses[use] == "residential";
        var households = dwells ? Math.Max(1, (int)(footprint * storeys / dice.Between(62.0, 105.0))) : 0;
        row.Households = dice.Chance(0.1) ? Unknown : households;
        row.People = dice.Chance(0.14) ? Unknown : (int)(households * dice.Between(1.9, 3.0));
    }

    private static void Blame(ref BuildingRow row, Quarter quarter, double footprint, ref Dice dice)
    {
        var share = quarter switch { Quarter.OldTown => 0.09, Quarter.Village => 0.16, Quarter.WalkUps => 0.05, _ => 0.02 };
        if (dice.Chance(0.08))
        {
            row.Illegal = double.NaN;
            return;
        }

        if (dice.Chance(share))
        {
            row.Illegal = Math.Round(footprint * dice.Between(0.06, 0.4) * 10) / 10;
            row.Decision = dice.Chance(0.55) ? dice.Between(1, 9_999) : 0;
        }
    }
}
