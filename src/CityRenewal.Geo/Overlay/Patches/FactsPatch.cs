using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Measures the parts of a parcel that was split, and the buildings near it, with the grids and meters that measure all; what
/// is known of other parcels and buildings stays.
/// </summary>
internal sealed class FactsPatch
{
    private readonly ParcelFacts _facts;
    private readonly City _city;
    private readonly OverlayGrids _grids;
    private readonly OverlayRun _run;
    private readonly int[] _parts;
    private readonly MeasuredFeatures _lots;
    private readonly (PolygonColumns Shapes, MeasuredFeatures Measured) _few;
    private readonly int[] _buildings;
    private readonly (PolygonColumns Shapes, MeasuredFeatures Measured) _fewBuildings;

    private FactsPatch(ParcelFacts facts, City city, int[] parts, OverlayGrids grids)
    {
        (_facts, _city, _parts, _grids) = (facts, city, parts, grids);
        _run = new OverlayRun(city.Plane, Threads: 1);
        _lots = facts.Lots.With(city.Parcels.Shapes, parts, city.Plane);
        _few = Few(city.Parcels.Shapes, parts);
        _buildings = [.. BuildingsNear()];
        _fewBuildings = Few(city.Buildings.Shapes, _buildings);
    }

    /// <summary>The facts of a city after a split; null where the parcel is so large that it is measured in another way.</summary>
    /// <param name="facts">The facts before.</param>
    /// <param name="city">The city after.</param>
    /// <param name="parts">Rows of the parts: the parcel's own, and the last ones.</param>
    /// <param name="grids">The grids of its layers.</param>
    public static PatchedFacts? Of(ParcelFacts facts, City city, int[] parts, OverlayGrids grids)
    {
        var patch = new FactsPatch(facts, city, parts, grids);
        return FeatureGrid.AreSmall(city.Parcels.Shapes, (facts.Lots.Boxes, patch._lots.Boxes), parts) ? patch.Patched() : null;
    }

    private (PolygonColumns Shapes, MeasuredFeatures Measured) Few(PolygonColumns shapes, int[] rows)
    {
        var few = shapes.Only(rows);
        return (few, MeasuredFeatures.Of(few, _run));
    }

    private IEnumerable<int> BuildingsNear()
    {
        var box = _parts.Aggregate(GridBox.Empty, (all, part) => all.With(_lots.Boxes.Boxes[part]));
        var standing = _facts.BuildingShares.BuildingsOf(_parts[0]).ToArray().Select(part => part.Zone);
        return _facts.Buildings.Measured.Boxes.RowsMeeting(box).Concat(standing).Distinct().Order();
    }

    private PatchedFacts Patched()
    {
        var shares = SharesOfBuildings();
        int[] parcelRows = [.. _parts.Concat(_buildings.SelectMany(building => shares.ParcelsOf(building).ToArray().Select(part => part.Zone))).Distinct().Order()];
        var divisions = new ZoneShares[_grids.Divisions.Count];
        var measured = new ZoneShares[divisions.Length];
        for (var i = 0; i < divisions.Length; i++)
        {
            var (name, _, rows) = _grids.Divisions[i];
            measured[i] = ZoneShares.Of(_few.Shapes, _few.Measured, _grids.OfDivision(i), rows, _run);
            divisions[i] = _facts.Divisions[name].With(_lots.AreasM2, _parts, measured[i]);
        }

        var (columns, ofBuildings) = (new LayerColumn[_grids.Themes.Count], new LayerColumn[_grids.Themes.Count]);
        var outside = _facts.OutsideUdb;
        for (var theme = 0; theme < columns.Length; theme++)
        {
            var before = _facts.Columns[theme];
            var division = _grids.DivisionOf(theme);
            var now = division >= 0
                ? measured[division].ToColumn(before.Name, _few.Measured, _run.Plane)
                : LayerColumn.Of(before.Name, _few.Shapes, _few.Measured, _grids.OfTheme(theme), _run);
            columns[theme] = before.With(_lots.AreasM2, _parts, now);
            if (before.Name == LayerNames.Udb && outside is not null)
            {
                outside = outside.With(columns[theme], _parts, OutsideStrips.Of(now, _few.Shapes, _few.Measured, _grids.OfTheme(theme), _run));
            }

            ofBuildings[theme] = OfBuildings(theme, division, (columns[theme], shares));
        }

        var facts = new ParcelFacts(_lots)
        {
            Columns = columns,
            OutsideUdb = outside,
            Divisions = Enumerable.Range(0, divisions.Length).ToDictionary(i => _grids.Divisions[i].Name, i => divisions[i]),
            BuildingShares = shares,
            Sums = _facts.Sums.With(parcelRows, (_city.Buildings, _facts.Buildings.Measured), _facts.Buildings.FloorArea, shares),
            ProtectedItems = _facts.ProtectedItems.With(
                _parts, ItemHits.OfSome(_few.Shapes, _few.Measured, _city, _grids.Options, _run), _city.Parcels.Count),
            Buildings = _facts.Buildings.With(ofBuildings),
        };
        return new PatchedFacts(facts, parcelRows);
    }

    private BuildingShares SharesOfBuildings()
    {
        var pair = new PairArea(_city.Buildings.Shapes, _facts.Buildings.Measured.Boxes, _city.Parcels.Shapes);
        var footprints = _facts.Buildings.Measured;
        double On(int building, int part)
        {
            var (box, other) = (footprints.Boxes.Boxes[building], _lots.Boxes.Boxes[part]);
            var isApart = box.MinX >= other.MaxX || other.MinX >= box.MaxX || box.MinY >= other.MaxY || other.MinY >= box.MaxY;
            return isApart || footprints.Boxes.Areas[building] <= 0 || _lots.Boxes.Areas[part] <= 0 ? 0 : _run.Plane.SquareMetres(pair.Of(building, part));
        }

        var areas = _buildings.ToDictionary(building => building, building => Array.ConvertAll(_parts, part => On(building, part)));
        return _facts.BuildingShares.With(_parts, areas, footprints, _city.Parcels.Ids);
    }

    private LayerColumn OfBuildings(int theme, int division, (LayerColumn Parcels, BuildingShares Shares) now)
    {
        var before = _facts.Buildings.Columns[theme];
        var holders = new Holders(Array.ConvertAll(_buildings, building => now.Shares.Holders[building]), now.Parcels);
        var measured = division >= 0
            ? ZoneShares.Of(_fewBuildings, (_grids.OfDivision(division), _grids.Divisions[division].Rows), _run, holders)
                .ToColumn(before.Name, _fewBuildings.Measured, _run.Plane, holders)
            : LayerColumn.Of(before.Name, _fewBuildings, _grids.OfTheme(theme), _run, holders);
        return before.IsAs(_buildings, measured) ? before : before.With(_facts.Buildings.Measured.AreasM2, _buildings, measured);
    }
}
