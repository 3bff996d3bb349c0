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

    /// <summary>The faces of the arrangement over every parcel; <see cref="Renumber"/> turns them into those of the fabric.</summary>
    public static ParcelFaces Of(Arrangement arrangement, int parcelCount)
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
            parcels.Faces[place[row]++] = face;
            parcels.TwiceArea[row] += arrangement.TwiceArea[face];
        });
        return parcels;
    }

    /// <summary>Gives every face its number in the woven fabric.</summary>
    public void Renumber(WovenFaces weave)
    {
        for (var i = 0; i < Faces.Length; i++)
        {
            Faces[i] = weave.NewFaceOf(Faces[i]);
        }
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
