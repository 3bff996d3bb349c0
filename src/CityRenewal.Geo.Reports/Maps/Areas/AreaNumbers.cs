using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>The key numbers of an area as its map shows them, and why it is proposed.</summary>
internal sealed class AreaNumbers(MeasuredPlan measured, int index)
{
    /// <summary>Whether a number among those already asked for leaves out something unknown.</summary>
    public bool HasOpenValues { get; private set; }

    /// <summary>Label in both languages, and the number with its unit.</summary>
    public IEnumerable<(string Label, string Value)> Rows()
    {
        var area = measured.Plan.Areas[index];
        int Count(Disposition disposition) => area.Dispositions.Count(proposed => proposed.Disposition == disposition);
        yield return ("净面积 net area", Number(area.NetArea / 1e4, "0.00") + " ha");
        yield return ("总面积(含内部街道) gross area", Number(area.GrossArea / 1e4, "0.00") + " ha");
        yield return ("地块 / 建筑 parcels / buildings", $"{area.Parcels.Count} / {area.Dispositions.Count}");
        yield return ("现状建筑面积 floor area", Measure("existing_floor_area_m2", "#,##0", " m²"));
        yield return ("住户 households", Measure("households", "#,##0", ""));
        yield return ("人口 people", Measure("people", "#,##0", ""));
        yield return ("更新需求参考分 need, 0 to 1", Need(area));
        yield return (
            "保留 / 改造 / 拆除 retain / renovate / demolish",
            $"{Count(Disposition.Retain)} / {Count(Disposition.Renovate)} / {Count(Disposition.Demolish)}");
        yield return ("拆除比例 demolition ratio", Share("demolition_ratio"));
        yield return ("其中拟拆候选 elective candidates", Measure("elective_demolition_floor_area_m2", "#,##0", " m²"));
        yield return ("不计入比例 exempt demolition", Measure("exempt_demolition_floor_area_m2", "#,##0", " m²"));
        yield return ("毛容积率 gross FAR", Measure("gross_far", "0.00", ""));
        yield return ("形状紧凑度 Polsby-Popper", Measure("polsby_popper", "0.00", ""));
    }

    /// <summary>Its categories, and the problems of the health check that it answers; nothing without a rule pack.</summary>
    public IEnumerable<string> Profile()
    {
        if (measured.Profiles.Count == 0)
        {
            yield break;
        }

        var profile = measured.Profiles[index];
        var categories = profile.Categories.Labels.Select(label =>
            $"{label.Definition.TitleChinese} {label.Definition.Title} {Number(label.Share * 100, "0")} %");
        yield return $"类别 categories: {(profile.Categories.IsUnclassified ? "未分类 unclassified" : string.Join("；", categories))}";
        if (profile.Problems is { Count: > 0 } problems)
        {
            var most = problems.GroupBy(problem => problem.Problem).OrderByDescending(same => same.Sum(problem => problem.AreaM2));
            yield return $"城市体检问题 problems answered: {string.Join("、", most.Select(same => same.Key))}";
        }
    }

    private static string Need(RenewalArea area) => area.Need is { } need
        ? $"{Number(need, "0.00")} (已知 known {Number(area.NeedKnownShare * 100, "0")} %)"
        : "未知 unknown";

    private string Share(string wire)
    {
        var value = measured.Measures[index][wire];
        return value.Value is { } share ? Known(value, Number(share * 100, "0.0") + " %") : Why(value);
    }

    private string Measure(string wire, string format, string unit)
    {
        var value = measured.Measures[index][wire];
        return value.Value is { } number ? Known(value, Number(number, format) + unit) : Why(value);
    }

    private string Known(Measured value, string text)
    {
        HasOpenValues |= value.High is null;
        return value.High is null ? text + " +" : text;
    }

    private static string Why(Measured value) => value.State == MeasuredState.NotApplicable ? "不适用 n/a" : "未知 unknown";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
