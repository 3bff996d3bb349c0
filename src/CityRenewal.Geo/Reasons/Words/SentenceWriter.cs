namespace CityRenewal.Geo.Reasons;

/// <summary>The main reason of a parcel as one short sentence with its numbers.</summary>
public static class SentenceWriter
{
    /// <summary>The sentence of a parcel.</summary>
    public static ReasonText Of(PlanReasons reasons, int parcel)
    {
        var problem = reasons.Problem;
        return problem.Nodes.NodeOfParcel[parcel] < 0
            ? MembershipWords.Of(problem, parcel)
            : reasons.IsIn(parcel) ? OfMember(reasons, parcel) : OfOutsider(reasons, parcel);
    }

    private static ReasonText OfMember(PlanReasons reasons, int parcel)
    {
        var change = reasons.ObjectiveChanges[parcel];
        double loss = -change;
        return reasons.Codes[parcel] switch
        {
            ReasonCode.LockedIn => ReasonText.Of(
                $"The planner locked it in; without it the objective would change by {change:+0;-0;0} m².", $"规划人员锁定其纳入;移出后目标值变化 {change:+0;-0;0} m²。"),
            ReasonCode.WorthIt => ReasonText.Of(
                $"{NeedOf(reasons, parcel)} is above the threshold; without it the objective would lose {loss:0} m².",
                $"{NeedOfChinese(reasons, parcel)} 高于阈值;移出将使目标值减少 {loss:0} m²。"),
            ReasonCode.ComesWithGroup => ReasonText.Of(
                $"It comes with parcels that it cannot be parted from; without them all the objective would change by {change:+0;-0;0} m².",
                $"随不可分割的地块一并纳入;一并移出使目标值变化 {change:+0;-0;0} m²。"),
            ReasonCode.ShortensOutline => ReasonText.Of(
                $"{NeedOf(reasons, parcel)} brings nothing, but the outline is shorter with it: without it the objective would lose {loss:0} m².",
                $"{NeedOfChinese(reasons, parcel)}不带来效益,但纳入使边界更短;移出将使目标值减少 {loss:0} m²。"),
            ReasonCode.HoldsTogether => ReasonText.Of(
                $"It holds its area together: without it the objective would gain {change:0} m², but the area would fall into parts.",
                $"维系片区连续:移出可使目标值增加 {change:0} m²,但片区将断开。"),
            ReasonCode.NeededForSize => ReasonText.Of(
                $"Without it the objective would gain {change:0} m², but the area would be smaller than the smallest area.",
                $"移出可使目标值增加 {change:0} m²,但片区将小于最小面积。"),
            ReasonCode.NeededForRule => ReasonText.Of(
                $"Without it the objective would gain {change:0} m², but the area would break {RuleOf(reasons, parcel).Text}.",
                $"移出可使目标值增加 {change:0} m²,但片区将违反{RuleOf(reasons, parcel).TextChinese}。"),
            ReasonCode.NeededForShape => ReasonText.Of(
                $"Without it the objective would gain {change:0} m², but the area would be less compact than asked for.",
                $"移出可使目标值增加 {change:0} m²,但片区紧凑度将低于要求。"),
            ReasonCode.NeededForSet => Needed(change, new("only a part of parcels that are taken whole or not at all would be in", "须整体纳入的地块将被拆分")),
            ReasonCode.NeededForEnclave => Needed(change, new("the area would enclose more land of others than it may", "片区包围的他人用地将超过允许值")),
            ReasonCode.NeededForRemainder => Needed(change, new("too little of a block would be left over", "街坊残余用地将过小")),
            ReasonCode.NeededForNumber => Needed(change, new("the area would end, and the plan would have too few", "片区将消失,方案片区数量不足")),
            ReasonCode.BetterOut => ReasonText.Of(
                $"Leaving it out is allowed and would gain {change:0} m²: the search did not find that.", $"移出不违反限制且目标值增加 {change:0} m²,搜索未发现。"),
            _ => new("With it and without it the objective is the same.", "纳入与否目标值相同。"),
        };
    }

    private static ReasonText OfOutsider(PlanReasons reasons, int parcel)
    {
        var (area, change) = (reasons.AreaInQuestion[parcel], reasons.ObjectiveChanges[parcel]);
        var id = area < 0 ? "" : reasons.Areas[area].Id;
        return reasons.Codes[parcel] switch
        {
            ReasonCode.NeedUnknown => With(new("Less than half of its need is known, so it brings nothing", "需求分已知部分不足一半,不带来效益"), id, change),
            ReasonCode.NeedTooLow => With(new($"{NeedOf(reasons, parcel)} is not above the threshold", $"{NeedOfChinese(reasons, parcel)} 未超过阈值"), id, change),
            ReasonCode.OutlineCostsMore => With(new("Its need does not pay for the outline that it adds", "其需求不足以抵偿新增边界"), id, change),
            ReasonCode.GroupCostsMore => With(
                new("The parcels that it cannot be parted from cost more than it brings", "与其不可分割的地块代价高于其效益"), id, change),
            ReasonCode.OtherUnit => ReasonText.Of(
                $"The area that it meets, {id}, lies in another planning unit, and areas do not cross units.", $"相邻片区 {id} 位于其他规划单元,片区不跨单元。"),
            ReasonCode.TooLittleLand => new(
                "No area touches it, and the free land around it is less than the smallest area.", "没有片区与其相接,周边可用地不足最小面积。"),
            ReasonCode.NothingAround => ReasonText.Of(
                $"No area touches it, and no area that was found around it pays for its outline; by itself it would be worth {change:0} m².",
                $"没有片区与其相接,周边未找到足以抵偿边界的片区;其单独价值为 {change:0} m²。"),
            ReasonCode.BetterIn => ReasonText.Of(
                $"Joining {(id.Length > 0 ? id : "as an area by itself")} is allowed and would gain {change:0} m²: the search did not find that.",
                $"纳入{(id.Length > 0 ? id : "(自成片区)")}不违反限制且目标值增加 {change:0} m²,搜索未发现。"),
            _ => Forbidden(reasons, parcel, id, change),
        };
    }

