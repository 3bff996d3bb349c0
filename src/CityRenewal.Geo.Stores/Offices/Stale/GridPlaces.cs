using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Offices.Stale;

/// <summary>Takes boxes of one reference system to the working plane, where boxes of all systems can be compared.</summary>
internal sealed class GridPlaces
{
    private readonly PlaneTransform? _transform;

    private GridPlaces(PlaneTransform? transform) => _transform = transform;

    /// <summary>The places of a system; none can be told where the system does not go with the plane.</summary>
    internal static GridPlaces Of(int epsg, WorkingPlane plane) => new(
        epsg == ReferenceSystems.Local == plane.Local.HasValue && ReferenceSystemIsKnown(epsg) ? PlaneTransform.Between(epsg, plane) : null);

    /// <summary>The box on the plane; null where it has no place there.</summary>
    internal GridBox? Of(Envelope box)
    {
        if (_transform is null || box.IsEmpty)
        {
            return null;
        }

        // Corners and the middles of sides: what a side of a large box bulges out by is far below the reach of a change.
        double middleX = (box.MinX + box.MaxX) / 2, middleY = (box.MinY + box.MaxY) / 2;
        ReadOnlySpan<double> x = [box.MinX, middleX, box.MaxX, box.MaxX, box.MaxX, middleX, box.MinX, box.MinX];
        ReadOnlySpan<double> y = [box.MinY, box.MinY, box.MinY, middleY, box.MaxY, box.MaxY, box.MaxY, middleY];
        Span<int> gridX = stackalloc int[8], gridY = stackalloc int[8];
        return _transform.ToGrid(x, y, gridX, gridY) > 0 ? null : GridBox.Of(gridX, gridY);
    }

    private static bool ReferenceSystemIsKnown(int epsg) => epsg == ReferenceSystems.Local || ReferenceSystems.TryFind(epsg, out _);
}
