using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Fabric;

/// <summary>What every face of an arrangement is, before open land is cut into strips.</summary>
internal sealed class FaceClasses
{
    private readonly Arrangement _arrangement;
    private readonly bool _isAssumed;

    private FaceClasses(Arrangement arrangement, bool isAssumed)
    {
        _arrangement = arrangement;
        _isAssumed = isAssumed;
        Kinds = new FaceKind[arrangement.FaceCount];
        Parcel = new int[arrangement.FaceCount];
        IsOpen = new bool[arrangement.FaceCount];
        IsVoid = new bool[arrangement.FaceCount];
        IsInStudyArea = new bool[arrangement.FaceCount];
    }

    /// <summary>The kind of every face; of open land street or void.</summary>
    public FaceKind[] Kinds { get; }

    /// <summary>The parcel that every face belongs to, -1 for none.</summary>
    public int[] Parcel { get; }

    public bool[] IsOpen { get; }

    public bool[] IsVoid { get; }

    public bool[] IsInStudyArea { get; }

    /// <summary>Classes of all faces; without a study area in the arrangement it has to be assumed.</summary>
    public static FaceClasses Of(Arrangement arrangement, bool isAssumed, TextColumn ids)
    {
        var classes = new FaceClasses(arrangement, isAssumed);
        for (var face = 0; face < arrangement.FaceCount; face++)
        {
            classes.Classify(face, ids);
        }

        for (var face = 1; face < arrangement.FaceCount; face++)
        {
            if (classes.IsOpen[face] && classes.IsEnclosed(face))
            {
                classes.IsVoid[face] = true;
                classes.Kinds[face] = FaceKind.Void;
            }
            else if (isAssumed && classes.Kinds[face] == FaceKind.Water)
            {
                classes.IsInStudyArea[face] = classes.IsEnclosed(face);
            }
        }

        return classes;
    }

    private void Classify(int face, TextColumn ids)
    {
        Parcel[face] = OwnerOf(_arrangement.Cover[face], ids, out var isShared);
        IsInStudyArea[face] = face != 0 && (_isAssumed || _arrangement.StudyCount[face] != 0);
        if (Parcel[face] >= 0)
        {
            Kinds[face] = isShared ? FaceKind.Overlap : FaceKind.Parcel;
        }
        else if (_arrangement.WaterCount[face] != 0)
        {
            Kinds[face] = IsInStudyArea[face] ? FaceKind.Water : FaceKind.Outside;
        }
        else if (IsInStudyArea[face] || _isAssumed)
        {
            Kinds[face] = FaceKind.Street;
            IsOpen[face] = true;
        }
    }

    private int OwnerOf(int cover, TextColumn ids, out bool isShared)
    {
        isShared = false;
        if (cover >= Covers.None)
        {
            return cover;
        }

        var owner = -1;
        foreach (var signed in _arrangement.Covers.RowsOf(cover, []))
        {
            var row = signed < 0 ? ~signed : signed;
            isShared |= owner >= 0 && owner != row;
            owner = owner < 0 ? row : StripTriangles.RowWithSmallestId(ids, owner, row);
        }

        return owner;
    }

    // One ring, parcels all along it, and no edge of the study area: the street network has no way in.
    private bool IsEnclosed(int face)
    {
        if (_arrangement.FaceRingStart[face + 1] - _arrangement.FaceRingStart[face] != 1)
        {
            return false;
        }

        var start = _arrangement.FaceRings[_arrangement.FaceRingStart[face]];
        var h = start;
        do
        {
            if (Parcel[_arrangement.Face[h ^ 1]] < 0 || _arrangement.Half.FrameOf(h).Study != 0)
            {
                return false;
            }

            h = _arrangement.Half.Next[h];
        }
        while (h != start);
        return true;
    }
}
