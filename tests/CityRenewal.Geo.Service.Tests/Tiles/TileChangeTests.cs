using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Tiles;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>A change of a layer changes the tiles that it touches, and no other.</summary>
public class TileChangeTests
{
    private const int Zoom = 16;

    private static readonly IReadOnlyList<SourceLayer> Delivered = [.. SampleCity.Of(new SampleOptions(1_000, 7))];

    private static readonly City Before = TileTown.CityOf(Delivered, null);

    [Fact]
    public async Task A_building_that_goes_changes_the_tiles_that_showed_it_and_no_other()
    {
        const int Gone = 500;
        var gone = Delivered.Single(layer => layer.Name == LayerNames.Buildings);
        var id = gone.Columns.Single(column => column.Name == "building_id").TextOf(Gone);
        var after = TileTown.CityOf(
            Delivered.Select(layer => layer.Name == LayerNames.Buildings ? TileLayers.Without(layer, Gone) : layer), Before.Plane);
        Assert.Equal(Before.Buildings.Count - 1, after.Buildings.Count);
        Assert.NotEqual(Before.DataVersion, after.DataVersion);

        var (old, made) = (new CityTiles(new CityWork(Before)), new CityTiles(new CityWork(after)));
        var changed = 0;
        var tiles = await TileTown.TilesAsync(old, Zoom);
        foreach (var tile in tiles)
        {
            var showed = ReadTile.Features(await old.OfAllAsync(tile), LayerNames.Buildings)
                .Any(feature => (string)feature.Attributes["building_id"] == id);
            var isSame = Enumerable.SequenceEqual(await old.OfAllAsync(tile), await made.OfAllAsync(tile));
            Assert.Equal(showed, !isSame);
            changed += isSame ? 0 : 1;
        }

        Assert.InRange(changed, 1, 4);
        Assert.True(tiles.Count > 20);
    }

    [Fact]
    public async Task The_order_of_the_delivery_and_the_number_of_threads_change_no_tile()
    {
        var (one, other) = (new CityTiles(new CityWork(Before) { Threads = 1 }), new CityTiles(new CityWork(TileTown.CityOf(Delivered.Reverse(), null))));
        foreach (var zoom in new[] { 10, 13, 15 })
        {
            foreach (var tile in await TileTown.TilesAsync(one, zoom))
            {
                Assert.Equal(await one.OfAllAsync(tile), await other.OfAllAsync(tile));
            }
        }
    }
}
