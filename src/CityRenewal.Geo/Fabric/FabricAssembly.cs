using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>Puts a fabric together, stage by stage.</summary>
internal sealed class FabricAssembly
{
    private readonly City _city;
    private readonly FabricOptions _options;
    private readonly ParallelOptions _parallel;
    private readonly int _tolerance;

    private FabricAssembly(City city, FabricOptions options, CancellationToken cancel)
    {
        _city = city;
        _options = options;
        _tolerance = (int)Math.Round(options.SnapToleranceM * city.Plane.UnitsPerMetre);
        _parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : -1,
            CancellationToken = cancel,
        };
    }

    public static LandFabric From(
        City city, FabricOptions options, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var assembly = new FabricAssembly(city, options, cancel);
        progress?.Report(new WorkProgress("joining parcels", 0));

        // What stages before this one left behind would stand beside the fabric's own arrays.
        DeadArrays.Collect(city.Parcels.Shapes.X.Length);
        var study = StudyArea.Of(city, assembly._tolerance, assembly._parallel);
        var (arrangement, parcelFaces, balance) = assembly.Join(study);
        DeadArrays.Collect(city.Parcels.Shapes.X.Length);
        progress?.Report(new WorkProgress("cutting streets into strips", 0.5));
        var isAssumed = study.Source == StudyAreaSource.Assumed;
        var classes = FaceClasses.Of(arrangement, isAssumed, city.Parcels.Ids);
        var twiceGivenArea = LedgerEntries.TwiceAreaWithin(arrangement.Half);
        arrangement.Half.ForgetLand();
        var (weave, strips) = assembly.CutOpenLand(arrangement, classes, isAssumed);
        DeadArrays.Collect(city.Parcels.Shapes.X.Length);
        progress?.Report(new WorkProgress("balancing areas", 0.95));
        var columns = new FabricComposition(arrangement, classes, weave, strips, city.Plane).ToColumns(parcelFaces, balance);
        var fabric = new LandFabric(columns)
        {
            Plane = city.Plane,
            Ledger = LedgerEntries.Of(columns, twiceGivenArea, (city.Plane, study, parcelFaces.OverlappingCount)),
            StackedRights = StackedRightSearch.Of(city, assembly._parallel),
            UnusableShapes = assembly.UnusableShapesOf(parcelFaces),
        };
        progress?.Report(new WorkProgress("balancing areas", 1));
        return fabric;
    }

    // The trail of a large city takes several hundred megabytes: it ends with this method.
    private (Arrangement Arrangement, ParcelFaces ParcelFaces, SnapBalance Balance) Join(StudyArea study)
    {
        var (arrangement, trail) = Arrange(study);
        var parcelFaces = ParcelFaces.Of(arrangement, _city.Parcels.Count);
        return (arrangement, parcelFaces, SnapBalance.Of(trail, parcelFaces.TwiceArea, _parallel));
    }

    private (Arrangement Arrangement, SnapTrail Trail) Arrange(StudyArea study)
    {
        var positions = _city.Parcels.Position;
        var skips = new bool[_city.Parcels.Count];
        for (var row = 0; row < skips.Length; row++)
        {
            skips[row] = positions[row] != RightsPosition.Surface;
        }

        var water = _city.Layer(LayerNames.Water).Shapes;
        return Arrangement.Of(new Linework(_city.Parcels.Shapes, skips, study.Outline, water), _tolerance, _parallel);
    }

    private (WovenFaces Weave, StripPieces Strips) CutOpenLand(Arrangement arrangement, FaceClasses classes, bool isAssumed)
    {
        var land = new OpenLand
        {
            IsOpen = classes.IsOpen,
            IsVoid = classes.IsVoid,
            FaceParcel = classes.Parcel,
            StreetWidth = _options.StreetWidthM * _city.Plane.UnitsPerMetre,
            IsAssumed = isAssumed,
        };
        var open = OpenTriangles.Of(arrangement, land.IsOpen, _parallel);
        DeadArrays.Collect(_city.Parcels.Shapes.X.Length);
        var strips = StripGroups.Of(open, land, _city.Parcels.Ids, _parallel);
        return (FabricWeave.Of(arrangement, classes, (open, strips), _parallel), strips.Pieces);
    }

    private List<UnusableShape> UnusableShapesOf(ParcelFaces parcelFaces)
    {
        var unusable = new List<UnusableShape>();
        for (var row = 0; row < _city.Parcels.Count; row++)
        {
            if (_city.Parcels.Position[row] == RightsPosition.Surface && parcelFaces.Start[row] == parcelFaces.Start[row + 1])
            {
                unusable.Add(new UnusableShape(row, ReasonOf(row)));
            }
        }

        return unusable;
    }

    private UnusableReason ReasonOf(int row)
    {
        var shapes = _city.Parcels.Shapes;
        return shapes.FeatureStart[row] == shapes.FeatureStart[row + 1] ? UnusableReason.NoShape
            : shapes.TwiceAreaOf(row) == 0 ? UnusableReason.NoArea : UnusableReason.SnappedAway;
    }
}
