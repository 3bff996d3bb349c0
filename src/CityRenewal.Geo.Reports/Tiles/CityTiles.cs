using System.Collections.Concurrent;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>
/// The vector tiles (矢量瓦片) of one city. A layer is prepared for all zooms when it is first asked for, and kept. A tile
/// depends on the features that lie in it and on nothing else, so a change of a layer changes only the tiles that it
/// touches. Safe for any number of threads.
/// </summary>
public sealed class CityTiles
{
    /// <summary>No tile is larger, before compression.</summary>
    public const int MostBytes = 500_000;

    /// <summary>A tile with more parcels shows blocks or planning units in their place.</summary>
    public const int MostParcels = 5_000;

    private const string Blocks = "blocks";
    private const string Units = "units";

    private readonly CityWork _work;
    private readonly MercatorGrid _grid;
    private readonly ConcurrentDictionary<string, Lazy<Task<TileLayer>>> _layers = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<TileWriting> _writings = [];

    /// <summary>Tiles of a city.</summary>
    /// <exception cref="NotSupportedException">The city is in a local system, which has no place on the earth.</exception>
    public CityTiles(CityWork work)
    {
        if (work.City.Plane.Local.HasValue)
        {
            throw new NotSupportedException(
                $"The city '{work.City.Name}' is in a local system, which has no place on the earth, so it has no tiles. "
                + "Import it with the EPSG code of its system.");
        }

        _work = work;
        _grid = new MercatorGrid(work.City.Plane);
        Layers = [.. LayerNames.All.Where(HasFeatures)];
    }

    /// <summary>The layers that the city has, in the order of every table and output.</summary>
    public IReadOnlyList<string> Layers { get; }

    /// <summary>The city.</summary>
    public City City => _work.City;

    /// <summary>One layer of a tile, as bytes of a vector tile; none where nothing lies in it.</summary>
    /// <param name="layer">One of <see cref="Layers"/>.</param>
    /// <param name="tile">The tile.</param>
    public Task<byte[]> OfLayerAsync(string layer, TileAddress tile) => WriteAsync([layer], tile);

    /// <summary>
    /// All layers of a tile. Where they are more than a tile may hold, the large ones give way: buildings first, then parcels.
    /// </summary>
    public Task<byte[]> OfAllAsync(TileAddress tile) => WriteAsync([.. Layers.OrderBy(YieldOf)], tile);

    /// <summary>What a reader of tiles wants to know of layers, prepared as they are for tiles.</summary>
    public async Task<IReadOnlyList<LayerDescription>> DescribeAsync(IReadOnlyList<string> layers)
    {
        var descriptions = new List<LayerDescription>();
        foreach (var name in layers)
        {
            var layer = await LayerAsync(name);
            descriptions.Add(LayerDescription.Of(layer, layer.Index.Bounds.IsEmpty ? null : _grid.InDegrees(layer.Index.Bounds)));
        }

        return descriptions;
    }

    private static int YieldOf(string layer) => layer switch
    {
        LayerNames.Buildings => 2,
        LayerNames.Parcels => 1,
        _ => 0,
    };

    private async Task<byte[]> WriteAsync(IReadOnlyList<string> layers, TileAddress tile)
    {
        foreach (var layer in layers)
        {
            await LayerAsync(layer);
        }

        var stand = layers.Contains(LayerNames.Parcels) ? await StandInAsync(tile) : null;
        var writing = _writings.TryTake(out var idle) ? idle : new TileWriting(_grid);
        writing.Start();
        foreach (var name in layers)
        {
            if (name == LayerNames.Parcels && stand is { } other)
            {
                writing.Add(other.Layer, tile, (other.As, other.Of));
            }
            else
            {
                writing.Add(await LayerAsync(name), tile);
            }
        }

        var bytes = writing.Finish();
        _writings.Add(writing);
        return bytes;
    }

    // Blocks where they are few enough, else units where the city has them.
    private async Task<(TileLayer Layer, string As, int Of)?> StandInAsync(TileAddress tile)
    {
        var count = CountOf(await LayerAsync(LayerNames.Parcels), tile);
        if (count <= MostParcels)
        {
            return null;
        }

        var blocks = await LayerAsync(Blocks);
        return CountOf(blocks, tile) > MostParcels && Layers.Contains(LayerNames.PlanningUnits)
            ? (await LayerAsync(Units), ParcelGroups.Unit, count)
            : (blocks, ParcelGroups.Block, count);
    }

    private int CountOf(TileLayer layer, TileAddress tile)
    {
        var writing = _writings.TryTake(out var idle) ? idle : new TileWriting(_grid);
        var count = writing.CountOf(layer, tile);
        _writings.Add(writing);
        return count;
    }

    // Who comes second waits without holding a thread.
    private Task<TileLayer> LayerAsync(string name) => _layers.GetOrAdd(
        name, key => new Lazy<Task<TileLayer>>(() => Task.Run(() => Prepare(key)))).Value;

    private TileLayer Prepare(string name) => name switch
    {
        Blocks => ParcelGroups.Blocks(_work, _grid),
        Units => ParcelGroups.Units(_work, _grid),
        _ => TileLayer.Of(City, name, _grid, _work.Threads),
    };

    private bool HasFeatures(string layer) => City.Has(layer) && (layer switch
    {
        LayerNames.Parcels or LayerNames.Buildings or LayerNames.ProtectedItems or LayerNames.Barriers => true,
        _ => City.Layer(layer).Count > 0,
    });
}
