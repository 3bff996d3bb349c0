using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Tiles;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>A city of 100,000 parcels: no tile of any zoom grows too large, and what a tile leaves out it says.</summary>
public class TileSizeTests
{
    private static readonly CityWork TownWork = new(TileTown.Of(100_000));

    private static readonly CityTiles Town = new(TownWork);

    [Fact]
    public async Task No_tile_with_data_is_larger_than_500_kB_and_what_is_left_out_is_said()
    {
        var heaviest = new List<(int Zoom, int Bytes)>();
        for (var zoom = 0; zoom <= 15; zoom++)
        {
            var largest = 0;
            foreach (var tile in await TileTown.TilesAsync(Town, zoom))
            {
                foreach (var layer in new[] { LayerNames.Parcels, LayerNames.Buildings })
                {
                    largest = Math.Max(largest, Look(await Town.OfLayerAsync(layer, tile)));
                }

                largest = Math.Max(largest, Look(await Town.OfAllAsync(tile)));
            }

            heaviest.Add((zoom, largest));
        }

        Assert.All(heaviest, zoom => Assert.InRange(zoom.Bytes, 1, CityTiles.MostBytes));

        // The limit has been near: a city that never fills a tile would prove nothing.
        Assert.Contains(heaviest, zoom => zoom.Bytes > 0.9 * CityTiles.MostBytes);
    }

    [Fact]
    public async Task Below_the_zooms_that_hold_too_much_every_feature_of_a_tile_is_in_it()
    {
        var box = (await Town.DescribeAsync([LayerNames.Parcels]))[0].Bounds!.Value;
        for (var zoom = 15; zoom <= TileAddress.DeepestZoom; zoom++)
        {
            var tile = TileAddress.At(zoom, (box.MinLon + box.MaxLon) / 2, (box.MinLat + box.MaxLat) / 2);
            var bytes = await Town.OfAllAsync(tile);
            Assert.InRange(Look(bytes), 1, CityTiles.MostBytes);
            Assert.DoesNotContain(ReadTile.Features(bytes), feature => feature.Layer == "tile_notes");
        }
    }

    [Fact]
    public async Task A_tile_with_more_than_5000_parcels_shows_blocks_or_units_and_their_parcels()
    {
        var shownAs = new HashSet<string>();
        for (var zoom = 6; zoom <= 15; zoom++)
        {
            foreach (var tile in await TileTown.TilesAsync(Town, zoom, LayerNames.Parcels))
            {
                var features = ReadTile.Features(await Town.OfLayerAsync(LayerNames.Parcels, tile));
                var parcels = features.Where(feature => feature.Layer == LayerNames.Parcels).ToList();
                var words = parcels.Select(feature => (string)feature.Attributes["shown_as"]).Distinct().ToList();
                Assert.True(words.Count <= 1);
                shownAs.UnionWith(words);
                if (words is ["parcel"])
                {
                    Assert.InRange(parcels.Count, 1, CityTiles.MostParcels);
                }
                else if (words is [var word])
                {
                    var note = features.Single(feature => feature.Layer == "tile_notes").Attributes;
                    Assert.Equal(word, note["shown_as"]);
                    Assert.InRange((long)note["of"], CityTiles.MostParcels + 1, 100_000);
                    Assert.Equal((long)parcels.Count, note["shown"]);
                    Assert.InRange(parcels.Sum(feature => (long)feature.Attributes["parcels"]), CityTiles.MostParcels, 100_000);
                }
            }
        }

        Assert.Equal(["block", "parcel"], shownAs.Order().Take(2));
    }

    [Fact]
    public void Blocks_hold_every_parcel_once_and_all_land_of_parcels()
    {
        var fabric = TownWork.Fabric();
        var blocks = ParcelBlocks.Of(fabric, TownWork.City);

        var withLand = Enumerable.Range(0, fabric.ParcelCount).Count(row => fabric.ParcelFaceStart[row] < fabric.ParcelFaceStart[row + 1]);
        Assert.Equal(withLand, blocks.ParcelCounts.Sum());
        Assert.InRange(blocks.ParcelCounts.Length, 1_000, withLand / 3);
        var land = Enumerable.Range(1, fabric.FaceCount - 1).Where(face => fabric.FaceParcel[face] >= 0).Sum(face => (decimal)fabric.TwiceArea[face]);
        Assert.Equal(land, Enumerable.Range(0, blocks.Shapes.Count).Sum(block => (decimal)blocks.Shapes.TwiceAreaOf(block)));
    }

    private static int Look(byte[] bytes)
    {
        foreach (var layer in Spec.Tile.Parser.ParseFrom(bytes).Layers.Where(layer => layer.Name != "tile_notes"))
        {
            Assert.True(layer.Features.Count > 0);
        }

        return bytes.Length;
    }
}
