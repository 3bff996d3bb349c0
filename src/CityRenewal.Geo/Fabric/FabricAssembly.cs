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
        _tolerance = FabricBasis.ToleranceOf(options, city.Plane);
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
        var read = assembly.Read(study, null, progress);
        progress?.Report(new WorkProgress("balancing areas", 0.95));
        var fabric = new LandFabric(read.Columns)
        {
            Plane = city.Plane,
            Ledger = LedgerEntries.Of(read.Columns, read.TwiceGivenArea, (city.Plane, study, read.OverlappingCount)),
            StackedRights = StackedRightSearch.Of(city, assembly._parallel),
            UnusableShapes = assembly.UnusableShapesOf(read.Columns.ParcelFaceStart),
            Basis = new FabricBasis(study, read.Extent, options),
        };
        progress?.Report(new WorkProgress("balancing areas", 1));
        return fabric;
    }

    /// <summary>Reads the parcels of a window on a city, with the cells of the city, so that all is numbered in the same order.</summary>
    public static FabricReading OfWindow(City window, FabricBasis basis, CancellationToken cancel) =>
        new FabricAssembly(window, basis.Options with { Threads = 1 }, cancel).Read(basis.Study, basis.Extent.CellShift(basis.ToleranceOn(window.Plane)), null);

    private FabricReading Read(StudyArea study, int? cellShift, IProgress<WorkProgress>? progress)
    {
        var (arrangement, parcelFaces, balance, extent) = Join(study, cellShift);
        DeadArrays.Collect(_city.Parcels.Shapes.X.Length);
        progress?.Report(new WorkProgress("cutting streets into strips", 0.5));
        var isAssumed = study.Source == StudyAreaSource.Assumed;
        var classes = FaceClasses.Of(arrangement, isAssumed, _city.Parcels.Ids);
        var twiceGivenArea = LedgerEntries.TwiceAreaWithin(arrangement.Half);
        arrangement.Half.ForgetLand();
        var (weave, strips) = CutOpenLand(arrangement, classes, isAssumed);
        DeadArrays.Collect(_city.Parcels.Shapes.X.Length);
        var columns = new FabricComposition(arrangement, classes, weave, strips, _city.Plane).ToColumns(parcelFaces, balance);
        return new FabricReading(columns, twiceGivenArea, parcelFaces.OverlappingCount, extent);
    }

    // The trail of a large city takes several hundred megabytes: it ends with this method.
    private (Arrangement Arrangement, ParcelFaces ParcelFaces, SnapBalance Balance, LineworkExtent Extent) Join(StudyArea study, int? cellShift)
    {
        var (arrangement, trail) = Arrange(study, cellShift);
        var parcelFaces = ParcelFaces.Of(arrangement, _city.Parcels.Count);
        return (arrangement, parcelFaces, SnapBalance.Of(trail, parcelFaces.TwiceArea, _parallel), trail.Vertices.Grid.Extent);
    }

    private (Arrangement Arrangement, SnapTrail Trail) Arrange(StudyArea study, int? cellShift)
    {
        var positions = _city.Parcels.Position;
        var skips = new bool[_city.Parcels.Count];
        for (var row = 0; row < skips.Length; row++)
        {
            skips[row] = positions[row] != RightsPosition.Surface;
        }

        var water = _city.Layer(LayerNames.Water).Shapes;
        return Arrangement.Of(new Linework(_city.Parcels.Shapes, skips, study.Outline, water), _tolerance, _parallel, cellShift);
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

    private List<UnusableShape> UnusableShapesOf(int[] faceStart)
    {
        var unusable = new List<UnusableShape>();
        for (var row = 0; row < _city.Parcels.Count; row++)
        {
            if (_city.Parcels.Position[row] == RightsPosition.Surface && faceStart[row] == faceStart[row + 1])
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
