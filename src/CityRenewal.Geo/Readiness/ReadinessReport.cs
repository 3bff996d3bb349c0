using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Readiness;

/// <summary>The readiness report (数据就绪报告): which conclusions the data can carry and which not, with the numbers.</summary>
public sealed class ReadinessReport
{
    private readonly City _city;
    private readonly ParcelFacts _facts;
    private readonly AreaLedger _ledger;
    private readonly KnownShares _known;
    private readonly IReadOnlyList<Defect> _defects;
    private readonly LayerTolerances _tolerances;

    private ReadinessReport(
        (City City, ParcelFacts Facts, AreaLedger Ledger) ground, IReadOnlyList<Defect> defects, LayerTolerances tolerances)
    {
        (_city, _facts, _ledger) = ground;
        (_defects, _tolerances) = (defects, tolerances);
        _known = KnownShares.Of(_city, _facts);
    }

    /// <summary>The conclusions in the order of a planner's questions.</summary>
    /// <param name="city">The city.</param>
    /// <param name="work">Its facts and its fabric.</param>
    /// <param name="defects">All defects that are known.</param>
    /// <param name="tolerances">How far its layers differ.</param>
    public static IReadOnlyList<Conclusion> Of(
        City city, (ParcelFacts Facts, LandFabric Fabric) work, IReadOnlyList<Defect> defects, LayerTolerances tolerances)
    {
        var report = new ReadinessReport((city, work.Facts, work.Fabric.Ledger), defects, tolerances);
        return
        [
            new("area_ledger", "area ledger", "面积台账", report.Ledger(work.Fabric)),
            new("udb_compliance", "inside the urban development boundary", "城镇开发边界符合性", report.Udb()),
            new("demolition_ratio", "demolition ratio", "拆除比例", report.Demolition()),
            new("need", "need from age and danger", "房龄与危险性需求", report.Need()),
            new("heritage_protection", "heritage protection", "历史保护", report.Heritage()),
            new("new_floor_area", "new floor area against the detailed plan", "新增建筑量与详细规划", report.NewFloorArea()),
            new("rehousing", "rehousing", "安置", report.Rehousing()),
            new("compactness", "compactness", "形状紧凑度", report.Compactness()),
            new("contiguity", "contiguity", "连片性", report.Contiguity()),
        ];
    }

    private List<Reason> Ledger(LandFabric fabric)
    {
        var unusable = (double)fabric.UnusableShapes.Count / Math.Max(1, _city.Parcels.Count);
        var overlaps = _ledger.StudyAreaM2 > 0 ? _ledger.OverlapsM2 / _ledger.StudyAreaM2 : double.NaN;
        List<Reason> reasons =
        [
            Share(unusable, (0.001, 0.05), ("of parcels have no usable outline", "的地块没有可用图形"), ("repair or deliver their outlines", "修复或补交图形")),
            Share(overlaps, (0.001, 0.05), ("of the study area is claimed by several parcels", "的研究范围被多个地块重复占用"), ("correct the borders listed as overlap", "更正列为重叠的界线")),
        ];
        if (_ledger.Source == StudyAreaSource.Assumed)
        {
            reasons.Add(new Reason(
                "the study area is assumed from the parcels", "研究范围按地块推定", double.NaN, Carried.WithReservations,
                "deliver a study area or planning units", "补交研究范围或规划单元"));
        }

        return reasons;
    }

    private List<Reason> Udb()
    {
        if (_facts.Udb is null)
        {
            return [Missing(LayerNames.Udb, "城镇开发边界")];
        }

        return
        [
            _tolerances.Of(LayerNames.Udb) is { } metres
                ? new Reason(
                    FormattableString.Invariant($"UDB and parcels differ by up to {metres:0.00} m where they follow each other"),
                    FormattableString.Invariant($"边界与地块在重合处相差至多 {metres:0.00} m"), metres, metres <= 1.5 ? Carried.Yes : Carried.WithReservations,
                    metres <= 1.5 ? "" : "ask for the boundary at the parcels' accuracy", metres <= 1.5 ? "" : "索取与地块同精度的边界")
                : new Reason(
                    "the UDB follows no parcel border, so its tolerance is assumed to be 1 m", "边界不沿地块界线,容差按 1 m 假定", double.NaN,
                    Carried.WithReservations, "confirm the tolerance", "确认容差"),
        ];
    }

    private List<Reason> Demolition() => !_city.Has(LayerNames.Buildings)
        ? [Missing(LayerNames.Buildings, "建筑")]
        :
        [
            Known(_known.FloorArea, (0.98, 0.8), ("floor area is known", "已知建筑面积"), ("fill in storeys or floor areas", "补填层数或建筑面积")),
            Known(_known.FloorAreaGiven, (0.5, -1), ("floor area is surveyed or registered (the rest is storeys × footprint, ± 15 %)", "为实测或登记建筑面积(其余按层数×基底,±15 %)"), ("deliver registered floor areas", "补交登记建筑面积")),
            .. Certificates(),
        ];

    private IEnumerable<Reason> Certificates()
    {
        if (!double.IsNaN(_known.Certificates))
        {
            yield return new Reason(
                Percent(_known.Certificates, "of footprint area of grade D names its certificate"),
                PercentChinese(_known.Certificates, "的 D 级危房基底面积有鉴定报告编号"), _known.Certificates,
                _known.Certificates >= 0.95 ? Carried.Yes : Carried.WithReservations, "add the numbers: without them nothing is exempt", "补填编号,否则不作为不计入比例的拆除");
        }
    }

