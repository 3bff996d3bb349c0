using System.Globalization;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>Why a parcel may be in no area, with the layer or the rule that says so.</summary>
internal static class MembershipWords
{
    /// <summary>The main reason that a membership reason is; meaningless for one that may join.</summary>
    public static ReasonCode CodeOf(MembershipReason reason) => reason switch
    {
        MembershipReason.LockedOut => ReasonCode.LockedOut,
        MembershipReason.OutsideUdb => ReasonCode.OutsideUdb,
        MembershipReason.CrossedByBarrier => ReasonCode.CrossedByBarrier,
        MembershipReason.SharedBuilding => ReasonCode.SharedBuilding,
        MembershipReason.SeveralParts => ReasonCode.SeveralParts,
        MembershipReason.KeptOutByRule => ReasonCode.KeptOutByRule,
        MembershipReason.HistoricDistrict => ReasonCode.HistoricDistrict,
        MembershipReason.KeptTogether => ReasonCode.GroupStaysOut,
        MembershipReason.ProjectFails => ReasonCode.ProjectFails,
        _ => ReasonCode.NoLand,
    };

    /// <summary>The sentence for a parcel that may not join.</summary>
    public static ReasonText Of(ProposalProblem problem, int parcel) => problem.Membership.Reasons[parcel] switch
    {
        MembershipReason.LockedOut => new("The planner locked it out.", "规划人员锁定其不纳入。"),
        MembershipReason.OutsideUdb => OutsideUdb(problem.Ground.Options.UdbToleranceInForce),
        MembershipReason.CrossedByBarrier => new(
            "A barrier (layer barriers) runs through it: its two sides are not one piece of land.", "阻隔(图层 barriers)从中穿过,两侧不是一块连续用地。"),
        MembershipReason.SharedBuilding => new(
            "A building stands on it and on a parcel that it cannot be together with, and no boundary cuts a building.",
            "与不能同属一个片区的地块共有建筑,边界不得切割建筑。"),
        MembershipReason.SeveralParts => new("It consists of parts that do not touch.", "由互不相连的多个部分组成。"),
        MembershipReason.KeptOutByRule => KeptOut(problem, parcel),
        MembershipReason.HistoricDistrict => new(
            "It belongs to a historic district (layer historic_zones) that cannot be kept whole in one area.",
            "属于无法整体纳入同一片区的历史地段(图层 historic_zones)。"),
        MembershipReason.ProjectFails => new(
            "It belongs to a project that fails its own rules in whatever area it lies.", "属于在任何片区中都未通过自身规则的项目。"),
        MembershipReason.KeptTogether => new(
            "It belongs to parcels that are taken whole or not at all, and one area cannot hold all of them.",
            "属于须整体纳入的一组地块,而任一片区都无法容纳全部。"),
        _ => new(
            "It has no land of its own in the fabric: above or under ground, overlapped, or unusable.",
            "在土地肌理中没有独立用地:地上、地下、重叠或图形不可用。"),
    };

    private static ReasonText OutsideUdb(double tolerance) => ReasonText.Of(
        $"It lies outside the urban development boundary (layer udb) by more than {tolerance:0.##} m.",
        $"超出城镇开发边界(图层 udb)逾 {tolerance:0.##} m。");

    private static ReasonText KeptOut(ProposalProblem problem, int parcel)
    {
        var pack = problem.Book!.Ground.Pack;
        var rule = pack.Rules[problem.Membership.KeptOutBy[parcel]];
        var (layers, citation) = (string.Join(", ", rule.Test.Needs), CitationText.Of(pack, rule));
        return new(
            $"The rule {rule.Id} lets no area hold it: {rule.Title} ({citation}{(layers.Length > 0 ? $"; layer {layers}" : "")}).",
            $"“{rule.TitleChinese}”不允许任何片区纳入({citation}{(layers.Length > 0 ? $";图层 {layers}" : "")})。");
    }
}
