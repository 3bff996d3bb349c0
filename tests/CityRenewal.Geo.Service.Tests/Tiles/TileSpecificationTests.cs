using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Tiles;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>Tiles of a sample city, read by the official definition and looked over by NetTopologySuite.</summary>
public class TileSpecificationTests
{
    private static readonly CityTiles Town = new(new CityWork(TileTown.Of(2_000)));

    [Theory]
    [MemberData(nameof(Zooms))]
    public async Task Every_tile_keeps_the_specification_and_holds_valid_shapes_only(int zoom)
    {
        foreach (var tile in await TileTown.TilesAsync(Town, zoom))
        {
            Assert.Empty(ReadTile.Faults(await Town.OfAllAsync(tile)));
        }
    }

    [Fact]
    public async Task Tiles_of_the_deepest_zooms_keep_the_specification_too()
    {
        var middle = await MiddleAsync();
        for (var zoom = 18; zoom <= TileAddress.DeepestZoom; zoom++)
        {
            var tile = TileAddress.At(zoom, middle.Longitude, middle.Latitude);
            for (var step = -8; step <= 8; step++)
            {
                Assert.Empty(ReadTile.Faults(await Town.OfAllAsync(tile with { Column = tile.Column + (37 * step), Row = tile.Row + step })));
            }
        }
    }

    [Fact]
    public async Task Every_layer_of_the_city_is_in_its_tiles_and_a_layer_alone_is_as_it_is_among_all()
    {
        var middle = await MiddleAsync();
        var tile = TileAddress.At(12, middle.Longitude, middle.Latitude);
        var all = ReadTile.Features(await Town.OfAllAsync(tile));

        Assert.Superset(new HashSet<string>(Town.Layers), new HashSet<string>(all.Select(feature => feature.Layer)));
        foreach (var layer in Town.Layers)
        {
            var alone = ReadTile.Features(await Town.OfLayerAsync(layer, tile), layer).ToList();
            var among = all.Where(feature => feature.Layer == layer).ToList();
            Assert.Equal(among.Select(feature => (feature.Id, feature.Shape.AsText())), alone.Select(feature => (feature.Id, feature.Shape.AsText())));
        }
    }

    [Fact]
    public async Task Identification_comes_with_the_detail_zoom_and_what_is_unknown_is_left_out()
    {
        var middle = await MiddleAsync();
        var near = ReadTile.Features(await Town.OfLayerAsync(LayerNames.Buildings, TileAddress.At(15, middle.Longitude, middle.Latitude))).ToList();
        var far = ReadTile.Features(await Town.OfLayerAsync(LayerNames.Buildings, TileAddress.At(13, middle.Longitude, middle.Latitude))).ToList();

        Assert.All(near, feature => Assert.Contains("building_id", feature.Attributes.Keys));
        Assert.All(far, feature => Assert.DoesNotContain("building_id", feature.Attributes.Keys));
        var rows = Enumerable.Range(0, Town.City.Buildings.Count).ToDictionary(row => Town.City.Buildings.Ids[row]);
        Assert.NotEmpty(near);
        foreach (var feature in near)
        {
            var year = Town.City.Buildings.YearBuilt[rows[(string)feature.Attributes["building_id"]]];
            Assert.Equal(year == Unknown.Integer ? null : (long)year, feature.Attributes.GetValueOrDefault("year_built"));
        }
    }

    public static TheoryData<int> Zooms() => [.. Enumerable.Range(0, 18)];

    private static async Task<(double Longitude, double Latitude)> MiddleAsync()
    {
        var box = (await Town.DescribeAsync([LayerNames.Parcels]))[0].Bounds!.Value;
        return ((box.MinLon + box.MaxLon) / 2, (box.MinLat + box.MaxLat) / 2);
    }
}
