using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Tiles;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>Sample cities for tiles, and which tiles of a zoom they lie in.</summary>
internal static class TileTown
{
    public static City Of(int parcels) => CityOf(SampleCity.Of(new SampleOptions(parcels, 7)), null);

    public static City CityOf(IEnumerable<SourceLayer> layers, WorkingPlane? plane) =>
        CityAssembly.From(layers, new AssemblyOptions { BaselineYear = SampleOptions.BaselineYear, Plane = plane }).City;

    /// <summary>The tiles of a zoom that the bounds of layers meet.</summary>
    public static async Task<IReadOnlyList<TileAddress>> TilesAsync(CityTiles tiles, int zoom, params string[] layers)
    {
        var boxes = (await tiles.DescribeAsync(layers.Length == 0 ? tiles.Layers : layers))
            .Where(layer => layer.Bounds.HasValue).Select(layer => layer.Bounds!.Value).ToList();
        var first = TileAddress.At(zoom, boxes.Min(box => box.MinLon), boxes.Max(box => box.MaxLat));
        var last = TileAddress.At(zoom, boxes.Max(box => box.MaxLon), boxes.Min(box => box.MinLat));
        return
        [
            .. from column in Enumerable.Range(first.Column, last.Column - first.Column + 1)
               from row in Enumerable.Range(first.Row, last.Row - first.Row + 1)
               select new TileAddress(zoom, column, row),
        ];
    }
}
