using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>Fills the columns of zones, barriers and protected items.</summary>
internal static class ZoneRows
{
    public static Zones Zones(OrderedRows rows) => new()
    {
        Ids = rows.Ids(),
        Names = rows.Texts("name"),
        Parents = rows.Texts("parent_id"),
        Kinds = rows.Kinds(),
        Shapes = rows.Polygons(),
        Numbers = rows.Layer.Columns
            .Where(column => column is RealSource or IntegerSource && column.Name != LayerNames.IdColumn(rows.Layer.Name))
            .ToDictionary(column => column.Name, column => rows.Reals(column.Name)),
        Texts = LayerNames.TextColumns(rows.Layer.Name)
            .Where(name => rows.Layer.Column(name) is not null)
            .ToDictionary(name => name, rows.Texts),
    };

    public static Barriers Barriers(OrderedRows rows) => new()
    {
        Ids = rows.Ids(),
        Kinds = rows.Kinds(),
        Lines = rows.Lines(),
        Widths = rows.Reals("width_m"),
    };

    public static Stations Stations(OrderedRows rows)
    {
        var shapes = rows.Polygons();
        var (x, y) = Middles(shapes);
        return new Stations
        {
            Ids = rows.Ids(), Kinds = rows.Kinds(), Names = rows.Texts("name"), Shapes = WithoutPoints(shapes), PointsX = x, PointsY = y,
        };
    }

    public static ProtectedItems ProtectedItems(OrderedRows rows)
    {
        var shapes = rows.Polygons();
        var (x, y) = Middles(shapes);
        return new ProtectedItems
        {
            Ids = rows.Ids(),
            Kinds = rows.Kinds(),
            Names = rows.Texts("name"),
            BuildingIds = rows.Texts("building_id"),
            Shapes = WithoutPoints(shapes),
            PointsX = x,
            PointsY = y,
        };
    }

    private static (int[] X, int[] Y) Middles(PolygonColumns shapes)
    {
        int[] x = new int[shapes.Count], y = new int[shapes.Count];
        for (var i = 0; i < shapes.Count; i++)
        {
            var box = shapes.BoxOf(i);
            // An item without any place is off the grid.
            x[i] = box.IsEmpty ? PlaneTransform.OffGrid : (int)(((long)box.MinX + box.MaxX) >> 1);
            y[i] = box.IsEmpty ? PlaneTransform.OffGrid : (int)(((long)box.MinY + box.MaxY) >> 1);
        }

        return (x, y);
    }

    /// <summary>Outlines alone: what was one point has no ring.</summary>
    private static PolygonColumns WithoutPoints(PolygonColumns shapes)
    {
        List<int> x = [], y = [], ringStart = [0], featureStart = [0];
        for (var feature = 0; feature < shapes.Count; feature++)
        {
            for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
            {
                int start = shapes.RingStart[ring], end = shapes.RingStart[ring + 1];
                if (end - start > 1)
                {
                    x.AddRange(shapes.X[start..end]);
                    y.AddRange(shapes.Y[start..end]);
                    ringStart.Add(x.Count);
                }
            }

            featureStart.Add(ringStart.Count - 1);
        }

        return new PolygonColumns([.. x], [.. y], [.. ringStart], [.. featureStart]);
    }
}
