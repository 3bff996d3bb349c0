using System.Text;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>
/// Path data of shapes that may reach far beyond the sheet: cut at a box a little larger than what is seen, so that a
/// boundary of a whole city costs a sheet no more than the piece that lies on it. The cut runs outside the visible frame.
/// </summary>
internal sealed class ClippedPath(MapFrame frame)
{
    private readonly GridBox _box = Wider(frame.Box);
    private readonly List<(double X, double Y)> _from = [];
    private readonly List<(double X, double Y)> _to = [];

    /// <summary>Appends a polygon's rings, cut where they leave the box; whether anything of it lies there.</summary>
    public bool AppendFeature(StringBuilder path, PolygonColumns shapes, int feature)
    {
        var before = path.Length;
        var isWithin = IsWithin(shapes.BoxOf(feature));
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            int start = shapes.RingStart[ring], end = shapes.RingStart[ring + 1];
            if (isWithin)
            {
                SvgPath.Append(path, shapes.X[start..end], shapes.Y[start..end], frame, closed: true);
            }
            else
            {
                AppendCut(path, shapes.X[start..end], shapes.Y[start..end]);
            }
        }

        return path.Length > before;
    }

    /// <summary>Appends those runs of a line that come near the box; whether there are any.</summary>
    public bool AppendLine(StringBuilder path, LineColumns lines, int feature)
    {
        var before = path.Length;
        for (var part = lines.FeatureStart[feature]; part < lines.FeatureStart[feature + 1]; part++)
        {
            int start = lines.PathStart[part], end = lines.PathStart[part + 1];
            var x = lines.X[start..end];
            var y = lines.Y[start..end];
            for (int i = 1, run = 0; i <= x.Length; i++)
            {
                var isNear = i < x.Length && GridBox.Of(x[(i - 1)..(i + 1)], y[(i - 1)..(i + 1)]).Meets(_box);
                if (!isNear)
                {
                    SvgPath.Append(path, x[run..i], y[run..i], frame, closed: false);
                    run = i;
                }
            }
        }

        return path.Length > before;
    }

    // Sutherland and Hodgman (1974): one side of the box after the other.
    private void AppendCut(StringBuilder path, ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        _from.Clear();
        for (var i = 0; i < x.Length - 1; i++)
        {
            _from.Add((x[i], y[i]));
        }

        Cut(point => point.X - _box.MinX);
        Cut(point => _box.MaxX - point.X);
        Cut(point => point.Y - _box.MinY);
        Cut(point => _box.MaxY - point.Y);
        if (_from.Count < 3)
        {
            return;
        }

        _from.Add(_from[0]);
        SvgPath.Append(path, [.. _from.Select(point => (int)point.X)], [.. _from.Select(point => (int)point.Y)], frame, closed: true);
    }

    private void Cut(Func<(double X, double Y), double> inside)
    {
        _to.Clear();
        for (var i = 0; i < _from.Count; i++)
        {
            var (one, next) = (_from[i], _from[(i + 1) % _from.Count]);
            double here = inside(one), there = inside(next);
            if (here >= 0)
            {
                _to.Add(one);
            }

            if (here >= 0 != there >= 0)
            {
                var share = here / (here - there);
                _to.Add((one.X + (share * (next.X - one.X)), one.Y + (share * (next.Y - one.Y))));
            }
        }

        _from.Clear();
        _from.AddRange(_to);
    }

    private bool IsWithin(GridBox box) =>
        box.MinX >= _box.MinX && box.MaxX <= _box.MaxX && box.MinY >= _box.MinY && box.MaxY <= _box.MaxY;

    private static GridBox Wider(GridBox box)
    {
        long marginX = ((long)box.MaxX - box.MinX) / 100, marginY = ((long)box.MaxY - box.MinY) / 100;
        return new GridBox((int)(box.MinX - marginX), (int)(box.MinY - marginY), (int)(box.MaxX + marginX), (int)(box.MaxY + marginY));
    }
}