    private List<Reason> Need() => !_city.Has(LayerNames.Buildings)
        ? [Missing(LayerNames.Buildings, "建筑")]
        :
        [
            Known(_known.Year, (0.95, 0.5), ("the year of completion is known", "已知建成年份"), ("fill in years", "补填建成年份")),
            Known(_known.Grade, (0.8, 0.02), ("the danger grade is known", "已知危险性等级"), ("deliver danger certificates; ungraded is not safe", "补交鉴定结果;未鉴定不等于安全")),
        ];

    private List<Reason> Heritage()
    {
        List<Reason> reasons = [];
        if (!_city.Has(LayerNames.HistoricZones))
        {
            reasons.Add(Missing(LayerNames.HistoricZones, "历史保护范围"));
        }

        if (!_city.Has(LayerNames.ProtectedItems))
        {
            reasons.Add(Missing(LayerNames.ProtectedItems, "保护对象"));
        }

        var wrong = Count(defect => defect.Layer is LayerNames.HistoricZones or LayerNames.ProtectedItems && defect.Severity >= Severity.Warning);
        reasons.Add(wrong == 0
            ? new Reason("no defects in historic zones and protected items", "历史保护范围与保护对象无数据问题", 0, Carried.Yes)
            : new Reason($"{wrong} defects in historic zones and protected items", $"历史保护范围与保护对象有 {wrong} 处数据问题", wrong, Carried.WithReservations, "correct them first", "请先更正"));
        return reasons;
    }

    private List<Reason> NewFloorArea()
    {
        if (!_city.Has(LayerNames.DetailedPlots))
        {
            return [Missing(LayerNames.DetailedPlots, "详细规划地块")];
        }

        var limits = _city.Layer(LayerNames.DetailedPlots).Number("far_limit").ToArray();
        var known = limits.Length == 0 ? 0 : (double)limits.Count(limit => !double.IsNaN(limit)) / limits.Length;
        return [Share(1 - known, (0.02, 0.5), ("of detailed plots have no floor-area ratio", "的详细规划地块没有容积率"), ("deliver the ratios", "补交容积率"))];
    }

    private List<Reason> Rehousing() => !_city.Has(LayerNames.Buildings)
        ? [Missing(LayerNames.Buildings, "建筑")]
        : [Known(_known.Households, (0.9, 0.5), ("households are known", "已知户数"), ("deliver households per building", "补交各栋户数")),
           new Reason("local rehousing is declared by people, no layer tells it", "就地安置由申报值给出,图层无法得出", double.NaN, Carried.WithReservations, "declare the households rehoused", "申报安置户数")];

    private List<Reason> Compactness()
    {
        var noise = Count(defect => defect.Code is "digitising_noise");
        return
        [
            noise == 0
                ? new Reason("corners of neighbours agree", "相邻界址点一致", 0, Carried.Yes)
                : new Reason("corners of neighbours differ by centimetres; outlines are those of the snapped fabric", "相邻界址点有厘米级差异;范围线取捕捉后的土地肌理", noise, Carried.Yes),
        ];
    }

    private List<Reason> Contiguity()
    {
        var gaps = (double)Count(defect => defect.Code is "gap") / Math.Max(1, _city.Parcels.Count);
        List<Reason> reasons =
            [Share(gaps, (0.005, 0.2), ("of parcels have gaps to their neighbours", "的地块与相邻地块间有缝"), ("close the gaps", "闭合缝隙"))];
        if (!_city.Has(LayerNames.Barriers))
        {
            reasons.Add(new Reason(
                "no barriers were delivered: rivers and railways are not seen", "未交付阻隔图层,无法识别河流铁路", double.NaN,
                Carried.WithReservations, "deliver barriers", "补交阻隔图层"));
        }

        return reasons;
    }

    private int Count(Func<Defect, bool> which) => _defects.Count(which);

    private static Reason Missing(string layer, string chinese) => new(
        $"no layer {layer}", $"没有{chinese}图层", double.NaN, Carried.No, $"deliver the layer {layer}", $"补交{chinese}图层");

    // Known: the more the better. Full from the first limit on, none below the second.
    private static Reason Known(double share, (double Full, double None) limits, (string English, string Chinese) what, (string English, string Chinese) change)
    {
        var carried = share >= limits.Full ? Carried.Yes : share > limits.None ? Carried.WithReservations : Carried.No;
        return new Reason(
            Percent(share, $"of footprint area: {what.English}"), PercentChinese(share, $"的基底面积{what.Chinese}"), share, carried,
            carried == Carried.Yes ? "" : change.English, carried == Carried.Yes ? "" : change.Chinese);
    }

    // Share of what is wrong: the less the better.
    private static Reason Share(double share, (double Full, double None) limits, (string English, string Chinese) what, (string English, string Chinese) change)
    {
        var carried = share <= limits.Full ? Carried.Yes : share <= limits.None ? Carried.WithReservations : Carried.No;
        return new Reason(
            Percent(share, what.English), PercentChinese(share, what.Chinese), share, carried,
            carried == Carried.Yes ? "" : change.English, carried == Carried.Yes ? "" : change.Chinese);
    }

    private static string Percent(double share, string what) => FormattableString.Invariant($"{100 * share:0.##} % {what}");

    private static string PercentChinese(double share, string what) => FormattableString.Invariant($"{100 * share:0.##} %{what}");
}
