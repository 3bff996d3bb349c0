using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>
/// The plans of one city in a folder: each a GeoPackage, and the plan as the service tells it. A plan is there when its row is;
/// files without one are what a stopped process left behind.
/// </summary>
internal sealed class FolderPlans(string city, string folder, RecordFile records)
{
    private readonly Lock _writing = new();

    internal IReadOnlyList<OfficePlan> All() => records.Plans(city);

    internal OfficePlan? Find(string plan) => records.FindPlan(city, plan);

    internal void Add(OfficePlan plan, ReadOnlyMemory<byte> message, Action<string> write)
    {
        if (!OfficeNames.IsId(plan.Id))
        {
            throw new StoreException($"plan '{plan.Id}'", "This cannot be the id of a plan.", $"Take {OfficeNames.Said}.");
        }

        lock (_writing)
        {
            if (Find(plan.Id) is not null)
            {
                throw new OfficeConflictException(OfficeConflict.Exists, $"There is a plan {plan.Id} in {city} already; take another id.");
            }

            Directory.CreateDirectory(folder);
            DropFiles(plan.Id);
            write(FileOf(plan.Id));
            Keep(MessageOf(plan.Id), message.Span);
            records.Put(city, plan);
        }
    }

    internal byte[] Message(string plan) => Reading(plan, () => File.ReadAllBytes(MessageOf(plan)));

    internal T Read<T>(string plan, Func<string, T> read) => Reading(plan, () => read(FileOf(plan)));

    internal OfficePlan Change(string plan, int? revision, Func<OfficePlan, OfficePlan> change, Action<string>? file)
    {
        lock (_writing)
        {
            var known = Known(plan, revision);
            file?.Invoke(FileOf(plan));
            var changed = change(known) with { Revision = known.Revision + 1 };
            records.Put(city, changed);
            return changed;
        }
    }

    internal void Delete(string plan, int? revision)
    {
        lock (_writing)
        {
            Known(plan, revision);
            records.DropPlan(city, plan);
            DropFiles(plan);
        }
    }

    internal void Sweep()
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var known = All().Select(plan => plan.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (!known.Contains(Path.GetFileName(file).Split('.')[0]))
            {
                File.Delete(file);
            }
        }
    }

    private OfficePlan Known(string plan, int? revision)
    {
        var known = Find(plan) ?? throw Missing(plan);
        return revision is null || revision == known.Revision ? known : throw new OfficeConflictException(
            OfficeConflict.Changed, $"The plan {plan} was changed since it was read (revision {known.Revision}, not {revision}); read it again.");
    }

    private T Reading<T>(string plan, Func<T> read)
    {
        if (Find(plan) is null)
        {
            throw Missing(plan);
        }

        try
        {
            return read();
        }
        catch (Exception failure) when (failure is FileNotFoundException or StoreException && Find(plan) is null)
        {
            throw Missing(plan);
        }
    }

    private void DropFiles(string plan)
    {
        foreach (var file in new[] { FileOf(plan), MessageOf(plan) })
        {
            File.Delete(file);
        }
    }

    private static void Keep(string path, ReadOnlySpan<byte> bytes)
    {
        using var unfinished = new UnfinishedFile(path);
        File.WriteAllBytes(unfinished.Path, bytes);
        unfinished.Finish();
    }

    private OfficeConflictException Missing(string plan) => new(OfficeConflict.Missing, $"There is no plan {plan} in {city}.");

    private string FileOf(string plan) => Path.Combine(folder, plan + ".gpkg");

    private string MessageOf(string plan) => Path.Combine(folder, plan + ".plan");
}
