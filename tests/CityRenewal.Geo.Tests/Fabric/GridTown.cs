using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Fabric;

/// <summary>
/// A town of crooked blocks, two rows of parcels deep, with streets between them. Every parcel has a vertex in the middle of
/// each side; some parcels leave theirs out (borders noded on one side only) and some are digitised with centimetre noise.
/// </summary>
internal sealed record GridTown(int BlocksAcross, int BlocksUp, int ParcelsPerRow, int Seed = 1)
{
    public const int Metre = 10_000;

    public double NoisyShare { get; init; } = 0.1;

    public double OneSidedShare { get; init; } = 0.05;

    public int NoiseUnits { get; init; } = 200;

    public int StreetUnits { get; init; } = 12 * Metre;

    public int ParcelCount => BlocksAcross * BlocksUp * ParcelsPerRow * 2;

    public PolygonColumns Parcels()
    {
        var x = new List<int>();
        var y = new List<int>();
        var ringStart = new List<int> { 0 };
        for (var parcel = 0; parcel < ParcelCount; parcel++)
        {
            AddParcel(parcel, x, y);
            ringStart.Add(x.Count);
        }

        return new PolygonColumns([.. x], [.. y], [.. ringStart], [.. Enumerable.Range(0, ringStart.Count)]);
    }

    private void AddParcel(int parcel, List<int> x, List<int> y)
    {
        var perBlock = ParcelsPerRow * 2;
        int block = parcel / perBlock, within = parcel % perBlock;
        int column = within % ParcelsPerRow, row = within / ParcelsPerRow, start = x.Count;
        var isNoisy = Draw(parcel, 1) < NoisyShare;
        var skipsMiddles = Draw(parcel, 2) < OneSidedShare;
        ReadOnlySpan<(int I, int J)> corners =
            [(0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (0, 1)];
        for (var corner = 0; corner < corners.Length; corner++)
        {
            if (skipsMiddles && corner % 2 == 1)
            {
                continue;
            }

            var (i, j) = corners[corner];
            var (px, py) = Lattice(block, (2 * column) + i, (2 * row) + j);
            var shift = isNoisy ? NoiseUnits : 0;
            x.Add(px + (int)((Draw(parcel, (corner * 2) + 10) - 0.5) * 2 * shift));
            y.Add(py + (int)((Draw(parcel, (corner * 2) + 11) - 0.5) * 2 * shift));
        }

        x.Add(x[start]);
        y.Add(y[start]);
    }

    // Middles of sides lie on the straight line between the corners, to the grid.
    private (int X, int Y) Lattice(int block, int i, int j)
    {
        var (ax, ay) = Corner(block, i - (i % 2), j - (j % 2));
        var (bx, by) = Corner(block, i + (i % 2), j + (j % 2));
        return ((ax + bx) / 2, (ay + by) / 2);
    }

    // A corner of the lattice, pulled about by up to two metres, the same for every parcel that has it.
    private (int X, int Y) Corner(int block, int i, int j)
    {
        int width = (ParcelsPerRow * 20 * Metre) + StreetUnits, depth = (60 * Metre) + StreetUnits;
        long bx = block % BlocksAcross, by = block / BlocksAcross;
        var originX = (int)((bx - (BlocksAcross / 2)) * width);
        var originY = (int)((by - (BlocksUp / 2)) * depth);
        var key = (block * 1_000_003L) + (i * 1009) + j;
        return (originX + (i * 10 * Metre) + (int)(Draw(key, 3) * 2 * Metre),
            originY + (j * 15 * Metre) + (int)(Draw(key, 4) * 2 * Metre));
    }

    private double Draw(long key, int salt)
    {
        var z = (ulong)((key * 31) + salt + ((long)Seed << 40)) * 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
