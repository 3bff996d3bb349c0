using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Tiles;

namespace CityRenewal.Geo.Benchmarks.Tiles;

/// <summary>Which tiles are asked for: as a map is moved over a city at zooms 14 to 18, no tile twice.</summary>
internal sealed class TileTour
{
    private const int MostPerRound = 1_000;

    public TileTour(City city, int rounds)
    {
        var box = new CityTiles(new CityWork(city)).DescribeAsync([LayerNames.Parcels]).Result[0].Bounds!.Value;
        var random = new Random(7);
        var all = new HashSet<TileAddress>();
        for (var draw = 0; draw < 40 * MostPerRound; draw++)
        {
            // Within the middle nine tenths, where a city has no ragged edge.
            double x = 0.05 + (0.9 * random.NextDouble()), y = 0.05 + (0.9 * random.NextDouble());
            all.Add(TileAddress.At(
                14 + (draw % 5), box.MinLon + (x * (box.MaxLon - box.MinLon)), box.MinLat + (y * (box.MaxLat - box.MinLat))));
        }

        // A small city has few tiles of the lower zooms: all rounds are alike where every zoom is dealt out in turn.
        var dealt = all.GroupBy(tile => tile.Zoom).SelectMany(zoom => zoom.Select((tile, i) => (Round: i % (rounds + 1), tile))).ToList();
        var lots = dealt.GroupBy(lot => lot.Round).OrderBy(lot => lot.Key)
            .Select(lot => lot.Select(one => one.tile).OrderBy(tile => tile.GetHashCode()).Take(MostPerRound).ToList()).ToList();
        Tiles = lots[0];
        Rounds = lots[1..];
        Low = [.. Enumerable.Range(8, 5).SelectMany(All)];
        Heavy = [.. All(14).Concat(All(15)).OrderBy(tile => tile.GetHashCode()).Take(MostPerRound)];

        IEnumerable<TileAddress> All(int zoom) =>
            from first in new[] { TileAddress.At(zoom, box.MinLon, box.MaxLat) }
            let last = TileAddress.At(zoom, box.MaxLon, box.MinLat)
            from column in Enumerable.Range(first.Column, last.Column - first.Column + 1)
            from row in Enumerable.Range(first.Row, last.Row - first.Row + 1)
            select new TileAddress(zoom, column, row);
    }

    /// <summary>Tiles for one reader.</summary>
    public IReadOnlyList<TileAddress> Tiles { get; }

    /// <summary>Tiles for many users, other ones in each round.</summary>
    public IReadOnlyList<IReadOnlyList<TileAddress>> Rounds { get; }

    /// <summary>Tiles of zooms 14 and 15, the fullest that show every parcel.</summary>
    public IReadOnlyList<TileAddress> Heavy { get; }

    /// <summary>All tiles of the lower zooms.</summary>
    public IReadOnlyList<TileAddress> Low { get; }
}
