namespace CityRenewal.Geo.Fabric;

/// <summary>Which faces every parcel covers, overlaps with other parcels included.</summary>
internal sealed class ParcelFaces
{
    private ParcelFaces(int parcelCount)
    {
        Start = new int[parcelCount + 1];
        TwiceArea = new long[parcelCount];
    }

    public int[] Start { get; }

    public int[] Faces { get; private set; } = [];

    /// <summary>Twice the area of all faces of every parcel.</summary>
    public long[] TwiceArea { get; }

    /// <summary>Number of parcels that share a face with another one.</summary>
    public int OverlappingCount { get; private set; }

    public static ParcelFaces Of(Arrangement arrangement, FabricWeave weave, int parcelCount)
    {
        var parcels = new ParcelFaces(parcelCount);
        parcels.ForFaces(arrangement, (row, _) => parcels.Start[row + 1]++);
        for (var row = 0; row < parcelCount; row++)
        {
            parcels.Start[row + 1] += parcels.Start[row];
        }

        parcels.Faces = new int[parcels.Start[^1]];
        var place = parcels.Start.AsSpan(0, parcelCount).ToArray();
        parcels.ForFaces(arrangement, (row, face) =>
        {
            parcels.Faces[place[row]++] = weave.NewFaceOf(face);
            parcels.TwiceArea[row] += arrangement.TwiceArea[face];
        });
        return parcels;
    }

    private void ForFaces(Arrangement arrangement, Action<int, int> take)
    {
        var overlapping = new HashSet<int>();
        for (var face = 1; face < arrangement.FaceCount; face++)
        {
            var cover = arrangement.Cover[face];
            if (cover >= Covers.None)
            {
                if (cover >= 0)
                {
                    take(cover, face);
                }

                continue;
            }

            var rows = arrangement.RowsOver(face);
            foreach (var row in rows)
            {
                take(row, face);
            }

            overlapping.UnionWith(rows.Count > 1 ? rows : []);
        }

        OverlappingCount = overlapping.Count;
    }
}
