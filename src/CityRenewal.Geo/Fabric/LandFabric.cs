using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>
/// The land fabric (土地肌理): a snapped, noded partition of the plane into parcels, streets, voids and water on the integer
/// grid. Borders are pairs of half-edges: h and <c>h ^ 1</c> run along the same line in opposite directions, each with its
/// face on the left. Areas, perimeters, outlines and neighbours are all read from these half-edges, so they agree exactly.
/// </summary>
public sealed class LandFabric
{
    internal LandFabric(FabricColumns columns) => Columns = columns;

    internal FabricColumns Columns { get; }

    /// <summary>The plane and grid of all coordinates.</summary>
    public required WorkingPlane Plane { get; init; }

    /// <summary>The ledger of the study area.</summary>
    public required AreaLedger Ledger { get; init; }

    /// <summary>Rights above or under ground with the surface parcels they lie on, by right, then parcel.</summary>
    public required IReadOnlyList<StackedRight> StackedRights { get; init; }

    /// <summary>Surface parcels without a face, by row.</summary>
    public required IReadOnlyList<UnusableShape> UnusableShapes { get; init; }

    /// <summary>What it was read with; null where it was made otherwise, so that no window on it can be read.</summary>
    internal FabricBasis? Basis { get; init; }

    /// <summary>Number of vertices.</summary>
    public int VertexCount => Columns.Graph.VertexX.Length;

    /// <summary>East of every vertex, grid units.</summary>
    public ReadOnlySpan<int> VertexX => Columns.Graph.VertexX;

    /// <summary>North of every vertex, grid units.</summary>
    public ReadOnlySpan<int> VertexY => Columns.Graph.VertexY;

    /// <summary>Number of half-edges, even: twins are neighbours.</summary>
    public int HalfEdgeCount => Columns.Graph.Origin.Length;

    /// <summary>Vertex where each half-edge starts; it ends where its twin <c>h ^ 1</c> starts.</summary>
    public ReadOnlySpan<int> Origin => Columns.Graph.Origin;

    /// <summary>The half-edge that follows along the border of the same face.</summary>
    public ReadOnlySpan<int> Next => Columns.Graph.Next;

    /// <summary>The face on the left of each half-edge.</summary>
    public ReadOnlySpan<int> Face => Columns.Graph.Face;

    /// <summary>Number of faces; face 0 is the unbounded one.</summary>
    public int FaceCount => Columns.FaceKinds.Length;

    /// <summary>What each face is. Street and void faces are strips or junctions.</summary>
    public ReadOnlySpan<FaceKind> FaceKinds => Columns.FaceKinds;

    /// <summary>Row of the parcel a face belongs to (of an overlap: the smallest id), else -1.</summary>
    public ReadOnlySpan<int> FaceParcel => Columns.FaceParcel;

    /// <summary>Whether a face lies in the study area.</summary>
    public ReadOnlySpan<bool> FaceInStudyArea => Columns.FaceInStudyArea;

    /// <summary>Twice the area of each face, square grid units, exact; 0 for the unbounded face.</summary>
    public ReadOnlySpan<long> TwiceArea => Columns.TwiceArea;

    /// <summary>First boundary ring of each face in <see cref="FaceRings"/>, and one past the last.</summary>
    public ReadOnlySpan<int> FaceRingStart => Columns.Graph.FaceRingStart;

    /// <summary>One half-edge of every boundary ring; follow <see cref="Next"/> around it.</summary>
    public ReadOnlySpan<int> FaceRings => Columns.Graph.FaceRings;

    /// <summary>First side of each face in <see cref="SideParcels"/>, and one past the last; only street and void faces have sides.</summary>
    public ReadOnlySpan<int> SideStart => Columns.SideStart;

    /// <summary>Rows of the parcels that a strip or junction lies between, ascending.</summary>
    public ReadOnlySpan<int> SideParcels => Columns.SideParcels;

    /// <summary>
    /// Width of a street or void face in metres: of a strip the largest distance from a front to the corner opposite, of a
    /// junction the largest of its triangles' smallest heights. NaN for other faces.
    /// </summary>
    public ReadOnlySpan<float> StripWidthM => Columns.StripWidthM;

    /// <summary>Number of parcel rows, as in the city.</summary>
    public int ParcelCount => Columns.GainedM2.Length;

    /// <summary>First face of each parcel in <see cref="ParcelFaces"/>, and one past the last.</summary>
    public ReadOnlySpan<int> ParcelFaceStart => Columns.ParcelFaceStart;

    /// <summary>Faces that each parcel covers, overlaps with others included.</summary>
    public ReadOnlySpan<int> ParcelFaces => Columns.ParcelFaces;

    /// <summary>m² each parcel gained by snapping, against its own ring on the grid.</summary>
    public ReadOnlySpan<double> GainedM2 => Columns.GainedM2;

    /// <summary>m² each parcel lost by snapping, against its own ring on the grid.</summary>
    public ReadOnlySpan<double> LostM2 => Columns.LostM2;

    /// <summary>The vertex where half-edge h ends.</summary>
    public int Target(int h) => Columns.Graph.Origin[h ^ 1];

    /// <summary>The parcel on the left of half-edge h, -1 where there is none.</summary>
    public int ParcelLeftOf(int h) => Columns.FaceParcel[Columns.Graph.Face[h]];

    /// <summary>Length of half-edge h in grid units; h and its twin give the same number.</summary>
    public double LengthOf(int h)
    {
        int a = Columns.Graph.Origin[h], b = Columns.Graph.Origin[h ^ 1];
        double dx = (double)Columns.Graph.VertexX[a] - Columns.Graph.VertexX[b], dy = (double)Columns.Graph.VertexY[a] - Columns.Graph.VertexY[b];
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    /// <summary>Joins the surface parcels of a city, its study area and its water into one fabric.</summary>
    public static LandFabric Of(
        City city, FabricOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        FabricAssembly.From(city, options, progress, cancel);
}
