using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Reports.Json;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Everything about one parcel, in lines that people read.</summary>
internal static class ParcelReasonText
{
    public static void Print(ParcelDetail detail, PlanReasons reasons, PlanFrequency? frequency)
    {
        var ids = reasons.City.Parcels.Ids;
        var place = detail.Area.Length > 0 ? $"在 {detail.Area} 内 in {detail.Area}" : "不在任何片区 in no area";
        Line($"{ids[detail.Parcel]} · {place}");
        Line($"  {detail.Text.TextChinese}");
        Line($"  {detail.Text.Text}");
        Line($"  需求分 need {Number(detail.Need)} ({string.Join(", ", detail.NeedParts.Select(Part))}) · 净面积 land {detail.NetArea:0} m² · 效益 benefit {detail.Benefit:0} m²");
        if (frequency is not null)
        {
            Line($"  {frequency.Plans} 个方案中 {frequency.Counts[detail.Parcel]} 个纳入 in {frequency.Counts[detail.Parcel]} of {frequency.Plans} plans");
        }

        foreach (var flip in detail.Flips)
        {
            Print(flip, detail, reasons);
        }

        if (detail.Around is { } around)
        {
            var worth = around.Value is { } value
                ? string.Create(CultureInfo.InvariantCulture, $"周边找到的最佳片区 best area found around {value:0} m², {around.NetArea / 10_000:0.00} ha")
                : "周边无法形成满足限制的片区 none within the limits was found around";
            Line($"  周边可用地 free land around {around.FreeLand / 10_000:0.00} ha · {worth}");
        }
    }

    private static void Print(FlipDetail flip, ParcelDetail detail, PlanReasons reasons)
    {
        var ids = reasons.City.Parcels.Ids;
        var what = detail.Area.Length > 0 ? $"移出 {flip.Area} leaving {flip.Area}"
            : flip.Area.Length > 0 ? $"纳入 {flip.Area} joining {flip.Area}" : "自成片区 as an area by itself";
        Line($"  {what}: 目标值 objective {flip.ObjectiveChange:+0.0;-0.0;0} m² = 效益 benefit {flip.Benefit:+0.0;-0.0;0} 边界 outline {flip.OutlinePrice:+0.0;-0.0;0} ({flip.OutlineChangeM:+0.0;-0.0;0} m) 新设 opening {flip.OpeningPrice:+0.0;-0.0;0} 罚 penalties {flip.Penalties:+0.0;-0.0;0}");
        if (flip.Parcels.Count > 1)
        {
            Line($"    一并 together ({flip.Parcels.Count}): {Some(flip.Parcels, ids)}");
        }

        foreach (var limit in flip.Limits)
        {
            var mark = limit.IsBroken ? "✗" : limit.IsSoft ? "~" : "✓";
            Line($"    {mark} {limit.Title.TextChinese} {limit.Title.Text} [{limit.Limit}]: {limit.Before:0.###} → {limit.After:0.###}, 限值 limit {limit.Bound:0.###} {limit.Unit} {limit.Citation}");
        }

        foreach (var part in flip.CutOff)
        {
            Line($"    断开 cut off ({part.Count}): {Some(part, ids)}");
        }

        foreach (var verdict in flip.Verdicts)
        {
            Line($"    {verdict.Rule.TitleChinese} {verdict.Rule.Id}: {VerdictText.Wire(verdict.Before)} → {VerdictText.Wire(verdict.After)} ({Number(verdict.Before?.Measured.Value)} → {Number(verdict.After?.Measured.Value)}, 限值 limit {Number(verdict.After?.Limit ?? verdict.Before?.Limit)})");
        }
    }

    private static string Some(IReadOnlyList<int> parcels, TextColumn ids) =>
        string.Join(", ", parcels.Select(parcel => ids[parcel]).Order(StringComparer.Ordinal).Take(12)) + (parcels.Count > 12 ? ", …" : "");

    private static string Part(NeedShare part) =>
        $"{NeedPartWords.ChineseOf(part.Part)} {NeedPartWords.NameOf(part.Part)} {Number(part.Value)} × {Number(part.Weight)}";

    private static string Number(double? value) => value is { } known ? known.ToString("0.###", CultureInfo.InvariantCulture) : "未知 unknown";

    private static void Line(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture).TrimEnd());
}
