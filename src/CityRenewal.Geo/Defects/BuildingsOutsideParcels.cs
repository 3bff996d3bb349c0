using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Buildings that no parcel carries. A building whose own parcel has an unusable outline is not named: that parcel is.
/// Layers in different reference systems are compared in degrees.
/// </summary>
internal sealed class BuildingsOutsideParcels(SourceShapes parcels, SourceShapes buildings)
{
    private readonly RowGrid _grid = new(parcels);

    /// <summary>Defects of the buildings that no parcel carries.</summary>
    /// <param name="buildings">The buildings; null where there are none.</param>
    /// <param name="outside">Their rows that lie on no parcel.</param>
    /// <param name="unusable">Ids of parcels whose outline is known to be wrong.</param>
    public static IReadOnlyList<Defect> Tell(SourceLayer? buildings, IReadOnlyList<int> outside, IReadOnlySet<string> unusable)
    {
        if (buildings is null)
        {
            return [];
        }

        var findings = new LayerFindings(buildings);
        var named = buildings.Column("parcel_id");
        foreach (var row in outside.Where(row => named is null || !unusable.Contains(named.TextOf(row))))
        {
            findings.Add(AttributeDefects.OutsideAllParcels, row);
        }

        return findings.Defects;
    }

    /// <summary>Rows of the buildings that lie on no parcel, ascending.</summary>
    /// <param name="parcels">The parcels; null where there are none.</param>
    /// <param name="buildings">The buildings; null where there are none.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static IReadOnlyList<int> Rows(SourceLayer? parcels, SourceLayer? buildings, CancellationToken cancel)
    {
        if (parcels is null || buildings is null || parcels.Shapes.Kind != ShapeKind.Polygon || parcels.Shapes.X.Length == 0)
        {
            return [];
        }

        var inOneSystem = parcels.Epsg == buildings.Epsg;
        var check = new BuildingsOutsideParcels(
            inOneSystem ? parcels.Shapes : InDegrees(parcels), inOneSystem ? buildings.Shapes : InDegrees(buildings));
        var outside = new bool[buildings.Shapes.Count];
        FixedChunks.Run(outside.Length, 0, (_, start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                outside[row] = check.IsOutside(row);
            }
        }, cancel);
        return [.. Enumerable.Range(0, outside.Length).Where(row => outside[row])];
    }

    private static SourceShapes InDegrees(SourceLayer layer)
    {
        double[] longitudes = new double[layer.Shapes.X.Length], latitudes = new double[longitudes.Length];
        LonLat.From(layer.Epsg).Of(layer.Shapes.X, layer.Shapes.Y, longitudes, latitudes);
        return new SourceShapes
        {
            Kind = layer.Shapes.Kind,
            X = longitudes,
            Y = latitudes,
            RingStart = layer.Shapes.RingStart,
            FeatureStart = layer.Shapes.FeatureStart,
            IsHole = layer.Shapes.IsHole,
        };
    }

    private bool IsOutside(int row)
    {
        var box = RowBox.Of(buildings, row);
        if (!box.IsUsable)
        {
            return false;
        }

        // Most buildings have their first corner on their parcel; only the others are compared edge by edge.
        var first = buildings.RingStart[buildings.FeatureStart[row]];
        double x = buildings.X[first], y = buildings.Y[first];
        return !AnyParcel(row, new RowBox(x, y, x, y), byFirstCorner: true) && !AnyParcel(row, box, byFirstCorner: false);
    }

    private bool AnyParcel(int row, RowBox box, bool byFirstCorner)
    {
        var cells = _grid.CellsOf(box);
        for (var cellY = cells.MinY; cellY <= cells.MaxY; cellY++)
        {
            for (var cellX = cells.MinX; cellX <= cells.MaxX; cellX++)
            {
                foreach (var parcel in _grid.Rows(cellX, cellY))
                {
                    if (_grid.BoxOf(parcel).Meets(box)
                        && (byFirstCorner ? IsInside(parcels, parcel, box.MinX, box.MinY) : Meets(row, parcel)))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private bool Meets(int building, int parcel) =>
        AnyVertexInside(buildings, building, parcels, parcel) || AnyVertexInside(parcels, parcel, buildings, building)
        || EdgesCross(building, parcel);

    private static bool AnyVertexInside(SourceShapes of, int row, SourceShapes area, int areaRow)
    {
        for (var i = of.RingStart[of.FeatureStart[row]]; i < of.RingStart[of.FeatureStart[row + 1]]; i++)
        {
            if (IsInside(area, areaRow, of.X[i], of.Y[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInside(SourceShapes area, int row, double x, double y)
    {
        var inside = false;
        for (var ring = area.FeatureStart[row]; ring < area.FeatureStart[row + 1]; ring++)
        {
            int start = area.RingStart[ring], end = area.RingStart[ring + 1];
            for (int i = start, j = end - 1; i < end; j = i++)
            {
                if ((area.Y[i] > y) != (area.Y[j] > y)
                    && x < ((area.X[j] - area.X[i]) * (y - area.Y[i]) / (area.Y[j] - area.Y[i])) + area.X[i])
                {
                    inside = !inside;
                }
            }
        }

        return inside;
    }

    private bool EdgesCross(int building, int parcel)
    {
        for (var i = buildings.RingStart[buildings.FeatureStart[building]]; i + 1 < buildings.RingStart[buildings.FeatureStart[building + 1]]; i++)
        {
            for (var j = parcels.RingStart[parcels.FeatureStart[parcel]]; j + 1 < parcels.RingStart[parcels.FeatureStart[parcel + 1]]; j++)
            {
                if (Crosses(i, j))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Crosses(int i, int j)
    {
        double ax = buildings.X[i], ay = buildings.Y[i], bx = buildings.X[i + 1], by = buildings.Y[i + 1];
        double cx = parcels.X[j], cy = parcels.Y[j], dx = parcels.X[j + 1], dy = parcels.Y[j + 1];
        return Turn.Of(ax, ay, bx, by, cx, cy) * Turn.Of(ax, ay, bx, by, dx, dy) < 0
            && Turn.Of(cx, cy, dx, dy, ax, ay) * Turn.Of(cx, cy, dx, dy, bx, by) < 0;
    }
}
