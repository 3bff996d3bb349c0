using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Buildings of different codes that stand on each other: perhaps podium and tower. Nothing is grouped on this ground; it is
/// listed, so that people can give them one code.
/// </summary>
public static class StackedFootprints
{
    /// <summary>Share of the smaller footprint from which on one is said to stand on the other.</summary>
    public const double LeastShare = 0.5;

    // Equal outlines are listed as duplicates already.
    private const double SameShare = 0.999;

    /// <summary>Each smaller footprint with the code under it, in the order of the rows.</summary>
    public static IReadOnlyList<Defect> Check(SourceLayer layer, CancellationToken cancel = default)
    {
        var grid = new RowGrid(layer.Shapes);
        var found = new (int Other, double Share)[layer.Shapes.Count];
        var columns = new PartColumns(layer);
        var ids = layer.Column(LayerNames.IdColumn(layer.Name));
        Parallel.For(0, found.Length, new ParallelOptions { CancellationToken = cancel }, row => found[row] = Under(row, grid, columns, ids));
        var findings = new LayerFindings(layer);
        for (var row = 0; row < found.Length; row++)
        {
            if (found[row].Share > 0)
            {
                findings.Add(AttributeDefects.StackedFootprints, row, FormattableString.Invariant($"{found[row].Share:P0} of it lies on {ids?.TextOf(found[row].Other)}"));
            }
        }

        return findings.Defects;
    }

    private static (int Other, double Share) Under(int row, RowGrid grid, PartColumns columns, SourceColumn? ids)
    {
        var box = grid.BoxOf(row);
        (int Other, double Share) best = default;
        if (!box.IsUsable)
        {
            return best;
        }

        foreach (var other in NearRows.Of(grid, box))
        {
            if (other != row && MayCover(box, grid.BoxOf(other)) && ids?.TextOf(other) != ids?.TextOf(row)
                && StackedOutlines.From([columns.RingsOf(row), columns.RingsOf(other)]) is { } pair && IsSmaller(pair, row, other))
            {
                var (share, back) = (pair.SharedArea(0, 1) / pair.AreaOf(0), pair.SharedArea(0, 1) / pair.AreaOf(1));
                best = share > LeastShare && Math.Min(share, back) < SameShare && share > best.Share ? (other, share) : best;
            }
        }

        return best;
    }

    private static bool IsSmaller(StackedOutlines pair, int row, int other) =>
        pair.AreaOf(0) < pair.AreaOf(1) || (pair.AreaOf(0) == pair.AreaOf(1) && row > other);

    private static bool MayCover(RowBox box, RowBox other)
    {
        var width = Math.Min(box.MaxX, other.MaxX) - Math.Max(box.MinX, other.MinX);
        var height = Math.Min(box.MaxY, other.MaxY) - Math.Max(box.MinY, other.MinY);
        return width > 0 && height > 0 && width * height > LeastShare * 0.5 * (box.MaxX - box.MinX) * (box.MaxY - box.MinY);
    }
}
