using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Register;

/// <summary>The building ledger (一幢一档) of some areas: a row for each building, by code.</summary>
public sealed class BuildingLedger
{
    /// <summary>The columns that the city fills; nobody corrects them in place.</summary>
    public static readonly IReadOnlyList<LedgerField> KnownFields =
    [
        new("building_id", "建筑编码"), new("area", "片区"), new("parcel_id", "地块"), new("use", "用途"), new("structure", "结构"), new("year_built", "建成年份"),
        new("storeys_above", "地上层数"), new("storeys_below", "地下层数"), new("floor_area_m2", "建筑面积㎡"), new("floor_area_origin", "面积来源"), new("footprint_m2", "基底面积㎡"),
        new("danger_grade", "危房等级"), new("danger_certificate", "鉴定文号"), new("repair_value", "修缮价值"), new("illegal_area_m2", "违建面积㎡"), new("illegal_decision", "违建处理文号"),
        new("households", "户数"), new("people", "人数"), new("renewed_year", "上次更新年份"), new("protected", "保护对象"), new("core_zone", "核心保护范围"),
        new("disposition", "处置"), new("demolition", "拆除性质"), new("reason", "处置理由"),
    ];

    private BuildingLedger(IReadOnlyList<LedgerBuilding> buildings, IReadOnlyDictionary<string, int> rows) => (Buildings, Rows) = (buildings, rows);

    /// <summary>The buildings by code.</summary>
    public IReadOnlyList<LedgerBuilding> Buildings { get; }

    /// <summary>Rows of the city's buildings, by code.</summary>
    public IReadOnlyDictionary<string, int> Rows { get; }

    /// <summary>The ledger of some areas; a building that two of them hold belongs to the first.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">What lies on its parcels.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="recorded">What earlier ledgers brought back, by code and field.</param>
    public static BuildingLedger Of(
        City city, ParcelFacts facts, IReadOnlyList<LedgerArea> areas, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> recorded)
    {
        var buildings = new SortedDictionary<string, LedgerBuilding>(StringComparer.Ordinal);
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var area in areas)
        {
            var proposed = (area.Dispositions ?? []).ToDictionary(one => one.Building);
            foreach (var row in BaselineFreezing.RowsOn(facts, area.Parcels).Union(proposed.Keys))
            {
                var id = city.Buildings.Ids[row];
                if (rows.TryAdd(id, row))
                {
                    buildings[id] = new LedgerBuilding(id, area.Id, KnownOf((city, facts), row, area.Id, proposed.GetValueOrDefault(row)), recorded.GetValueOrDefault(id) ?? new Dictionary<string, string>());
                }
            }
        }

        return new BuildingLedger([.. buildings.Values], rows);
    }

    private static object?[] KnownOf((City City, ParcelFacts Facts) ground, int row, string area, BuildingDisposition? proposed)
    {
        var (city, facts) = ground;
        var (all, parcel) = (city.Buildings, facts.BuildingShares.MainParcel[row]);
        return
        [
            all.Ids[row], Text(area), parcel < 0 ? null : city.Parcels.Ids[parcel], Text(all.Use[row]), Text(all.Structure[row]), Whole(all.YearBuilt[row]),
            Whole(all.StoreysAbove[row]), Whole(all.StoreysBelow[row]), Real(facts.Buildings.FloorArea[row].Value), OriginOf(facts.Buildings.FloorArea.Origins[row]), Real(facts.Buildings.Footprint[row]),
            all.DangerGrades[row] == DangerGrade.Unknown ? null : all.DangerGrades[row].ToString(), Text(all.DangerCertificates[row]),
            all.RepairValues[row] switch { RepairValue.Some => "有", RepairValue.None => "无", _ => null }, Real(all.IllegalArea[row]), Text(all.IllegalDecisions[row]),
            Whole(all.Households[row]), Whole(all.People[row]), Whole(all.RenewedYear[row]), facts.Buildings.IsProtected(row) ? "是" : city.Has(LayerNames.ProtectedItems) ? "否" : null,
            facts.Buildings.IsInCoreZone(row) switch { true => "是", false => "否", _ => null },
            proposed?.Disposition switch { Disposition.Demolish => "拆除", Disposition.Renovate => "改造", Disposition.Retain => "保留", _ => null },
            proposed?.Demolition switch { DemolitionKind.Exempt => "不计入比例", DemolitionKind.ElectiveCandidate => "拟拆候选", _ => null }, Text(proposed?.Reason),
        ];
    }

    private static string? OriginOf(FloorAreaOrigin origin) => origin switch
    {
        FloorAreaOrigin.Surveyed => "实测",
        FloorAreaOrigin.Registered => "登记",
        FloorAreaOrigin.StoreysTimesFootprint => "层数×基底",
        _ => null,
    };

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static object? Whole(int value) => value == Unknown.Integer ? null : value;

    // A hundredth of a square metre is finer than any survey, and reads back as it was written.
    private static object? Real(double value) => double.IsNaN(value) ? null : double.Parse(value.ToString("F2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
