using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Delineation;

/// <summary>What a reader of a plan must know to judge it: what was missing, unknown, assumed, left out or withheld.</summary>
internal sealed class ProposalNotes(ProposalGround ground, NeedScores need, Membership membership, int? year)
{
    private static readonly (string Layer, string Consequence, string ConsequenceChinese)[] LayersThatMatter =
    [
        (LayerNames.Buildings, "No need can be told, so no area is proposed.", "无法得出更新需求,因此不提出片区。"),
        (LayerNames.Udb, "Whether areas lie inside the urban development boundary is not checked.", "未核对片区是否位于城镇开发边界内。"),
        (LayerNames.HistoricZones, "Whether buildings stand in a core protection zone is not checked.", "未核对建筑是否位于核心保护范围内。"),
        (LayerNames.ProtectedItems, "Whether buildings are protected is not checked.", "未核对建筑是否为保护对象。"),
        (LayerNames.PlanningUnits, "Areas are not bound to planning units.", "片区未受规划单元约束。"),
        (LayerNames.Barriers, "Rivers, railways and large roads are only known as water between parcels.", "河流、铁路、干路等阻隔仅以地块间水面体现。"),
    ];

    private readonly List<PlanNote> _withheld = [];

    /// <summary>The rules that the plan was made under; null where none.</summary>
    public RuleBook? Book { get; init; }

    /// <summary>Remembers an area that broke a requirement and is therefore not returned.</summary>
    public void Withhold(RenewalArea area, IReadOnlyList<AreaBreach> breaches)
    {
        var first = ground.City.Parcels.Ids[area.Parcels[0]];
        _withheld.Add(Note(
            "area_withheld",
            $"An area of {area.Parcels.Count} parcels around {first} was withheld: {string.Join(" ", breaches.Select(breach => breach.Text))}",
            $"以 {first} 为首、共 {area.Parcels.Count} 个地块的片区未输出:{string.Concat(breaches.Select(breach => breach.TextChinese))}"));
    }

    /// <summary>All notes in a stable order.</summary>
    public IReadOnlyList<PlanNote> All(IReadOnlyList<RenewalArea> areas, double bound) =>
        [.. Assumptions(), .. MissingLayers(), .. UnjudgedRules(), .. Needs(), .. Members(areas), .. Elective(), .. _withheld, .. NoArea(areas, bound)];

    private IEnumerable<PlanNote> Assumptions()
    {
        var options = ground.Options;
        yield return Note(
            "assumption",
            $"Assumed by this software, not taken from a rule: λ = {options.Lambda} m² per metre, areas of {options.MinimumArea / 1e4} to {options.MaximumArea / 1e4} ha net, need threshold {options.NeedThreshold}, streets up to {options.StreetWidth} m inside areas, renovation from {options.RenovationAge} years.",
            $"以下为本软件假设值(按假设),非规定:λ = {options.Lambda} m²/m,片区净面积 {options.MinimumArea / 1e4}–{options.MaximumArea / 1e4} 公顷,需求阈值 {options.NeedThreshold},片区内街道宽度不超过 {options.StreetWidth} m,{options.RenovationAge} 年以上建筑建议改造。");
        if (ground.City.Has(LayerNames.Udb))
        {
            yield return UdbTolerance(options);
        }

        if (year is { } from)
        {
            yield return Note("reference_year", $"Ages count from {from}.", $"房龄以 {from} 年为基准。");
        }
    }

    private static PlanNote UdbTolerance(ProposalOptions options)
    {
        var (origin, chinese) = options.UdbToleranceOrigin switch
        {
            "given" => ("given", "给定"),
            "estimated" => ("estimated from where both layers follow each other", "由两图层重合处估计"),
            _ => ("assumed", "按假设"),
        };
        return Note(
            "udb_tolerance",
            $"Strips of up to {options.UdbToleranceInForce:0.##} m outside the UDB count as inside: tolerance {origin}.",
            $"超出城镇开发边界 {options.UdbToleranceInForce:0.##} m 以内的窄条视为在内:容差{chinese}。");
    }

    private IEnumerable<PlanNote> MissingLayers() =>
        from matter in LayersThatMatter
        where !ground.City.Has(matter.Layer)
        select Note(
            "missing_layer",
            $"The layer {matter.Layer} is missing. {matter.Consequence}",
            $"缺少图层 {matter.Layer}。{matter.ConsequenceChinese}");

