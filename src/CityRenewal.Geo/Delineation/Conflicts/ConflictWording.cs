using System.Globalization;
using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Delineation;

/// <summary>What a planner is told of a conflict, in both languages.</summary>
internal static class ConflictWording
{
    /// <summary>The conflict.</summary>
    /// <param name="wanted">What cannot be had: no_area, locked_in, fewest_areas.</param>
    /// <param name="isProven">Whether it is proven.</param>
    /// <param name="limits">The limits, each with its change.</param>
    public static PlanConflict Of(string wanted, bool isProven, IReadOnlyList<ConflictingLimit> limits)
    {
        var (what, chinese) = wanted switch
        {
            "locked_in" => ("not everything that is locked in can be in an area", "锁定纳入的地块无法全部纳入片区"),
            "fewest_areas" => ("there are not as many areas as asked for", "片区数量达不到要求"),
            _ => ("no area is left although land is in need", "虽有更新需求,但得不到片区"),
        };
        var names = string.Join(", ", limits.Select(limit => $"{limit.Limit} = {limit.Value}"));
        return new PlanConflict(wanted, isProven, limits)
        {
            Text = $"Under these limits together {what} ({(isProven ? "proven" : "none was found, which is no proof")}): {names}. "
                + string.Join(" ", limits.Select(limit => limit.Text)),
            TextChinese = $"以下限制合在一起时,{chinese}({(isProven ? "已证明" : "未找到,并非证明")}):{names}。"
                + string.Concat(limits.Select(limit => limit.TextChinese)),
        };
    }

    /// <summary>One limit of a conflict.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="freeing">The value that frees a plan; empty where it has to go whole.</param>
    /// <param name="frees">Whether changing it alone is enough.</param>
    public static ConflictingLimit OfLimit(NamedLimit limit, string freeing, bool frees)
    {
        var unit = limit.Unit.Length > 0 ? $" {limit.Unit}" : "";
        var (text, chinese) = (frees, freeing.Length > 0) switch
        {
            (true, true) => (
                $"{limit.Limit(unit)} → {freeing}{unit} is enough by itself.", $"仅将 {limit.Limit(unit)} 改为 {freeing}{unit} 即可。"),
            (true, false) => ($"Without {limit.Limit(unit)} there is a plan.", $"去掉 {limit.Limit(unit)} 即可。"),
            _ => (
                $"Taking out {limit.Limit(unit)} alone is not enough: other limits stand against it too.",
                $"仅去掉 {limit.Limit(unit)} 还不够,另有限制相抵触。"),
        };
        return new ConflictingLimit(limit.Name, limit.Value, freeing, text.ToString(CultureInfo.InvariantCulture), chinese);
    }

    private static string Limit(this NamedLimit limit, string unit) => $"{limit.Name} = {limit.Value}{unit}";
}
