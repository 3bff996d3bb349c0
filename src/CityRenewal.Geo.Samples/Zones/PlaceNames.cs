namespace CityRenewal.Geo.Samples.Zones;

/// <summary>Invented place names of the kind that the hills along the Yangtze bear; number n always has the same name.</summary>
internal static class PlaceNames
{
    private static readonly string[] Heads =
    [
        "石", "双", "黄", "龙", "云", "青", "白", "金", "凤", "柏", "桐", "松", "沙", "玉", "杨", "梨", "桃", "盘", "观", "鹤", "麻", "罗", "枣",
    ];

    private static readonly string[] Middles = ["", "家", "花", "子", "水", "林", "马", "竹", "石"];

    private static readonly string[] Tails =
    [
        "溪", "坪", "湾", "沱", "岩", "坝", "塘", "岭", "沟", "井", "嘴", "桥", "坡", "坎", "滩", "垭", "山",
    ];

    private static readonly string[] Districts =
        ["云岭", "临江", "北屏", "南麓", "青川", "渡口", "东屏", "西坝", "龙滩", "沙溪", "平阳", "石柱坝", "鹤山", "梨林", "金沱"];

    /// <summary>A place name; 3,519 differ, then they repeat with 新.</summary>
    public static string Of(int number)
    {
        var distinct = Heads.Length * Middles.Length * Tails.Length;
        var place = number % distinct;
        // Steps that share no divisor with the lengths walk through all combinations.
        var name = Heads[place * 7 % Heads.Length]
            + Middles[place * 5 / Heads.Length % Middles.Length]
            + Tails[((place * 3) + (place / (Heads.Length * Middles.Length))) % Tails.Length];
        return new string('新', number / distinct) + name;
    }

    /// <summary>Name of a district, with 区.</summary>
    public static string District(int number) =>
        new string('新', number / Districts.Length) + Districts[number % Districts.Length] + "区";
}
