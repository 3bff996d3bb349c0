using System.Globalization;
using System.Net.Http.Headers;
using Npgsql;

namespace CityRenewal.Geo.Benchmarks.Tiles;

/// <summary>Where users get tiles from: a service over HTTP, or PostGIS through a pool of connections.</summary>
internal abstract class TileSource : IDisposable
{
    /// <summary>A source by word and address: <c>http http://…/</c> or <c>postgis Host=…</c>.</summary>
    public static TileSource At(string where) => where.Split(' ', 2) is ["postgis", var connection]
        ? new PostGisSource(connection)
        : new HttpSource(where.Split(' ', 2)[1]);

    /// <summary>Bytes of a tile as it comes; -1 where it does not.</summary>
    public abstract Task<int> TileAsync(string tile);

    /// <summary>Asks for what costs next to nothing.</summary>
    public Task WarmAsync() => TileAsync("22/0/0");

    public abstract void Dispose();

    private sealed class HttpSource : TileSource
    {
        private readonly HttpClient _http;

        public HttpSource(string address)
        {
            _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 50 }) { BaseAddress = new Uri(address) };
            _http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        }

        public override async Task<int> TileAsync(string tile)
        {
            using var answer = await _http.GetAsync(tile);
            return answer.IsSuccessStatusCode ? (await answer.Content.ReadAsByteArrayAsync()).Length : -1;
        }

        public override void Dispose() => _http.Dispose();
    }

    // More connections than a few for each core only make them all slower.
    private sealed class PostGisSource(string connection) : TileSource
    {
        private readonly NpgsqlDataSource _pool = NpgsqlDataSource.Create($"{connection};Maximum Pool Size=8;Max Auto Prepare=4");

        public override async Task<int> TileAsync(string tile)
        {
            var numbers = tile.Split('/');
            try
            {
                await using var command = _pool.CreateCommand(PostGisTiles.Statement);
                Array.ForEach(numbers, number => command.Parameters.Add(new NpgsqlParameter { Value = int.Parse(number, CultureInfo.InvariantCulture) }));
                return ((byte[])(await command.ExecuteScalarAsync())!).Length;
            }
            catch (NpgsqlException)
            {
                return -1;
            }
        }

        public override void Dispose() => _pool.Dispose();
    }
}
