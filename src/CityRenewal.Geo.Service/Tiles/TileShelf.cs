using System.Runtime.CompilerServices;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Reports.Tiles;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using Microsoft.Extensions.Caching.Memory;

namespace CityRenewal.Geo.Service.Tiles;

/// <summary>
/// The tiles of the cities that the service holds. What a layer needs for tiles lives as long as its city is held; tiles
/// that were made are kept while there is room, those used last the longest.
/// </summary>
internal sealed class TileShelf(CityShelf cities)
{
    private const long Room = 128 << 20;

    private readonly ConditionalWeakTable<CityWork, CityTiles> _tiles = [];
    private readonly MemoryCache _made = new(new MemoryCacheOptions { SizeLimit = Room });

    /// <summary>The tiles of a city.</summary>
    /// <exception cref="NoSuchCityException">The service does not hold it.</exception>
    /// <exception cref="StateException">It has no place on the earth.</exception>
    public async Task<CityTiles> FindAsync(string city, CancellationToken cancel)
    {
        var work = await cities.FindAsync(city, null, cancel) ?? throw new NoSuchCityException(city);
        try
        {
            return _tiles.GetValue(work, key => new CityTiles(key));
        }
        catch (NotSupportedException local)
        {
            throw new StateException("NO_PLACE_ON_EARTH", local.Message);
        }
    }

    /// <summary>One tile.</summary>
    /// <param name="tiles">Tiles of the city.</param>
    /// <param name="layer">The layer; null for all.</param>
    /// <param name="tile">The tile.</param>
    public async Task<StoredTile> TileAsync(CityTiles tiles, string? layer, TileAddress tile)
    {
        var key = (tiles.City.DataVersion, layer, tile);
        if (_made.TryGetValue(key, out StoredTile? known))
        {
            return known!;
        }

        var made = StoredTile.Of(layer is null ? await tiles.OfAllAsync(tile) : await tiles.OfLayerAsync(layer, tile));
        return _made.Set(key, made, new MemoryCacheEntryOptions { Size = made.Size });
    }
}
