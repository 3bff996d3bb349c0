using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>Adds up the area ledger. Class sums come from faces, the study area from its own border: two ways to one number.</summary>
internal static class LedgerEntries
{
    public static AreaLedger Of(
        FabricColumns columns, Int128 twiceGivenArea, (WorkingPlane Plane, StudyArea Study, int OverlappingParcels) about)
    {
        var (plane, study, overlappingParcels) = about;
        var inside = new Int128[6];
        Int128 parcelsOutside = 0;
        for (var face = 1; face < columns.FaceKinds.Length; face++)
        {
            if (columns.FaceInStudyArea[face])
            {
                inside[(int)columns.FaceKinds[face]] += columns.TwiceArea[face];
            }
            else if (columns.FaceParcel[face] >= 0)
            {
                parcelsOutside += columns.TwiceArea[face];
            }
        }

        var isAssumed = study.Source == StudyAreaSource.Assumed;
        var twiceStudyArea = isAssumed ? TwiceAreaWithin(columns) : twiceGivenArea;
        return new AreaLedger
        {
            Source = study.Source,
            SquareMetresPerTwiceUnit = plane.SquareMetres(0.5),
            TwiceStudyArea = twiceStudyArea,
            TwiceParcels = inside[(int)FaceKind.Parcel],
            TwiceStreets = inside[(int)FaceKind.Street],
            TwiceWater = inside[(int)FaceKind.Water],
            TwiceVoids = inside[(int)FaceKind.Void],
            TwiceOverlaps = inside[(int)FaceKind.Overlap],
            TwiceParcelsOutside = parcelsOutside,
            TwiceNodingGain = isAssumed ? 0 : twiceStudyArea - study.Outline.TwiceAreaOf(0),
            EllipsoidalM2 = StudyAreaOnEllipsoid.Of(isAssumed ? OutlineOf(columns) : study.Outline, plane),
            GainedM2 = columns.GainedM2.Sum(),
            LostM2 = columns.LostM2.Sum(),
            OverlappingParcels = overlappingParcels,
        };
    }

    private static PolygonColumns OutlineOf(FabricColumns columns)
    {
        int[] inside = [.. Enumerable.Range(0, columns.FaceKinds.Length).Where(face => columns.FaceInStudyArea[face])];
        return OutlineWalk.Of(columns.Graph, inside);
    }

    /// <summary>Twice the area in the given rings as they were noded: their own segments, summed without asking any face.</summary>
    public static Int128 TwiceAreaWithin(HalfEdges borders)
    {
        Int128 sum = 0;
        for (var h = 0; h < borders.Origin.Length; h += 2)
        {
            var study = borders.FrameOf(h).Study;
            if (study != 0)
            {
                int a = borders.Origin[h], b = borders.Origin[h + 1];
                sum += study * (((Int128)borders.X[a] * borders.Y[b]) - ((Int128)borders.X[b] * borders.Y[a]));
            }
        }

        return sum;
    }

    // An assumed study area has no ring but the border of its faces.
    private static Int128 TwiceAreaWithin(FabricColumns columns)
    {
        var graph = columns.Graph;
        Int128 sum = 0;
        for (var h = 0; h < graph.Origin.Length; h++)
        {
            if (columns.FaceInStudyArea[graph.Face[h]] && !columns.FaceInStudyArea[graph.Face[h ^ 1]])
            {
                int a = graph.Origin[h], b = graph.Origin[h ^ 1];
                sum += ((Int128)graph.VertexX[a] * graph.VertexY[b]) - ((Int128)graph.VertexX[b] * graph.VertexY[a]);
            }
        }

        return sum;
    }
}
