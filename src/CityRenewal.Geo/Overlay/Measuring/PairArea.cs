using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Area that two polygons share, square grid units. One per thread.</summary>
internal sealed class PairArea(PolygonColumns shapes, FeatureBoxes boxes, PolygonColumns others)
{
    private readonly PolygonEdges _polygon = new();
    private int _loaded = -1;

    /// <summary>Area that feature <paramref name="feature"/> shares with a feature of the other layer whose box it meets.</summary>
    public double Of(int feature, int other)
    {
        var box = boxes.Boxes[feature];
        var whole = boxes.Areas[feature];
        var side = BoxSides.Of(others, other, box);
        if (side == BoxSide.Crossed)
        {
            side = PolygonSides.Of(shapes, feature, box, others, other);
        }

        if (side != BoxSide.Crossed)
        {
            return side == BoxSide.Inside ? whole : 0;
        }

        if (_loaded != feature)
        {
            _polygon.Frame(box);
            _polygon.Load(shapes, feature);
            _loaded = feature;
        }

        return AreaRule.Settle(SumOfEdges(other), whole);
    }

    private double SumOfEdges(int other)
    {
        double sum = 0;
        for (var ring = others.FeatureStart[other]; ring < others.FeatureStart[other + 1]; ring++)
        {
            for (var i = others.RingStart[ring] + 1; i < others.RingStart[ring + 1]; i++)
            {
                sum += Above(
                    (double)others.X[i - 1] - _polygon.OriginX,
                    (double)others.Y[i - 1] - _polygon.OriginY,
                    (double)others.X[i] - _polygon.OriginX,
                    (double)others.Y[i] - _polygon.OriginY);
            }
        }

        return sum;
    }

    private double Above(double ax, double ay, double bx, double by)
    {
        if ((ax <= 0 && bx <= 0) || (ax >= _polygon.MaxX && bx >= _polygon.MaxX) || (ay >= _polygon.MaxY && by >= _polygon.MaxY))
        {
            return 0;
        }

        var slope = (by - ay) / (bx - ax);
        return ax < bx ? AreaAbove.Of(_polygon, ax, ay, bx, slope)
            : ax > bx ? -AreaAbove.Of(_polygon, bx, by, ax, slope)
            : 0;
    }
}
