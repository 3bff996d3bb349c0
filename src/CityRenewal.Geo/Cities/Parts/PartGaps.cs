using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>Tells whether rows of one code stand together: from each to the next no more than a gap.</summary>
internal static class PartGaps
{
    private const double MetresPerDegree = 111_320;

    /// <summary>Whether every part is reached from the first over gaps of at most so many metres between their boxes.</summary>
    public static bool AreTogether(PartColumns columns, IReadOnlyList<int> rows, double gap)
    {
        var boxes = rows.Select(row => RowBox.Of(columns.Layer.Shapes, row)).ToList();
        var reached = new HashSet<int> { 0 };
        var open = new Queue<int>([0]);
        while (open.TryDequeue(out var part))
        {
            for (var other = 0; other < boxes.Count; other++)
            {
                if (!reached.Contains(other) && Gap(boxes[part], boxes[other], columns.Layer.Epsg) <= gap)
                {
                    reached.Add(other);
                    open.Enqueue(other);
                }
            }
        }

        return reached.Count == boxes.Count;
    }

    private static double Gap(RowBox one, RowBox other, int epsg)
    {
        var (perX, perY) = MetresPerUnit(epsg, one.MinY);
        var x = Math.Max(0, Math.Max(one.MinX - other.MaxX, other.MinX - one.MaxX)) * perX;
        var y = Math.Max(0, Math.Max(one.MinY - other.MaxY, other.MinY - one.MaxY)) * perY;
        return Math.Sqrt((x * x) + (y * y));
    }

    private static (double X, double Y) MetresPerUnit(int epsg, double latitude) =>
        epsg != ReferenceSystems.Local && ReferenceSystems.Find(epsg).IsGeographic
            ? (MetresPerDegree * Math.Cos(latitude * Math.PI / 180), MetresPerDegree)
            : (1, 1);
}
