using System.Collections.Concurrent;

namespace CityRenewal.Geo.Editing;

/// <summary>The areas of a session as they were read last; only what a state touches is read anew.</summary>
internal sealed class AreaBook
{
    private const int FewAreas = 4;

    private readonly SortedDictionary<string, EditedArea> _areas = new(StringComparer.Ordinal);

    private readonly Dictionary<string, object> _readOn = [];

    /// <summary>The areas, by id.</summary>
    public IReadOnlyList<EditedArea> All { get; private set; } = [];

    /// <summary>One area; null where there is none of that id.</summary>
    public EditedArea? Find(string id) => _areas.GetValueOrDefault(id);

    /// <summary>
    /// The areas that have to be read again on another ground of the session: those that what changed between the two reaches,
    /// and a few of those read on a ground that is no longer at hand, which their findings would hold for ever. All where nobody can tell.
    /// </summary>
    public IEnumerable<string> ReachedBetween(EditGround before, EditGround after, Func<object, bool> isAtHand)
    {
        var change = after.ChangeFrom == before.Key ? after.Change : before.ChangeFrom == after.Key ? before.Change : null;
        if (change is null)
        {
            return _areas.Keys;
        }

        var reached = change.Rows.ToHashSet();
        AddDistricts(reached, change, before);
        AddDistricts(reached, change, after);
        return [.. _areas.Values.Where(area => area.Area.Parcels.Any(reached.Contains)).Select(area => area.Area.Id), .. Outdated(isAtHand)];
    }

    // Their numbers hold: they are read again for the memory alone, grounds that few areas hold first, and never so many that a planner waits.
    private IEnumerable<string> Outdated(Func<object, bool> isAtHand) =>
        _readOn.Where(read => !isAtHand(read.Value)).GroupBy(read => read.Value, read => read.Key)
            .OrderBy(ground => ground.Count()).ThenBy(ground => ground.Min(StringComparer.Ordinal), StringComparer.Ordinal)
            .SelectMany(ground => ground.Order(StringComparer.Ordinal)).Take(FewAreas);

    // A rule that keeps districts whole looks at all of their parcels.
    private static void AddDistricts(HashSet<int> reached, LandChange change, EditGround ground)
    {
        if (ground.Book is not { } book || !book.LooksAtDistricts)
        {
            return;
        }

        var districts = book.Ground.Districts;
        foreach (var part in change.Parts.Where(part => part < ground.City.Parcels.Count && districts.DistrictOf(part) >= 0))
        {
            reached.UnionWith(districts.ParcelsOf(districts.DistrictOf(part)));
        }
    }

    /// <summary>Goes to a state; on a failure everything stays as it is.</summary>
    /// <param name="state">The state.</param>
    /// <param name="touched">The areas that are not as they were read last.</param>
    /// <param name="known">Areas that were read under this state already.</param>
    /// <param name="from">What to read from.</param>
    /// <param name="cancel">Ends the work.</param>
    public void Read(
        EditState state, IReadOnlyCollection<string> touched, Dictionary<int[], EditedArea> known, (EditGround Ground, AreaReader Reader) from,
        CancellationToken cancel)
    {
        var toRead = touched.Where(id => state.Areas.TryGetValue(id, out var parcels) && !known.ContainsKey(parcels)).ToList();
        var read = ReadAll(toRead, state, from, cancel).ToDictionary(area => area.Area.Id);
        foreach (var id in touched)
        {
            if (state.Areas.TryGetValue(id, out var parcels))
            {
                _areas[id] = known.TryGetValue(parcels, out var area) ? area : read[id];
                _readOn[id] = from.Ground.Key;
            }
            else
            {
                _areas.Remove(id);
                _readOn.Remove(id);
            }
        }

        All = [.. _areas.Values];
    }

    private static IEnumerable<EditedArea> ReadAll(
        List<string> ids, EditState state, (EditGround Ground, AreaReader Reader) from, CancellationToken cancel)
    {
        if (ids.Count <= FewAreas)
        {
            return [.. ids.Select(id => from.Reader.Read(id, state.Areas[id], state))];
        }

        var read = new ConcurrentBag<EditedArea>();
        var threads = from.Ground.Plan.Options.Threads;
        var options = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = threads > 0 ? threads : -1 };
        Parallel.ForEach(ids, options, () => new AreaReader(from.Ground), (id, _, reader) =>
        {
            read.Add(reader.Read(id, state.Areas[id], state));
            return reader;
        }, _ => { });
        return read;
    }
}
