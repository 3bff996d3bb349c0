using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Stores.GeoPackage.Plans;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>The record of opinions in the file of a plan: read, and added to.</summary>
public static class PlanOpinions
{
    /// <summary>The record; empty where nobody wrote an opinion.</summary>
    /// <exception cref="StoreException">The file is no plan.</exception>
    public static OpinionRecord Read(string path)
    {
        using var file = SqliteFile.OpenToRead(path);
        RequirePlan(file);
        return OpinionRecord.Of(OpinionTable.Read(file), FindingHashes.Of(file));
    }

    /// <summary>The entries with their hashes, so that another file of the plan takes them over as they are.</summary>
    public static IReadOnlyList<(Opinion Opinion, string Hash)> Entries(string path)
    {
        using var file = SqliteFile.OpenToRead(path);
        return OpinionTable.Read(file);
    }

    /// <summary>Adds an opinion on a finding.</summary>
    /// <param name="path">The plan.</param>
    /// <param name="on">Area, project (empty for the area itself) and rule.</param>
    /// <param name="said">What is said, why, by whom, when.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="StoreException">The file is no plan, or has no such finding.</exception>
    public static Opinion Add(string path, (string Area, string Project, string Rule) on, OpinionWording said) =>
        Append(path, said, (_, findings) => (OpinionKind.Opinion, null, findings.TryGetValue(on, out var hash) ? (on, hash) : throw NoFinding(path, on, findings)));

    /// <summary>Adds an entry that refers to an earlier one: an answer, or a correction, which leaves the earlier one as it is.</summary>
    /// <param name="path">The plan.</param>
    /// <param name="number">Number of the earlier entry.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="said">What is said, why, by whom, when.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="StoreException">The file is no plan, or has no such entry.</exception>
    public static Opinion Refer(string path, int number, OpinionKind kind, OpinionWording said) =>
        Append(path, said, (entries, findings) =>
        {
            var earlier = entries.FirstOrDefault(entry => entry.Number == number)
                ?? throw new StoreException(path, $"It has no entry {number} among its {entries.Count} opinions.", "renewal opinion <plan> list shows them.");
            var on = (earlier.Area, earlier.Project, earlier.Rule);
            return (kind, number, (on, findings.GetValueOrDefault(on) ?? earlier.FindingHash));
        });

    private static Opinion Append(string path, OpinionWording said, About about)
    {
        using var file = SqliteFile.OpenToWrite(path, TimeSpan.FromSeconds(5));
        RequirePlan(file);
        file.Execute("BEGIN IMMEDIATE");
        try
        {
            var stored = OpinionTable.Read(file);
            var findings = FindingHashes.Of(file);
            var record = OpinionRecord.Of(stored, findings);
            if (record.BrokenAt is { } broken)
            {
                throw new StoreException(path, $"Its opinions were changed from outside, from entry {broken} on; nothing is added to such a record.", "Take the plan from a copy that nobody touched.");
            }

            var (kind, refersTo, (on, hash)) = about([.. stored.Select(entry => entry.Opinion)], findings);
            var opinion = new Opinion
            {
                Number = stored.Count + 1, Kind = kind, RefersTo = refersTo, Area = on.Area, Project = on.Project, Rule = on.Rule, FindingHash = hash,
                Text = said.Text, Reason = said.Reason, Author = said.Author, Time = said.Time,
            };
            OpinionTable.Append(file, opinion, opinion.HashAfter(record.LastHash));
            file.Execute("COMMIT");
            return opinion;
        }
        catch
        {
            file.Execute("ROLLBACK");
            throw;
        }
    }

    private static StoreException NoFinding(
        string path, (string Area, string Project, string Rule) on, IReadOnlyDictionary<(string Area, string Project, string Rule), string> findings)
    {
        var rules = findings.Keys.Where(key => key.Area == on.Area && key.Project == on.Project).Select(key => key.Rule).Order(StringComparer.Ordinal).ToList();
        var areas = findings.Keys.Select(key => key.Area).Distinct().Order(StringComparer.Ordinal).ToList();
        return new StoreException(
            path,
            $"It has no finding of the rule {on.Rule} on {on.Area}{(on.Project.Length > 0 ? $", project {on.Project}" : "")}.",
            findings.Count == 0 ? "It was made under no rules: propose it with --rules."
                : rules.Count == 0 ? $"Its areas are {string.Join(", ", areas.Take(12))}."
                : $"Its rules there are {string.Join(", ", rules)}.");
    }

    private static void RequirePlan(SqliteFile file)
    {
        if (!file.HasTable(PlanFile.RunRecord) || !file.HasTable(PlanLayers.AreaParcels))
        {
            throw new StoreException(file.Path, "The file is no plan.", "Give a file that renewal propose or renewal edit wrote.");
        }
    }

    private delegate (OpinionKind Kind, int? RefersTo, ((string Area, string Project, string Rule) On, string Hash) Finding) About(
        IReadOnlyList<Opinion> entries, IReadOnlyDictionary<(string Area, string Project, string Rule), string> findings);
}
