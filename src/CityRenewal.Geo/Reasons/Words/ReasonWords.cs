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
    public static bool IsOfMembers(this ReasonCode code) => code is <= ReasonCode.BetterOut or (>= ReasonCode.NeededForSet and <= ReasonCode.NeededForNumber);

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
        ReasonCode.NeededForSet => new("in: keeps a group whole", "纳入:保持整组完整"),
        ReasonCode.NeededForEnclave => new("in: keeps from enclosing land", "纳入:避免包围他人用地"),
        ReasonCode.NeededForRemainder => new("in: leaves no scrap of a block", "纳入:避免街坊残余过小"),
        ReasonCode.NeededForNumber => new("in: needed for the number of areas", "纳入:满足片区数量"),
        ReasonCode.OverBudget => new("out: over the budget", "不纳入:超出预算"),
        ReasonCode.TooNear => new("out: too near to another area", "不纳入:与其他片区过近"),
        ReasonCode.TooManyAreas => new("out: an area too many", "不纳入:片区数量已满"),
        ReasonCode.SplitsSet => new("out: would split a group", "不纳入:将拆分整组地块"),
        ReasonCode.ClosesEnclave => new("out: would enclose land", "不纳入:将包围他人用地"),
        ReasonCode.LeavesRemainder => new("out: would leave a scrap of a block", "不纳入:街坊残余过小"),
        ReasonCode.CrossingCostsMore => new("out: crossing costs more", "不纳入:跨越代价更高"),
        ReasonCode.ProjectFails => new("out: its project fails", "不纳入:项目未通过规则"),
        ReasonCode.GroupStaysOut => new("out: its group fits no area", "不纳入:整组无法纳入"),
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
        StopReason.Budget => new("budget of the plan", "方案预算"),
        StopReason.Spacing => new("distance to another area", "片区间距"),
        StopReason.Group => new("group that stays whole", "整组地块"),
        StopReason.Enclave => new("land that would be enclosed", "将被包围的用地"),
        StopReason.Remainder => new("scrap of a block", "街坊残余"),
        StopReason.Crossing => new("price of crossing", "跨越代价"),
        StopReason.TownEdge => new("edge of the map", "图幅边缘"),
        _ => new("better in", "纳入更优"),
    };

    private static string Snake(string name) => Hump().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=.)[A-Z]")]
    private static partial Regex Hump();
}
