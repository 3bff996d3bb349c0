using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Offices.Stale;

/// <summary>
/// Which areas of a plan a change may touch. Parcels and buildings count within a kilometre of an area, far beyond what the
/// surroundings of an area are. Of other layers rules may ask how far the next one is, so any change of theirs touches every area
/// of a plan that has rules.
/// </summary>
internal sealed class TouchedAreas
{
    private const double ReachMetres = 1000;
    private const double CellMetres = 2000;

    // A box over more cells than this is compared with every area.
    private const long MostCells = 64;

    private readonly WorkingPlane _plane;
    private readonly List<(string Id, GridBox? Box)> _areas;
    private readonly Dictionary<(long, long), List<int>> _cells = [];
    private readonly double _cell;

    internal TouchedAreas(PlanPlaces places, WorkingPlane plane)
    {
        (_plane, _cell) = (plane, CellMetres / plane.GridSize);
        var grid = GridPlaces.Of(places.Epsg, plane);
        _areas = [.. places.Areas.Select(area => (area.Id, grid.Of(area.Box) is { } box ? Widened(box) : (GridBox?)null))];
        for (var area = 0; area < _areas.Count; area++)
        {
            if (_areas[area].Box is { } box)
            {
                foreach (var cell in CellsOf(box))
                {
                    (_cells.TryGetValue(cell, out var there) ? there : _cells[cell] = []).Add(area);
                }
            }
        }
    }

    /// <summary>Ids of the areas that the changes may touch, sorted.</summary>
    internal IReadOnlyList<string> By(IReadOnlyList<ChangedLayer> changes, bool hasRules)
    {
        var touched = new bool[_areas.Count];
        foreach (var change in changes)
        {
            Mark(change, hasRules, touched);
        }

        // Where an area lies nowhere that could be told, any change may touch it.
        return [.. _areas.Where((area, i) => touched[i] || (area.Box is null && changes.Count > 0)).Select(area => area.Id).Order(StringComparer.Ordinal)];
    }

    private void Mark(ChangedLayer change, bool hasRules, bool[] touched)
    {
        var grid = GridPlaces.Of(change.Epsg, _plane);
        if (change.IsAnywhere || (hasRules && change.Layer is not (LayerNames.Parcels or LayerNames.Buildings)))
        {
            Array.Fill(touched, true);
            return;
        }

        foreach (var box in change.Boxes)
        {
            if (grid.Of(box) is not { } place)
            {
                Array.Fill(touched, true);
                return;
            }

            Mark(place, touched);
        }
    }

    private void Mark(GridBox place, bool[] touched)
    {
        foreach (var area in Near(place))
        {
            touched[area] = touched[area] || _areas[area].Box!.Value.Meets(place);
        }
    }

    private IEnumerable<int> Near(GridBox place) => CellCount(place) > MostCells
        ? Enumerable.Range(0, _areas.Count).Where(area => _areas[area].Box is not null)
        : CellsOf(place).SelectMany(cell => _cells.GetValueOrDefault(cell, []));

    private GridBox Widened(GridBox box)
    {
        var reach = (long)Math.Ceiling(ReachMetres / _plane.GridSize);
        return new GridBox(Clamped(box.MinX - reach), Clamped(box.MinY - reach), Clamped(box.MaxX + reach), Clamped(box.MaxY + reach));
    }

    private IEnumerable<(long, long)> CellsOf(GridBox box)
    {
        for (var column = CellOf(box.MinX); column <= CellOf(box.MaxX); column++)
        {
            for (var row = CellOf(box.MinY); row <= CellOf(box.MaxY); row++)
            {
                yield return (column, row);
            }
        }
    }

    private long CellCount(GridBox box) => (CellOf(box.MaxX) - CellOf(box.MinX) + 1) * (CellOf(box.MaxY) - CellOf(box.MinY) + 1);

    private long CellOf(int place) => (long)Math.Floor(place / _cell);

    private static int Clamped(long value) => (int)Math.Clamp(value, int.MinValue + 1, int.MaxValue);
}