    private static ReasonText Needed(double change, ReasonText why) => ReasonText.Of(
        $"Without it the objective would gain {change:0} m², but {why.Text}.", $"移出可使目标值增加 {change:0} m²,但{why.TextChinese}。");

    private static ReasonText Forbidden(PlanReasons reasons, int parcel, string id, double change)
    {
        var why = reasons.Codes[parcel] switch
        {
            ReasonCode.BehindBarrier => new("a barrier lies between (layer barriers)", "其间有阻隔(图层 barriers)"),
            ReasonCode.MeetsTooShortly => new("they meet too shortly to be contiguous", "相接长度不足,不构成连续"),
            ReasonCode.AreaFull => new("the area would be larger than the largest area", "片区将超过最大面积"),
            ReasonCode.BreaksShape => new("the area would be less compact than asked for", "片区紧凑度将低于要求"),
            ReasonCode.OverBudget => BudgetsOf(reasons),
            ReasonCode.TooNear => new("two areas would be nearer to each other than they may", "两个片区间距将不足"),
            ReasonCode.TooManyAreas => new("the plan would have an area too many", "方案片区数量将超过上限"),
            ReasonCode.SplitsSet => new("only a part of parcels that are taken whole or not at all would be in", "须整体纳入的地块将被拆分"),
            ReasonCode.ClosesEnclave => new("the area would enclose more land of others than it may", "片区包围的他人用地将超过允许值"),
            ReasonCode.LeavesRemainder => new("too little of a block would be left over", "街坊残余用地将过小"),
            ReasonCode.CrossingCostsMore => new("it would be together with a parcel across a barrier, or one that is wanted apart, at a price", "将与阻隔另侧或宜分开的地块同属一个片区,须付代价"),
            _ => new ReasonText($"the area would break {RuleOf(reasons, parcel).Text}", $"片区将违反{RuleOf(reasons, parcel).TextChinese}"),
        };
        if (id.Length == 0)
        {
            return ReasonText.Of($"No area touches it, and with an area there {why.Text}.", $"没有片区与其相接,若在此设片区,{why.TextChinese}。");
        }

        return ReasonText.Of(
            $"In {id} it would change the objective by {change:+0;-0;0} m², but {why.Text}.", $"纳入 {id} 可使目标值变化 {change:+0;-0;0} m²,但{why.TextChinese}。");
    }

    private static ReasonText BudgetsOf(PlanReasons reasons)
    {
        var limits = reasons.Problem.Ground.Options.Limits;
        return (limits.LandBudget, limits.CostBudget) switch
        {
            (not null, null) => new("all areas together would have more land than the budget", "全部片区用地将超出预算"),
            (null, not null) => new("all areas together would cost more than the budget", "全部片区费用将超出预算"),
            _ => new("all areas together would exceed the budget of land or of cost", "全部片区将超出用地或费用预算"),
        };
    }

    private static ReasonText With(ReasonText why, string id, double change) => id.Length > 0
        ? ReasonText.Of(
            $"{why.Text}: in {id} it would cost {-change:0} m².", $"{why.TextChinese}:纳入 {id} 将使目标值减少 {-change:0} m²。")
        : ReasonText.Of(
            $"{why.Text}, and no area touches it.", $"{why.TextChinese},且没有片区与其相接。");

    private static ReasonText RuleOf(PlanReasons reasons, int parcel)
    {
        if (reasons.RowOf(parcel) is not (>= 0 and var row))
        {
            return new("a limit at a price", "有价限制");
        }

        var limit = RowTitles.Of(reasons.Problem, row, 0, 0);
        return new($"the rule {limit.Limit} ({limit.Title.Text}; {limit.Citation})", $"“{limit.Title.TextChinese}”({limit.Citation})");
    }

    private static string NeedOf(PlanReasons reasons, int parcel) => reasons.NeedIsUnknown(parcel)
        ? "Its need is unknown, it"
        : FormattableString.Invariant($"Its need of {reasons.Problem.Need.Scores[parcel]:0.00}");

    private static string NeedOfChinese(PlanReasons reasons, int parcel) => reasons.NeedIsUnknown(parcel)
        ? "需求分未知,"
        : FormattableString.Invariant($"需求分 {reasons.Problem.Need.Scores[parcel]:0.00}");
}
