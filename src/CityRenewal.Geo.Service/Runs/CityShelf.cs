using System.Collections.Concurrent;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Service.Runs;

/// <summary>
/// The cities of the office, opened when they are first asked for and then kept, until their layers change: then the next caller
/// gets the city as it is now. Whoever works on the older one goes on with it.
/// </summary>
public sealed class CityShelf(IOfficeStore office)
{
    private readonly ConcurrentDictionary<string, Opened> _opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string City, string DataVersion), string> _made = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);

    /// <summary>Where the cities are kept.</summary>
    public IOfficeStore Office => office;

    /// <summary>Ids of the cities, sorted.</summary>
    public IEnumerable<string> Names => office.Cities;

    /// <summary>The work on a city, or null where the office has no city of that id.</summary>
    public async Task<CityWork?> FindAsync(string name, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        if (office.Find(name) is not { } city)
        {
            _opened.TryRemove(name, out _);
            return null;
        }

        var version = city.ReadLayersVersion();
        if (_opened.TryGetValue(name, out var known) && known.Version == version)
        {
            return known.Work;
        }

        // One at a time: two callers of a city that is not open yet must not read it twice.
        var gate = _gates.GetOrAdd(name, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancel);
        try
        {
            version = city.ReadLayersVersion();
            if (!_opened.TryGetValue(name, out known) || known.Version != version)
            {
                var assembled = city.Open(progress, cancel);
                known = new Opened(version, new CityWork(assembled.City), assembled.Defects);
                _opened[name] = known;
                _made[(name, assembled.City.DataVersion)] = version;
            }

            return known.Work;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Takes a city out of memory: it was changed or removed, and the next caller has it as it is now.</summary>
    public void Forget(string city) => _opened.TryRemove(city, out _);

    /// <summary>
    /// The version of the layers that a city was opened from: a plan that took a while is one of those layers, even where they
    /// have changed since. The present version where parcels were split after opening.
    /// </summary>
    /// <param name="city">The city.</param>
    /// <param name="dataVersion">The version of the data that the plan was made from.</param>
    public string LayersVersionOf(IOfficeCity city, string dataVersion) => _made.GetValueOrDefault((city.Id, dataVersion)) ?? city.ReadLayersVersion();

    /// <summary>What could not be taken as it was delivered when a city was opened.</summary>
    public IReadOnlyList<Defect> DefectsOf(CityWork work) => _opened.Values.FirstOrDefault(opened => opened.Work == work)?.Defects ?? [];

    private sealed record Opened(string Version, CityWork Work, IReadOnlyList<Defect> Defects);
}