    private IEnumerable<PlanNote> UnjudgedRules()
    {
        var unjudged = Book is null ? [] : UnjudgedRule.In(Book);
        if (unjudged.Count == 0)
        {
            yield break;
        }

        var layers = unjudged.GroupBy(rule => rule.Layer).ToList();
        var rules = layers.Select(layer => $"{string.Join(", ", layer.Select(rule => rule.Rule.Id))} ({layer.Key})");
        var titles = layers.Select(layer => $"{LayerNames.ChineseOf(layer.Key)}:{string.Join("、", layer.Select(rule => rule.Rule.TitleChinese))}");
        yield return Note(
            "rules_not_judged",
            $"{unjudged.Count} of {Book!.Ground.Pack.Rules.Count} rules are unknown on every area, since a layer is missing: {string.Join("; ", rules)}. Import these layers.",
            $"{Book.Ground.Pack.Rules.Count} 条规则中有 {unjudged.Count} 条因缺少图层无法核对:{string.Join(";", titles)}。请导入所缺图层。");
    }

    private IEnumerable<PlanNote> Needs()
    {
        var weights = need.Weights;
        (double Weight, string Part, string PartChinese)[] parts =
            [(weights.Age, "age", "房龄"), (weights.Danger, "danger grade", "危险等级"), (weights.Density, "density", "密度")];
        foreach (var part in parts.Where(part => part.Weight == 0))
        {
            yield return Note(
                "need_part_missing",
                $"No parcel has a known {part.Part}; need is told from the other parts.",
                $"所有地块均无{part.PartChinese}信息,需求分由其他分项得出。");
        }

        if (need.IsRelative)
        {
            yield return Note(
                "need_relative",
                $"Need is told from coverage alone, as the rank of a parcel among the built parcels of this city: half of the built land lies above 0.5. It says where the town is densest, not how bad it is, and cannot be compared with other cities.",
                $"需求分仅由建筑覆盖率得出,为该地块在本市已建地块中的位次(一半已建用地高于 0.5);只说明何处最密,不说明状况好坏,也不能与其他城市比较。");
        }

        foreach (var note in UnknownNeed())
        {
            yield return note;
        }
    }

    private IEnumerable<PlanNote> UnknownNeed()
    {
        var count = 0;
        double area = 0;
        for (var parcel = 0; parcel < need.Count; parcel++)
        {
            if (double.IsNaN(need.Scores[parcel]) && ground.NetAreas[parcel] > 0)
            {
                count++;
                area += ground.NetAreas[parcel];
            }
        }

        if (count > 0)
        {
            yield return Note(
                "need_unknown",
                $"The need of {count} parcels ({area / 1e4:0.#} ha) is unknown: less than half of it is known. They count neither for nor against an area.",
                $"{count} 个地块({area / 1e4:0.#} 公顷)需求分未知(已知权重不足一半),既不加分也不减分。");
        }
    }

    private IEnumerable<PlanNote> Members(IReadOnlyList<RenewalArea> areas)
    {
        (MembershipReason Reason, string Text, string TextChinese)[] reasons =
        [
            (MembershipReason.OutsideUdb, "lie outside the urban development boundary", "位于城镇开发边界之外"),
            (MembershipReason.CrossedByBarrier, "have a barrier running through them", "被阻隔穿过"),
            (MembershipReason.SeveralParts, "consist of parts that do not touch", "由互不相连的多个部分组成"),
            (MembershipReason.SharedBuilding, "share a building with a parcel that cannot be in the same area", "与不能纳入同一片区的地块共有建筑"),
            (MembershipReason.LockedOut, "are locked out", "被锁定为不纳入"),
            (MembershipReason.HistoricDistrict, "belong to a historic district that cannot be kept whole in one area", "属于无法整体纳入同一片区的历史地段"),
            (MembershipReason.KeptTogether, "are to stay together with land that cannot be in the same area", "须与无法纳入同一片区的用地保持整体"),
            (MembershipReason.ProjectFails, "belong to a project that fails its own rules, or are taken whole with one", "属于未通过自身规则的项目,或须与之整体纳入"),
            (MembershipReason.NoFace, "have no land of their own in the fabric (above or under ground, overlapped, or unusable)", "在土地肌理中没有独立用地(地上、地下、重叠或图形不可用)"),
        ];
        foreach (var (reason, text, chinese) in reasons)
        {
            var count = membership.Reasons.Count(each => each == reason);
            if (count > 0)
            {
                yield return Note("parcels_left_out", $"{count} parcels {text}.", $"{count} 个地块{chinese}。");
            }
        }

        foreach (var note in KeptOut())
        {
            yield return note;
        }

        var members = areas.SelectMany(area => area.Parcels).ToHashSet();
        var missed = Enumerable.Range(0, membership.Count)
            .Where(parcel => ground.Locks[parcel] == ParcelLock.In && !members.Contains(parcel)).ToList();
        if (missed.Count > 0)
        {
            var names = string.Join(", ", missed.Take(5).Select(parcel => ground.City.Parcels.Ids[parcel]));
            yield return Note(
                "locked_in_not_placed",
                $"{missed.Count} parcels are locked in but no area that keeps to the limits could hold them: {names}.",
                $"{missed.Count} 个锁定纳入的地块未能放入满足限制的片区:{names}。");
        }
    }

