using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>Brings closed faces and strips together into the columns of a fabric.</summary>
internal sealed class FabricComposition(
    Arrangement arrangement, FaceClasses classes, WovenFaces weave, StripPieces strips, WorkingPlane plane)
{
    private readonly FaceKind[] _kinds = new FaceKind[weave.FaceCount];
    private readonly int[] _parcel = new int[weave.FaceCount];
    private readonly bool[] _isInStudyArea = new bool[weave.FaceCount];
    private readonly long[] _twiceArea = new long[weave.FaceCount];
    private readonly float[] _width = new float[weave.FaceCount];

    public FabricColumns ToColumns(ParcelFaces parcelFaces, SnapBalance balance)
    {
        parcelFaces.Renumber(weave);
        Array.Fill(_parcel, -1);
        Array.Fill(_width, float.NaN);
        CopyClosedFaces();
        CopyStrips();
        return new FabricColumns
        {
            Graph = ToGraph(),
            FaceKinds = _kinds,
            FaceParcel = _parcel,
            FaceInStudyArea = _isInStudyArea,
            TwiceArea = _twiceArea,
            SideStart = SideStartOfFaces(),
            SideParcels = strips.SideParcels,
            StripWidthM = _width,
            ParcelFaceStart = parcelFaces.Start,
            ParcelFaces = parcelFaces.Faces,
            GainedM2 = Array.ConvertAll(balance.TwiceGained, twice => plane.SquareMetres(twice / 2)),
            LostM2 = Array.ConvertAll(balance.TwiceLost, twice => plane.SquareMetres(twice / 2)),
        };
    }

    private FaceGraph ToGraph()
    {
        var (x, y) = EndsOfBorders();
        return new FaceGraph(x, y, weave.Origin, weave.Next, weave.Face)
        {
            FaceRingStart = weave.FaceRingStart,
            FaceRings = weave.FaceRings,
        };
    }

    // A point where a border was crossed that is none any more, as that of a spike, is the end of nothing and is left out.
    private (int[] X, int[] Y) EndsOfBorders()
    {
        var (half, origin) = (arrangement.Half, weave.Origin);
        var isEnd = new bool[half.VertexCount];
        foreach (var vertex in origin)
        {
            isEnd[vertex] = true;
        }

        if (Array.IndexOf(isEnd, false) < 0)
        {
            return (half.X[..half.VertexCount], half.Y[..half.VertexCount]);
        }

        var (number, kept) = (new int[isEnd.Length], new List<int>(isEnd.Length));
        for (var vertex = 0; vertex < isEnd.Length; vertex++)
        {
            number[vertex] = kept.Count;
            if (isEnd[vertex])
            {
                kept.Add(vertex);
            }
        }

        for (var i = 0; i < origin.Length; i++)
        {
            origin[i] = number[origin[i]];
        }

        return ([.. kept.Select(vertex => half.X[vertex])], [.. kept.Select(vertex => half.Y[vertex])]);
    }

    private void CopyClosedFaces()
    {
        for (var old = 1; old < arrangement.FaceCount; old++)
        {
            var face = weave.NewFaceOf(old);
            if (face > 0)
            {
                _kinds[face] = classes.Kinds[old];
                _parcel[face] = classes.Parcel[old];
                _isInStudyArea[face] = classes.IsInStudyArea[old];
                _twiceArea[face] = arrangement.TwiceArea[old];
            }
        }
    }

    private void CopyStrips()
    {
        for (var strip = 0; strip < strips.Count; strip++)
        {
            var face = weave.FaceOfStrip(strip);
            var isBeyond = strips.IsBeyond[strip];
            _kinds[face] = isBeyond ? FaceKind.Outside : classes.IsVoid[strips.FaceOf[strip]] ? FaceKind.Void : FaceKind.Street;
            _isInStudyArea[face] = !isBeyond;
            _twiceArea[face] = strips.TwiceArea[strip];
            _width[face] = isBeyond ? float.NaN : (float)plane.Metres(strips.Width[strip]);
        }
    }

    private int[] SideStartOfFaces()
    {
        var start = new int[weave.FaceCount + 1];
        for (var strip = 0; strip < strips.Count; strip++)
        {
            start[weave.FaceOfStrip(strip) + 1] = strips.SideStart[strip + 1];
        }

        return start;
    }
}
