using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>Codes of 用地用海分类 (2023) by quarter.</summary>
internal static class LandUse
{
    /// <summary>All codes used; the first stands for "unknown".</summary>
    public static readonly string[] Codes =
    [
        "", "070101", "070102", "070103", "0702", "0703", "0801", "0802", "0803", "0804", "0805", "0806", "0901", "0902", "0904",
        "1001", "1101", "1208", "1301", "1309", "1401", "1402", "1403", "1504", "0301", "0101", "0103", "1601",
    ];

    /// <summary>Index of the code that a parcel of a quarter has.</summary>
    public static byte Of(Quarter quarter, ref Dice dice)
    {
        if (dice.Chance(0.015))
        {
            return 0;
        }

        var code = quarter switch
        {
            Quarter.OldTown => dice.Of<string>(["070102", "070103", "070103", "070103", "070102", "0901", "0901", "0702", "1504"]),
            Quarter.WalkUps => dice.Of<string>(["070102", "070102", "070102", "070102", "070102", "0901", "0702", "0804"]),
            Quarter.Towers => dice.Of<string>(["070101", "070102", "070102", "070102", "070102", "0901", "1601"]),
            Quarter.Commerce => dice.Of<string>(["0901", "0901", "0901", "0902", "0902", "0904", "070102", "1208"]),
            Quarter.Industry => dice.Of<string>(["1001", "1001", "1001", "1001", "1101", "1301", "1309"]),
            Quarter.Campus => dice.Of<string>(["0804", "0804", "0804", "0806", "0801", "0802", "0803", "0805"]),
            Quarter.Park => dice.Of<string>(["1401", "1401", "1403", "1402"]),
            Quarter.Slope => dice.Of<string>(["0301", "0301", "1401", "1402"]),
            Quarter.Village => dice.Of<string>(["0703", "0703", "0703", "0703", "0703", "0703", "0703", "0901", "0103", "0103"]),
            _ => dice.Of<string>(["0101", "0103", "0103", "0101", "0301"]),
        };
        return (byte)Array.IndexOf(Codes, code);
    }
}
