using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Finds what a feature shares area with: small features through their cells, large ones through their own grid.</summary>
internal sealed class OverlapSearch(FeatureGrid index, AreaGrid? large, PairArea pair, FeatureBoxes others)
{
    private bool _isWithinLayer;

    private readonly ZoneMeter? _largeMeter = large is null ? null : new ZoneMeter(large);
    private readonly List<ZoneArea> _found = [];

    /// <summary>A search among the small features of one layer, which finds only partners of a higher row.</summary>
    public static OverlapSearch WithinLayer(FeatureGrid index, PolygonColumns shapes, FeatureBoxes boxes) =>
        new(index, null, new PairArea(shapes, boxes, shapes), boxes) { _isWithinLayer = true };

    /// <summary>Whether any small feature may lie in a box, or any large one is there at all.</summary>
    public bool MayMeet(in GridBox box) =>
        large is not null || (!box.IsEmpty && index.Frame.TryRange(box, out var range) && index.HasAny(range));

    /// <summary>Adds the features of the other layer that share area with one feature, ascending; square grid units.</summary>
    public void Find(PolygonColumns shapes, int feature, FeatureBoxes boxes, List<ZoneArea> found)
    {
        var box = boxes.Boxes[feature];
        if (boxes.Areas[feature] <= 0 || !index.Frame.TryRange(box, out var range))
        {
            return;
        }

        _found.Clear();
        FindLarge(shapes, feature, boxes);
        for (var row = range.FirstRow; row <= range.LastRow; row++)
        {
            for (var column = range.FirstColumn; column <= range.LastColumn; column++)
            {
                FindIn(column, row, feature, box);
            }
        }

        if (_found.Count > 1)
        {
            _found.Sort((a, b) => a.Zone.CompareTo(b.Zone));
        }

        found.AddRange(_found);
    }

    private void FindIn(int column, int row, int feature, in GridBox box)
    {
        foreach (var other in index.In(column, row))
        {
            var otherBox = others.Boxes[other];
            if ((_isWithinLayer && other <= feature) || box.MinX >= otherBox.MaxX || otherBox.MinX >= box.MaxX
                || box.MinY >= otherBox.MaxY || otherBox.MinY >= box.MaxY)
            {
                continue;
            }

            // Boxes that meet in several cells are looked at in the cell where their common corner lies.
            if (index.Frame.ColumnOf(Math.Max(box.MinX, otherBox.MinX)) != column
                || index.Frame.RowOf(Math.Max(box.MinY, otherBox.MinY)) != row)
            {
                continue;
            }

            var area = pair.Of(feature, other);
            if (area > 0)
            {
                _found.Add(new ZoneArea(other, area));
            }
        }
    }

    private void FindLarge(PolygonColumns shapes, int feature, FeatureBoxes boxes)
    {
        if (_largeMeter is null)
        {
            return;
        }

        _largeMeter.Measure(shapes, feature, boxes.Boxes[feature], boxes.Areas[feature], _found);
        for (var i = 0; i < _found.Count; i++)
        {
            _found[i] = _found[i] with { Zone = index.Large[_found[i].Zone] };
        }
    }
}
