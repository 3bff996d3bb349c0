using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>
/// The blocks (街坊) of a city: parcels whose borders touch in the land fabric, as one outline. They stand for the parcels
/// where a tile holds too many of them.
/// </summary>
internal sealed class ParcelBlocks
{
    /// <summary>Outlines of the blocks.</summary>
    public required PolygonColumns Shapes { get; init; }

    /// <summary>What numbers the block: the least id of its parcels.</summary>
    public required TextColumn Ids { get; init; }

    /// <summary>Parcels of each block.</summary>
    public required int[] ParcelCounts { get; init; }

    public static ParcelBlocks Of(LandFabric fabric, City city)
    {
        var blockOf = BlockOf(fabric);
        var faces = new List<int>?[fabric.ParcelCount];
        for (var face = 1; face < fabric.FaceCount; face++)
        {
            if (fabric.FaceParcel[face] is >= 0 and var parcel)
            {
                (faces[blockOf[parcel]] ??= []).Add(face);
            }
        }

        var blocks = Enumerable.Range(0, faces.Length).Where(block => faces[block] is not null).ToArray();
        var (counts, least) = ParcelsOf(fabric, city, blockOf);
        return new ParcelBlocks
        {
            Shapes = Outlines.Of(fabric, [.. blocks.Select(block => faces[block]!)]),
            Ids = TextColumn.From(blocks.Select(block => "block " + city.Parcels.Ids[least[block]])),
            ParcelCounts = [.. blocks.Select(block => counts[block])],
        };
    }

    // The least row of the parcels that are joined by borders.
    private static int[] BlockOf(LandFabric fabric)
    {
        var leader = Enumerable.Range(0, fabric.ParcelCount).ToArray();
        for (var h = 0; h < fabric.HalfEdgeCount; h += 2)
        {
            int left = fabric.ParcelLeftOf(h), right = fabric.ParcelLeftOf(h + 1);
            if (left >= 0 && right >= 0 && left != right)
            {
                int a = LeaderOf(leader, left), b = LeaderOf(leader, right);
                leader[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        for (var parcel = 0; parcel < leader.Length; parcel++)
        {
            leader[parcel] = LeaderOf(leader, parcel);
        }

        return leader;
    }

    private static int LeaderOf(int[] leader, int parcel)
    {
        while (leader[parcel] != parcel)
        {
            parcel = leader[parcel] = leader[leader[parcel]];
        }

        return parcel;
    }

    private static (int[] Counts, int[] Least) ParcelsOf(LandFabric fabric, City city, int[] blockOf)
    {
        int[] counts = new int[blockOf.Length], least = new int[blockOf.Length];
        Array.Fill(least, -1);
        for (var parcel = 0; parcel < blockOf.Length; parcel++)
        {
            if (fabric.ParcelFaceStart[parcel] == fabric.ParcelFaceStart[parcel + 1])
            {
                continue;
            }

            var block = blockOf[parcel];
            counts[block]++;
            if (least[block] < 0 || city.Parcels.Ids.Utf8(parcel).SequenceCompareTo(city.Parcels.Ids.Utf8(least[block])) < 0)
            {
                least[block] = parcel;
            }
        }

        return (counts, least);
    }
}
