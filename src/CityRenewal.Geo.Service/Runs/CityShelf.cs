using System.Collections.Concurrent;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Service.Runs;

/// <summary>The cities that the service holds: each is opened when first asked for and then kept.</summary>
public sealed class CityShelf(IReadOnlyDictionary<string, string> paths)
{
    private readonly ConcurrentDictionary<string, CityWork> _opened = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Names of the cities, sorted.</summary>
    public IEnumerable<string> Names => paths.Keys.Order(StringComparer.Ordinal);

    /// <summary>The work on a city, or null where the service holds no city of that name.</summary>
    public async Task<CityWork?> FindAsync(string name, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        if (_opened.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!paths.TryGetValue(name, out var path))
        {
            return null;
        }

        // One at a time: two callers of a city that is not open yet must not read it twice.
        await _gate.WaitAsync(cancel);
        try
        {
            return _opened.TryGetValue(name, out known)
                ? known
                : _opened[name] = new CityWork(CityFile.Open(path, new OpenOptions(), progress, cancel).City);
        }
        finally
        {
            _gate.Release();
        }
    }
}
