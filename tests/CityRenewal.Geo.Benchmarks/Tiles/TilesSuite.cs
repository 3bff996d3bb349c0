using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Tiles;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Service;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Benchmarks.Tiles;

/// <summary>
/// Vector tiles of parcels: preparing the layer, tiles one after the other in process, and tiles for 50 users who ask over
/// HTTP from a process of their own, beside PostGIS with ST_AsMVT over the same tiles.
/// </summary>
public sealed class TilesSuite : IBenchmarkSuite
{
    private const int Users = 50;
    private const string FirstVisit = "50 users, zooms 14 to 18, first visit: mean answer";
    private const string HeavyVisit = "50 users, zooms 14 and 15, first visit: mean answer";

    public string Name => "tiles";

    public void Run(TrialBook book, int parcels)
    {
        var folder = Directory.CreateTempSubdirectory("tiles-benchmark-");
        try
        {
            var path = Path.Combine(folder.FullName, "city.gpkg");
            CityFile.Write(path, SampleCity.Of(new SampleOptions(parcels, 7), null, CancellationToken.None));
            var city = CityFile.Open(path).City;
            var tour = new TileTour(city, book.Repeats);
            InProcess(book, city, tour);
            using var peer = book.PostGis is { } connection ? new PostGisTiles(connection, city) : null;
            Alone(book, parcels, peer, tour);
            OverHttp(book, parcels, path, tour);
            if (peer is not null)
            {
                Enter(book, parcels, FirstVisit, "PostGIS 3.3", tour.Rounds, $"postgis {book.PostGis}");
                Enter(book, parcels, HeavyVisit, "PostGIS 3.3", [tour.Heavy], $"postgis {book.PostGis}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void InProcess(TrialBook book, City city, TileTour tour)
    {
        book.Ours(Name, "prepare parcels for all zooms", city.Parcels.Count, city.Parcels.Count, () => Prepared(city), "projected, generalised, indexed; once per layer and version");
        var tiles = Prepared(city);
        foreach (var (zooms, list) in Lists(tour))
        {
            var bytes = list.Sum(tile => (long)tiles.OfLayerAsync(LayerNames.Parcels, tile).Result.Length);
            book.Ours(Name, $"tiles one after the other, zooms {zooms}", city.Parcels.Count, list.Count, () =>
            {
                foreach (var tile in list)
                {
                    _ = tiles.OfLayerAsync(LayerNames.Parcels, tile).Result;
                }
            }, $"{list.Count} tiles of {bytes / list.Count:N0} bytes, one thread, nothing kept");
        }

        book.Ours(Name, "low zooms: all tiles of zooms 8 to 12, every layer", city.Parcels.Count, tour.Low.Count, () =>
        {
            foreach (var tile in tour.Low)
            {
                _ = tiles.OfAllAsync(tile).Result;
            }
        }, $"{tour.Low.Count} tiles, one thread; blocks or units where parcels are too many, prepared before");
    }

    private void Alone(TrialBook book, int parcels, PostGisTiles? peer, TileTour tour)
    {
        foreach (var (zooms, list) in peer is null ? [] : Lists(tour))
        {
            var bytes = list.Sum(peer!.Tile);
            book.Peer(Name, $"tiles one after the other, zooms {zooms}", "PostGIS 3.3", parcels, list.Count, () => list.Sum(peer.Tile),
                note: $"{list.Count} tiles of {bytes / list.Count:N0} bytes; one connection, prepared ST_AsMVT over a clustered table with geometries in EPSG:3857 and GiST");
        }
    }

    private static IEnumerable<(string Zooms, IReadOnlyList<TileAddress> Tiles)> Lists(TileTour tour) =>
        [("14 to 18", tour.Tiles), ("14 and 15", tour.Heavy)];

    private void OverHttp(TrialBook book, int parcels, string path, TileTour tour)
    {
        var app = ServiceHost.Create(new ServiceOptions
        {
            Store = Path.Combine(Path.GetDirectoryName(path)!, "office"), Cities = new Dictionary<string, string> { ["city"] = path }, JsonPort = 0, GrpcPort = 0,
        });
        app.StartAsync().Wait();
        try
        {
            var address = $"{ServiceHost.AddressesOf(app).Json}v1/cities/city/tiles/parcels/";
            using (var http = new HttpClient())
            {
                http.GetByteArrayAsync($"{address}0/0/0").Wait();
            }

            Enter(book, parcels, FirstVisit, "ours", tour.Rounds, $"http {address}");
            Enter(book, parcels, HeavyVisit, "ours", [tour.Heavy], $"http {address}");
            Enter(book, parcels, "50 users, zooms 14 to 18, second visit: mean answer", "ours", tour.Rounds, $"http {address}");
        }
        finally
        {
            app.StopAsync().Wait();
            app.DisposeAsync().AsTask().Wait();
        }
    }

    private void Enter(TrialBook book, int parcels, string operation, string who, IReadOnlyList<IReadOnlyList<TileAddress>> rounds, string where)
    {
        var visits = rounds.Select(round => TileVisit.InOwnProcess(where, round, Users)).OrderBy(visit => visit.MeanSeconds).ToList();
        var middle = visits[visits.Count / 2];
        book.Enter(new Trial(Name, operation, who, parcels, 0, [.. visits.Select(visit => visit.MeanSeconds)], [], middle.Note));
    }

    private static CityTiles Prepared(City city)
    {
        var tiles = new CityTiles(new CityWork(city));
        tiles.DescribeAsync([LayerNames.Parcels]).Wait();
        return tiles;
    }
}