    private IEnumerable<PlanNote> KeptOut()
    {
        var byRule =
            from parcel in Enumerable.Range(0, membership.KeptOutBy.Length)
            where membership.KeptOutBy[parcel] >= 0
            group parcel by membership.KeptOutBy[parcel] into rule
            orderby rule.Key
            select (Rule: Book!.Ground.Pack.Rules[rule.Key], Count: rule.Count());
        foreach (var (rule, count) in byRule)
        {
            yield return Note(
                "parcels_left_out", $"{count} parcels are kept out by {rule.Id}: {rule.Title}.", $"{count} 个地块因“{rule.TitleChinese}”不纳入。");
        }
    }

    private IEnumerable<PlanNote> Elective()
    {
        var purpose = ground.Options.ElectivePurpose.Trim();
        if (purpose.Length > 0 && DispositionPlan.KnowsWhatIsProtected(ground.City))
        {
            yield return Note(
                "elective_candidates",
                $"Elective demolitions are candidates for the purpose \"{purpose}\"; a person must confirm each.",
                $"拟拆候选用于“{purpose}”,须逐栋由人确认。");
        }
        else if (purpose.Length > 0)
        {
            yield return Note(
                "elective_not_proposed",
                $"No elective demolition is proposed: without historic zones and protected items nobody can tell what must stay.",
                $"未提出拟拆候选:缺少历史保护范围或保护对象图层,无法判断必须保留的建筑。");
        }
    }

    private IEnumerable<PlanNote> NoArea(IReadOnlyList<RenewalArea> areas, double bound)
    {
        if (areas.Count > 0)
        {
            yield break;
        }

        var largest = LargestLandTogether();
        yield return largest < ground.Options.MinimumArea
            ? Note(
                "no_area",
                $"No area is proposed: the smallest area of {ground.Options.MinimumArea / 1e4} ha is out of reach, since no planning unit has more than {largest / 1e4:0.##} ha that may join. Lower the smallest area.",
                $"未提出片区:最小面积 {ground.Options.MinimumArea / 1e4} 公顷无法达到,任一规划单元内可纳入用地至多 {largest / 1e4:0.##} 公顷。请降低最小面积。")
            : bound > 0
            ? Note(
                "no_area",
                $"No area is proposed: land in need is worth at most {bound:0} m² and none of it makes an area of {ground.Options.MinimumArea / 1e4} ha. Lower the smallest area, λ or the need threshold.",
                $"未提出片区:有需求用地价值至多 {bound:0} m²,不足以形成 {ground.Options.MinimumArea / 1e4} 公顷的片区。可降低最小面积、λ 或需求阈值。")
            : Note(
                "no_area",
                $"No area is proposed: nowhere does need above the threshold pay for an outline. Lower λ or the need threshold.",
                $"未提出片区:没有任何用地的需求足以抵偿边界代价。可降低 λ 或需求阈值。");
    }

    private double LargestLandTogether() => Enumerable.Range(0, membership.Count)
        .Where(membership.MayJoin)
        .GroupBy(parcel => membership.Units[parcel], parcel => ground.NetAreas[parcel])
        .Select(unit => unit.Sum())
        .DefaultIfEmpty(0)
        .Max();

    private static PlanNote Note(string code, FormattableString text, FormattableString chinese) =>
        new(code, text.ToString(CultureInfo.InvariantCulture), chinese.ToString(CultureInfo.InvariantCulture));
}
