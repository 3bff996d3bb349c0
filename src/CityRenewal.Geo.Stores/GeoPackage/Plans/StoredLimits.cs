using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>
/// The limits of a request in its plan's file, as a limits file has them: whoever opens the plan works under the same limits
/// and the same rules again. A file without the table has no limits.
/// </summary>
internal static class StoredLimits
{
    private const string Name = "limits";
    private const string Limits = "limits";
    private const string Rules = "rules";

    /// <summary>The table of a plan; none where its request limits nothing and has no rules of its own.</summary>
    public static IEnumerable<NamedTable> TableOf(PlanContent content)
    {
        var options = content.Plan.Options;
        var rules = content.Rules?.RequestText ?? "";
        var hasLimits = options.Limits != PlanLimits.None;
        List<IReadOnlyList<string?>> rows = [];
        if (hasLimits)
        {
            rows.Add([Limits, LimitsText.Of(options)]);
        }

        if (rules.Length > 0)
        {
            rows.Add([Rules, rules]);
        }

        return rows.Count > 0 ? [new NamedTable(Name, "限制 Limits of the request", ["name", "value"], rows)] : [];
    }

    /// <summary>The limits of a plan, and the limits file with the rules of its request; empty where it has none.</summary>
    /// <exception cref="StoreException">What stands there are no limits.</exception>
    public static (PlanLimits Limits, string Rules) In(SqliteFile file)
    {
        if (!file.HasTable(Name))
        {
            return (PlanLimits.None, "");
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var rows = file.Prepare($"SELECT name, value FROM \"{Name}\""))
        {
            while (rows.Step())
            {
                texts[rows.Text(0)] = rows.Text(1);
            }
        }

        var limits = texts.TryGetValue(Limits, out var text) ? LimitsFile.Parse($"{file.Path}, table {Name}", text).OrThrow().Limits : PlanLimits.None;
        return (limits, texts.GetValueOrDefault(Rules, ""));
    }
}
