namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>
/// The plans of one city in a folder: each a GeoPackage with a number in its name, and the plan as the service tells it. A plan is
/// there when its row is, and the row says which of the numbered files is its own; all others are what a stopped process left behind.
/// </summary>
internal sealed class FolderPlans(string city, string folder, RecordFile records)
{
    private readonly Lock _writing = new();

    internal IReadOnlyList<OfficePlan> All() => records.Plans(city);

    internal OfficePlan? Find(string plan) => records.FindPlan(city, plan);

    internal void Add(OfficePlan plan, ReadOnlyMemory<byte> message, Action<string> write, RequestRecord? answered)
    {
        if (!OfficeNames.IsId(plan.Id))
        {
            throw new StoreException($"plan '{plan.Id}'", "This cannot be the id of a plan.", $"Take {OfficeNames.Said}.");
        }

        lock (_writing)
        {
            if (!Directory.Exists(Path.GetDirectoryName(folder)))
            {
                throw new OfficeConflictException(OfficeConflict.Missing, $"There is no city {city} any more.");
            }

            if (Find(plan.Id) is not null)
            {
                throw new OfficeConflictException(OfficeConflict.Exists, $"There is a plan {plan.Id} in {city} already; take another id.");
            }

            Directory.CreateDirectory(folder);
            PlanFiles.Drop(folder, plan.Id);
            PlanFiles.Make(FileOf(plan.Id, 1), write);
            PlanFiles.Make(MessageOf(plan.Id), path => File.WriteAllBytes(path, message.Span));
            records.Put(city, plan, 1, answered);
        }
    }

    internal byte[] Message(string plan) => Reading(plan, _ => File.ReadAllBytes(MessageOf(plan)));

    internal T Read<T>(string plan, Func<string, T> read) => Reading(plan, number => read(FileOf(plan, number)));

    internal OfficePlan Change(
        string plan, int? revision, (Func<OfficePlan, OfficePlan> Of, Func<OfficePlan, RequestRecord?>? Answered) change, Action<string>? edit)
    {
        lock (_writing)
        {
            var known = Known(plan, revision);
            var number = records.FileOfPlan(city, plan);
            var own = number;
            if (edit is not null)
            {
                own++;
                PlanFiles.Make(FileOf(plan, own), path =>
                {
                    File.Copy(FileOf(plan, number), path);
                    edit(path);
                });
            }

            var changed = change.Of(known) with { Id = plan, Revision = known.Revision + 1 };
            records.Put(city, changed, own, change.Answered?.Invoke(changed));
            if (own != number)
            {
                PlanFiles.DropOne(FileOf(plan, number));
            }

            return changed;
        }
    }

    internal void Delete(string plan, int? revision)
    {
        lock (_writing)
        {
            Known(plan, revision);
            records.DropPlan(city, plan);
            PlanFiles.Drop(folder, plan);
        }
    }

    internal void Sweep() => PlanFiles.KeepOnly(folder, All().SelectMany(plan => new[] { FileOf(plan.Id, records.FileOfPlan(city, plan.Id)), MessageOf(plan.Id) }));

    private OfficePlan Known(string plan, int? revision)
    {
        var known = Find(plan) ?? throw Missing(plan);
        return revision is null || revision == known.Revision ? known : throw new OfficeConflictException(
            OfficeConflict.Changed, $"The plan {plan} was changed since it was read (revision {known.Revision}, not {revision}); read it again.");
    }

    // A file may go while it is read, because the plan was changed or removed: then the newer one is read.
    private T Reading<T>(string plan, Func<int, T> read)
    {
        for (var number = records.FileOfPlan(city, plan); number > 0;)
        {
            try
            {
                return read(number);
            }
            catch (Exception gone) when (gone is IOException or StoreException && records.FileOfPlan(city, plan) != number)
            {
                number = records.FileOfPlan(city, plan);
            }
        }

        throw Missing(plan);
    }

    private OfficeConflictException Missing(string plan) => new(OfficeConflict.Missing, $"There is no plan {plan} in {city}.");

    private string FileOf(string plan, int number) => Path.Combine(folder, $"{plan}.{number}.gpkg");

    private string MessageOf(string plan) => Path.Combine(folder, plan + ".plan");
}
