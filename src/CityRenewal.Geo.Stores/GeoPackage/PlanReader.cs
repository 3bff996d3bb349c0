using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Stores.GeoPackage.Plans;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>Reads back what a plan file says of a plan: its areas, what it was asked for, and the rules it was made under.</summary>
public static class PlanReader
{
    /// <summary>Reads a plan for the city that it was made from.</summary>
    /// <exception cref="StoreException">The file is no plan, or names parcels that the city does not have.</exception>
    public static WrittenPlan Read(string path, City city)
    {
        using var file = SqliteFile.OpenToRead(path);
        if (!file.HasTable(PlanFile.RunRecord) || !file.HasTable(PlanLayers.AreaParcels))
        {
            throw new StoreException(path, "This is no plan.", "Give a file that `renewal propose` wrote.");
        }

        var record = Pairs(file, $"SELECT name, value FROM {PlanFile.RunRecord}");
        var isUnderRules = record.TryGetValue("rule_pack", out var pack);
        var parameters = Pairs(file, "SELECT name, value FROM parameters" + (isUnderRules ? " WHERE \"of\" = 'option'" : ""));
        var limits = StoredLimits.In(file);
        return new WrittenPlan
        {
            Areas = AreasOf(file, city),
            Options = StoredOptions.From(parameters, record) with { Limits = limits.Limits },
            RequestRules = limits.Rules,
            DataVersion = record.GetValueOrDefault("data_version", ""),
            RulePack = pack,
            RulePackHash = record.GetValueOrDefault("rule_pack_hash", ""),
            PackParameters = isUnderRules ? Pairs(file, "SELECT name, value FROM parameters WHERE \"of\" <> 'option'") : [],
        };
    }

    private static Dictionary<string, string> Pairs(SqliteFile file, string sql)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        using var rows = file.Prepare(sql);
        while (rows.Step())
        {
            if (!rows.IsNull(1))
            {
                pairs[rows.Text(0)] = rows.Text(1);
            }
        }

        return pairs;
    }

    private static IReadOnlyList<AreaMembers> AreasOf(SqliteFile file, City city)
    {
        var members = new List<(string Area, string Parcel)>();
        using (var rows = file.Prepare($"SELECT area_id, parcel_id FROM {PlanLayers.AreaParcels}"))
        {
            while (rows.Step())
            {
                members.Add((rows.Text(0), rows.Text(1)));
            }
        }

        var wanted = members.Select(member => member.Parcel).ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var parcel = 0; parcel < city.Parcels.Count && found.Count < wanted.Count; parcel++)
        {
            if (city.Parcels.Ids[parcel] is { } id && wanted.Contains(id))
            {
                found[id] = parcel;
            }
        }

        var foreign = wanted.Where(id => !found.ContainsKey(id)).Order(StringComparer.Ordinal).ToList();
        return foreign.Count == 0
            ? [.. members.GroupBy(member => member.Area, StringComparer.Ordinal).OrderBy(area => area.Key, StringComparer.Ordinal)
                .Select(area => new AreaMembers(area.Key, [.. area.Select(member => found[member.Parcel]).Order()]))]
            : throw new StoreException(
                file.Path,
                $"The city has no parcel {string.Join(", ", foreign.Take(5))}{(foreign.Count > 5 ? $" and {foreign.Count - 5} more" : "")}.",
                "Give the city that the plan was made from.");
    }
}
