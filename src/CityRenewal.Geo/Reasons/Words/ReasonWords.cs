using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Reasons;

/// <summary>What reasons are called on the wire and in legends.</summary>
public static partial class ReasonWords
{
    private static readonly string[] Codes = [.. Enum.GetNames<ReasonCode>().Select(Snake)];
    private static readonly string[] Stops = [.. Enum.GetNames<StopReason>().Select(Snake)];

    /// <summary>Word on the wire: worth_it, need_too_low, area_full, …</summary>
    public static string Wire(this ReasonCode code) => Codes[(int)code];

    /// <summary>Word on the wire: barrier, unit_border, low_need, …</summary>
    public static string Wire(this StopReason reason) => Stops[(int)reason];

    /// <summary>Whether the reason is one of parcels that are in.</summary>
    public static bool IsOfMembers(this ReasonCode code) => code <= ReasonCode.BetterOut;

    /// <summary>A few words for a legend.</summary>
    public static ReasonText Title(this ReasonCode code) => code switch
    {
        ReasonCode.WorthIt => new("in: worth it", "纳入:有效益"),
        ReasonCode.LockedIn => new("in: locked in", "纳入:锁定"),
        ReasonCode.ComesWithGroup => new("in: comes with others", "纳入:随不可分割地块"),
        ReasonCode.ShortensOutline => new("in: shortens the outline", "纳入:使边界更短"),
        ReasonCode.HoldsTogether => new("in: holds the area together", "纳入:维系连续"),
        ReasonCode.NeededForSize => new("in: needed for the smallest area", "纳入:满足最小面积"),
        ReasonCode.NeededForRule => new("in: needed for a rule", "纳入:满足规则"),
        ReasonCode.NeededForShape => new("in: needed for compactness", "纳入:满足紧凑度"),
        ReasonCode.NoDifference => new("in: makes no difference", "纳入:无差别"),
        ReasonCode.BetterOut => new("in: better out", "纳入:移出更优"),
        ReasonCode.LockedOut => new("out: locked out", "不纳入:锁定"),
        ReasonCode.NoLand => new("out: no land of its own", "不纳入:无独立用地"),
        ReasonCode.OutsideUdb => new("out: outside the UDB", "不纳入:城镇开发边界外"),
        ReasonCode.CrossedByBarrier => new("out: crossed by a barrier", "不纳入:被阻隔穿过"),
        ReasonCode.SharedBuilding => new("out: shares a building", "不纳入:共有建筑"),
        ReasonCode.SeveralParts => new("out: several parts", "不纳入:多个部分"),
        ReasonCode.KeptOutByRule => new("out: by a rule", "不纳入:规则"),
        ReasonCode.HistoricDistrict => new("out: historic district not whole", "不纳入:历史地段不完整"),
        ReasonCode.NeedUnknown => new("out: need unknown", "不纳入:需求未知"),
        ReasonCode.NeedTooLow => new("out: need too low", "不纳入:需求不足"),
        ReasonCode.OutlineCostsMore => new("out: outline costs more", "不纳入:边界代价更高"),
        ReasonCode.GroupCostsMore => new("out: those with it cost more", "不纳入:随行地块代价更高"),
        ReasonCode.BehindBarrier => new("out: behind a barrier", "不纳入:阻隔另侧"),
        ReasonCode.MeetsTooShortly => new("out: meets too shortly", "不纳入:相接过短"),
        ReasonCode.AreaFull => new("out: the area is full", "不纳入:片区已达上限"),
        ReasonCode.BreaksRule => new("out: would break a rule", "不纳入:将违反规则"),
        ReasonCode.BreaksShape => new("out: would break compactness", "不纳入:紧凑度不足"),
        ReasonCode.OtherUnit => new("out: another unit", "不纳入:跨规划单元"),
        ReasonCode.TooLittleLand => new("out: too little land around", "不纳入:周边用地不足"),
        ReasonCode.NothingAround => new("out: nothing worth it around", "不纳入:周边效益不足"),
        _ => new("out: better in", "不纳入:纳入更优"),
    };

    /// <summary>A few words for a list.</summary>
    public static ReasonText Title(this StopReason reason) => reason switch
    {
        StopReason.Barrier => new("barrier", "阻隔"),
        StopReason.Water => new("water", "水域"),
        StopReason.UnitBorder => new("border of the planning unit", "规划单元边界"),
        StopReason.OutsideUdb => new("urban development boundary", "城镇开发边界"),
        StopReason.LockedOut => new("locked out", "锁定不纳入"),
        StopReason.KeptOut => new("may be in no area", "不可纳入"),
        StopReason.OtherArea => new("another area", "其他片区"),
        StopReason.LowNeed => new("low need", "需求不足"),
        StopReason.UnknownNeed => new("unknown need", "需求未知"),
        StopReason.OutlineCost => new("outline costs more", "边界代价更高"),
        StopReason.LargestArea => new("largest area", "最大面积"),
        StopReason.Rule => new("rule", "规则"),
        StopReason.Shape => new("compactness", "紧凑度"),
        StopReason.NotContiguous => new("not contiguous", "不连续"),
        StopReason.WideStreet => new("wide street", "宽阔街道"),
        StopReason.OpenLand => new("open land", "开敞用地"),
        StopReason.TownEdge => new("edge of the map", "图幅边缘"),
        _ => new("better in", "纳入更优"),
    };

    private static string Snake(string name) => Hump().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=.)[A-Z]")]
    private static partial Regex Hump();
}
