namespace CityRenewal.Geo.Need;

/// <summary>What the parts of the need score are called: on the wire and in Chinese.</summary>
public static class NeedPartWords
{
    private static readonly (string Name, string Chinese)[] Words =
    [
        ("age", "房龄"), ("danger", "危险等级"), ("density", "建筑密度"),
        ("structure", "建筑结构"), ("facilities", "设施缺口"), ("earlier_renewal", "既往更新"),
    ];

    /// <summary>All parts, in the order in which they are summed and shown.</summary>
    public static readonly IReadOnlyList<NeedPart> All = Enum.GetValues<NeedPart>();

    /// <summary>Name on the wire: age, danger, density, structure, facilities, earlier_renewal.</summary>
    public static string NameOf(NeedPart part) => Words[(int)part].Name;

    /// <summary>Name in Chinese.</summary>
    public static string ChineseOf(NeedPart part) => Words[(int)part].Chinese;

    /// <summary>The part of that name on the wire; null where there is none.</summary>
    public static NeedPart? Find(string name) =>
        Array.FindIndex(Words, words => words.Name == name) is >= 0 and var part ? (NeedPart)part : null;
}
