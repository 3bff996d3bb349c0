using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.Offices.Backups;

/// <summary>
/// Copies an office as it is at one moment, while a service may work on it: each database through SQLite, and as often as
/// something changed meanwhile, until records and files belong together.
/// </summary>
internal sealed class OfficeSnapshot(string office, IReadOnlyDictionary<string, string> attached, string target)
{
    private const int MostRounds = 20;
    private readonly Dictionary<(string City, string Plan), PlanState> _copied = [];

    /// <summary>Copies everything.</summary>
    /// <returns>How many cities and plans there are.</returns>
    /// <exception cref="StoreException">It is no office, or it changes faster than it can be copied.</exception>
    internal (int Cities, int Plans) Take(CancellationToken cancel)
    {
        var records = Path.Combine(office, BackupManifest.Records);
        if (!File.Exists(records))
        {
            throw new StoreException(office, "There is no office in this folder.", "Name the folder that renewal serve keeps its office in (--store).");
        }

        for (var round = 0; round < MostRounds; round++)
        {
            Copy(records, BackupManifest.Records);
            var plans = PlansIn(Path.Combine(target, BackupManifest.Records));
            Drop(plans);
            foreach (var (key, state) in plans.Where(plan => !_copied.TryGetValue(plan.Key, out var copied) || copied != plan.Value))
            {
                cancel.ThrowIfCancellationRequested();
                if (TryCopy(key.City, key.Plan, state.File))
                {
                    _copied[key] = state;
                }
            }

            if (PlansIn(records).ToHashSet().SetEquals(_copied))
            {
                var cities = CopyCities(cancel);
                RequireCities(plans.Keys.Select(plan => plan.City));
                return (cities, plans.Count);
            }
        }

        throw new StoreException(office, "Plans are changed faster than they can be copied.", "Back the office up in a quieter hour, or stop the service for it.");
    }

    // Cities come last: a layer may be newer than a plan that was made from it, as in any office, and the plan says so.
    private int CopyCities(CancellationToken cancel)
    {
        var folder = Path.Combine(office, "cities");
        var files = Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).ToDictionary(city => Path.GetFileName(city)!, city => Path.Combine(city, "city.gpkg"), StringComparer.Ordinal)
            : [];
        foreach (var (city, file) in attached)
        {
            files[city] = file;
        }

        var copied = 0;
        foreach (var (city, file) in files.Where(city => OfficeNames.IsId(city.Key) && File.Exists(city.Value)))
        {
            cancel.ThrowIfCancellationRequested();
            Copy(file, $"cities/{city}/city.gpkg");
            copied++;
        }

        return copied;
    }

    private void RequireCities(IEnumerable<string> ofPlans)
    {
        var missing = ofPlans.Distinct().Where(city => !File.Exists(Path.Combine(target, $"cities/{city}/city.gpkg"))).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            throw new StoreException(office, $"It keeps plans of cities that lie elsewhere: {string.Join(", ", missing)}.", "Name their files with --city, as for renewal serve.");
        }
    }

    // A plan that is changed or removed right now is looked for again in the next round.
    private bool TryCopy(string city, string plan, long file)
    {
        var (from, name) = (Path.Combine(office, "cities", city, "plans", plan), $"cities/{city}/plans/{plan}");
        try
        {
            DropCopy(city, plan);
            Copy($"{from}.{file}.gpkg", $"{name}.{file}.gpkg");
            File.Copy(from + ".plan", Ready(name + ".plan"), overwrite: true);
            return true;
        }
        catch (Exception gone) when (gone is StoreException or FileNotFoundException && !(File.Exists($"{from}.{file}.gpkg") && File.Exists(from + ".plan")))
        {
            return false;
        }
    }

    private void Drop(Dictionary<(string City, string Plan), PlanState> plans)
    {
        foreach (var (city, plan) in _copied.Keys.Where(key => !plans.ContainsKey(key)).ToList())
        {
            _copied.Remove((city, plan));
            DropCopy(city, plan);
        }
    }

    private void DropCopy(string city, string plan)
    {
        var folder = Path.Combine(target, $"cities/{city}/plans");
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, $"{plan}.*") : [])
        {
            File.Delete(file);
        }
    }

    private void Copy(string from, string name)
    {
        var to = Ready(name);
        File.Delete(to);
        using var file = SqliteFile.OpenToRead(from);
        file.Run("VACUUM INTO ?1", to);
    }

    private string Ready(string name)
    {
        var path = Path.Combine(target, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private static Dictionary<(string City, string Plan), PlanState> PlansIn(string records)
    {
        using var file = SqliteFile.OpenToRead(records);
        using var rows = file.Prepare("SELECT city, id, revision, file FROM plans");
        var plans = new Dictionary<(string City, string Plan), PlanState>();
        while (rows.Step())
        {
            plans[(rows.Text(0), rows.Text(1))] = new PlanState(rows.Integer(2), rows.Integer(3));
        }

        return plans;
    }

    /// <summary>What tells one state of a plan from another: its revision, and which numbered file is its own.</summary>
    private readonly record struct PlanState(long Revision, long File);
}
