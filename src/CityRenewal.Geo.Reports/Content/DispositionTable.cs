using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reports.Content;

/// <summary>What is proposed for one kind of buildings of an area.</summary>
/// <param name="Chinese">Its name.</param>
/// <param name="English">Its name in English.</param>
/// <param name="Buildings">How many.</param>
/// <param name="FloorArea">Their existing floor area.</param>
/// <param name="Going">Floor area of them that goes.</param>
public sealed record DispositionRow(string Chinese, string English, int Buildings, FloorAreaSum FloorArea, FloorAreaSum Going);

/// <summary>Dispositions (处置) of an area by count and floor area: retain, renovate, demolish, in the order in which they are considered.</summary>
public static class DispositionTable
{
    /// <summary>The rows: one for every kind that there is, and one for buildings that nothing is proposed for.</summary>
    public static IReadOnlyList<DispositionRow> Of(ReportArea area)
    {
        var proposed = area.Area.Dispositions.ToDictionary(disposition => disposition.Building);
        return
        [
            .. from building in area.Stock.Buildings
               group building by KindOf(proposed.GetValueOrDefault(building.Row)) into kind
               orderby kind.Key.Rank
               select new DispositionRow(
                   kind.Key.Chinese, kind.Key.English, kind.Count(), FloorAreaSum.Of([.. kind], _ => 1),
                   FloorAreaSum.Of([.. kind], building => building.Elective + building.Exempt)),
        ];
    }

    /// <summary>The buildings that go or are candidates, with what is proposed for them, by row.</summary>
    public static IReadOnlyList<(StandingBuilding Building, BuildingDisposition Proposed)> Going(ReportArea area)
    {
        var standing = area.Stock.Buildings.ToDictionary(building => building.Row);
        return
        [
            .. area.Area.Dispositions
                .Where(proposed => proposed.Demolition != DemolitionKind.None && standing.ContainsKey(proposed.Building))
                .Select(proposed => (standing[proposed.Building], proposed)),
        ];
    }

    /// <summary>What a disposition is called.</summary>
    public static (int Rank, string Chinese, string English) KindOf(BuildingDisposition? proposed) => proposed switch
    {
        null => (5, "未提出处置", "nothing proposed"),
        { Demolition: DemolitionKind.ElectiveCandidate } => (3, "拟拆候选（须人工确认）", "elective candidate, to be confirmed"),
        { Demolition: DemolitionKind.Exempt, Disposition: Disposition.Demolish } => (4, "拆除（不计入比例）", "demolish, exempt"),
        { Demolition: DemolitionKind.Exempt, Disposition: Disposition.Renovate } => (2, "改造（违建部分拆除）", "renovate, illegal part goes"),
        { Demolition: DemolitionKind.Exempt } => (1, "保留（违建部分拆除）", "retain, illegal part goes"),
        { Disposition: Disposition.Renovate } => (2, "改造", "renovate"),
        { Disposition: Disposition.Demolish } => (3, "拆除", "demolish"),
        _ => (0, "保留", "retain"),
    };
}
