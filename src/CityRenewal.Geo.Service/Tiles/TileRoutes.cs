using CityRenewal.Geo.Reports.Tiles;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;

namespace CityRenewal.Geo.Service.Tiles;

/// <summary>The addresses of tiles and of what describes them (TileJSON).</summary>
public static class TileRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds the addresses below <c>/v1/cities/{city}/tiles</c>.</summary>
    /// <returns>What rules of access are put on.</returns>
    public static RouteGroupBuilder MapTiles(this WebApplication app)
    {
        var shelf = new TileShelf(app.Services.GetRequiredService<CityShelf>());
        var faults = new JsonFaults(app.Services.GetRequiredService<FaultWords>());
        var tiles = app.MapGroup("/v1/cities/{city}/tiles");
        Map("", context => DescribeAsync(context, shelf));
        Map("/{layer}", context => DescribeAsync(context, shelf));
        Map("/{z}/{x}/{y}", context => ShowAsync(context, shelf));
        Map("/{layer}/{z}/{x}/{y}", context => ShowAsync(context, shelf));
        return tiles;

        void Map(string pattern, Func<HttpContext, Task> answer) =>
            tiles.MapMethods(pattern, Reading, context => faults.GuardAsync(context, () => answer(context)));
    }

    private static async Task ShowAsync(HttpContext context, TileShelf shelf)
    {
        var tile = TileRequest.Read(context.Request.RouteValues);
        var tiles = await shelf.FindAsync(CityOf(context), context.RequestAborted);
        var layer = LayerOf(context, tiles);
        await TileAnswer.WriteAsync(context, await shelf.TileAsync(tiles, layer, tile), tiles.City.Classification);
    }

    private static async Task DescribeAsync(HttpContext context, TileShelf shelf)
    {
        var tiles = await shelf.FindAsync(CityOf(context), context.RequestAborted);
        var layer = LayerOf(context, tiles);
        var request = context.Request;
        var address = $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path.Value!.TrimEnd('/')}/{{z}}/{{x}}/{{y}}";
        var document = await TileJson.OfAsync(tiles, layer is null ? tiles.Layers : [layer], address);
        await TileAnswer.WriteAsync(context, document, tiles.City.Classification);
    }

    private static string CityOf(HttpContext context) => (string)context.Request.RouteValues["city"]!;

    private static string? LayerOf(HttpContext context, CityTiles tiles) =>
        context.Request.RouteValues["layer"] is not string layer ? null
        : tiles.Layers.Contains(layer) ? layer
        : throw new NoSuchLayerException(layer, tiles.Layers);
}
