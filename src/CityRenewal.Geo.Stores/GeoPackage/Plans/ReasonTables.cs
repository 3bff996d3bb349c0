using System.Globalization;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>The tables that go with reasons: what binds each area, why its outline stops, and how many parcels have which reason.</summary>
internal static class ReasonTables
{
    internal static NamedTable Limits(PlanReasons reasons, IReadOnlyList<AreaReasons> areas) => new(
        "area_limits", "片区限制 Limits of areas",
        ["area_id", "limit_name", "title_chinese", "title", "value", "bound", "slack", "unit", "binds", "best_gain_m2", "relaxation", "gain_per_unit_m2", "parcel_id", "citation"],
        from area in areas
        from limit in area.Limits
        select (IReadOnlyList<string?>)
        [
            area.Id, limit.Limit, limit.Title.TextChinese, limit.Title.Text, Text(limit.Value), Text(limit.Bound), Text(limit.Slack), limit.Unit,
            limit.Binds ? "yes" : "no", Text(limit.Best?.Gain), Text(limit.Best?.Relaxation), Text(limit.Best?.GainPerUnit),
            limit.Best is { } best ? reasons.City.Parcels.Ids[best.Parcel] : null, limit.Citation.Length > 0 ? limit.Citation : null,
        ]);

    internal static NamedTable Stops(IReadOnlyList<AreaReasons> areas) => new(
        "area_stops", "边界止于何处 Why outlines stop", ["area_id", "reason", "title_chinese", "title", "length_m", "share"],
        from area in areas
        from stop in area.Stops
        select (IReadOnlyList<string?>)
            [area.Id, stop.Reason.Wire(), stop.Reason.Title().TextChinese, stop.Reason.Title().Text, Text(stop.LengthM), Text(stop.Share)]);

    internal static NamedTable Counts(string name, PlanReasons reasons) => new(
        name, "原因统计 Reasons by number", ["reason", "title_chinese", "title", "parcels"],
        from code in reasons.Codes.ToArray().CountBy(code => code).OrderBy(count => count.Key)
        select (IReadOnlyList<string?>)
            [code.Key.Wire(), code.Key.Title().TextChinese, code.Key.Title().Text, code.Value.ToString(CultureInfo.InvariantCulture)]);

    private static string? Text(double? value) => value is { } known && double.IsFinite(known) ? known.ToString("R", CultureInfo.InvariantCulture) : null;
}
