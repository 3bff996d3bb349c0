using System.Collections.Concurrent;

namespace CityRenewal.Geo.Editing;

/// <summary>The areas of a session as they were read last; only what a state touches is read anew.</summary>
internal sealed class AreaBook
{
    private const int FewAreas = 4;

    private SortedDictionary<string, (int[] Parcels, EditedArea Area)> _areas = new(StringComparer.Ordinal);

    /// <summary>The areas, by id.</summary>
    public IReadOnlyList<EditedArea> All { get; private set; } = [];

    /// <summary>One area; null where there is none of that id.</summary>
    public EditedArea? Find(string id) => _areas.TryGetValue(id, out var found) ? found.Area : null;

    /// <summary>All areas by id, as they are now.</summary>
    public Dictionary<string, EditedArea> Snapshot() => _areas.ToDictionary(pair => pair.Key, pair => pair.Value.Area);

    /// <summary>Goes to a state; on a failure everything stays as it is.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isOther">Whether the ground is another one, so that everything is read.</param>
    /// <param name="known">Areas that were read under this state already.</param>
    /// <param name="from">What to read from.</param>
    /// <param name="cancel">Ends the work.</param>
    public void Read(
        EditState state, bool isOther, Dictionary<int[], EditedArea> known, (EditGround Ground, AreaReader Reader) from, CancellationToken cancel)
    {
        var next = new SortedDictionary<string, (int[] Parcels, EditedArea Area)>(StringComparer.Ordinal);
        var toRead = new List<string>();
        foreach (var (id, parcels) in state.Areas)
        {
            if (!isOther && known.TryGetValue(parcels, out var read))
            {
                next[id] = (parcels, read);
            }
            else if (!isOther && _areas.TryGetValue(id, out var kept) && kept.Parcels == parcels)
            {
                next[id] = kept;
            }
            else
            {
                toRead.Add(id);
            }
        }

        foreach (var area in ReadAll(toRead, state, from, cancel))
        {
            next[area.Area.Id] = (state.Areas[area.Area.Id], area);
        }

        _areas = next;
        All = [.. next.Values.Select(each => each.Area)];
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
