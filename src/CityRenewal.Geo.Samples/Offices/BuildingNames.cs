using CityRenewal.Geo.Samples.Ground;
using CityRenewal.Geo.Samples.Zones;

namespace CityRenewal.Geo.Samples.Offices;

/// <summary>Names of buildings as residents use them: the estate and the number of the house.</summary>
internal static class BuildingNames
{
    /// <summary>The name of a building; null for those that nobody named. No two are the same.</summary>
    public static string? Of(string id, int row)
    {
        var house = id.LastIndexOf('-');
        return row % 3 == 0 ? null : $"{PlaceNames.Of(row)}小区{id[(house + 1)..]}幢";
    }

    /// <summary>The name as somebody else writes it; six of ten times the same.</summary>
    public static string Otherwise(string name, ref Dice dice)
    {
        var start = name.LastIndexOf('区') + 1;
        var (estate, number) = (name[..start], name[start..^1]);
        return dice.Between(0, 9) switch
        {
            0 => $"{estate}{number}栋",
            1 => $"{estate}{Handwriting.FullWidth(number)}幢",
            2 => $"{estate} {number}号楼",
            3 => $"{estate[..^2]}{number}幢",
            _ => name,
        };
    }
}
