using System.Collections.Concurrent;

namespace CityRenewal.Geo.Editing;

/// <summary>The areas of a session as they were read last; only what a state touches is read anew.</summary>
internal sealed class AreaBook
{
    private const int FewAreas = 4;

    private readonly SortedDictionary<string, EditedArea> _areas = new(StringComparer.Ordinal);

    /// <summary>The areas, by id.</summary>
    public IReadOnlyList<EditedArea> All { get; private set; } = [];

    /// <summary>One area; null where there is none of that id.</summary>
    public EditedArea? Find(string id) => _areas.GetValueOrDefault(id);

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
            }
            else
            {
                _areas.Remove(id);
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
