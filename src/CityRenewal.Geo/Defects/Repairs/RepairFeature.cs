using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>One feature that is being repaired.</summary>
internal sealed class RepairFeature
{
    private const double UnitsPerMetre = 10_000;

    public RepairFeature(SourceShapes shapes, int row)
    {
        for (var ring = shapes.FeatureStart[row]; ring < shapes.FeatureStart[row + 1]; ring++)
        {
            var points = new List<(double, double)>();
            for (var i = shapes.RingStart[ring]; i < shapes.RingStart[ring + 1]; i++)
            {
                points.Add((shapes.X[i], shapes.Y[i]));
            }

            Rings.Add(new RepairRing(points, shapes.IsHole.Length > 0 && shapes.IsHole[ring]));
        }
    }

    public List<RepairRing> Rings { get; private set; } = [];

    /// <summary>Area by the even-odd rule, m²; NaN where the feature cannot be read.</summary>
    public double Area(LayerHabits habits) => Read(habits) is { } read ? Sum(read.Rings) / 2 / (UnitsPerMetre * UnitsPerMetre) : double.NaN;

    /// <summary>Drops the tips of spikes, and triangles that are nothing else beside other rings; returns the length of the longest, metres.</summary>
    public double DropSpikes(LayerHabits habits)
    {
        var longest = Rings.Max(ring => ring.DropSpikes(habits));
        for (var i = Rings.Count - 1; i >= 0; i--)
        {
            var reach = Rings[i].ReachAsSpike(habits);
            var end = i + 1;
            while (!Rings[i].IsHole && end < Rings.Count && Rings[end].IsHole)
            {
                end++;
            }

            // The last ring stays: without it nothing would be left of the feature.
            if (reach > 0 && end - i < Rings.Count)
            {
                Rings.RemoveRange(i, end - i);
                longest = Math.Max(longest, reach);
            }
        }

        return longest;
    }

    /// <summary>Replaces the outline by what the even-odd rule reads; vertices that stay keep their coordinates to the last digit.</summary>
    public bool ReadByParity(LayerHabits habits)
    {
        if (Read(habits) is not { } read || read.Rings.Count == 0)
        {
            return false;
        }

        var (origin, known) = (Rings[0].Points[0], new Dictionary<(int, int), (double, double)>());
        foreach (var point in Rings.SelectMany(ring => ring.Points))
        {
            known.TryAdd(OnGrid(point, origin, habits), point);
        }

        Rings = read.Rings.Select(ring => new RepairRing(
            [.. ring.X.Zip(ring.Y, (x, y) => known.TryGetValue((x, y), out var given)
                ? given
                : (origin.X + (x / UnitsPerMetre / habits.MetresPerX), origin.Y + (y / UnitsPerMetre / habits.MetresPerY)))],
            ring.IsHole)).ToList();
        return true;
    }

    private (IReadOnlyList<GridRing> Rings, IReadOnlyList<ShapeFault> Faults)? Read(LayerHabits habits)
    {
        if (Rings.Count == 0 || Rings[0].Points.Count == 0)
        {
            return null;
        }

        var origin = Rings[0].Points[0];
        var rings = new List<GridRing>();
        foreach (var ring in Rings)
        {
            var points = ring.Points.ConvertAll(point => OnGrid(point, origin, habits));
            if (points.Exists(point => point.X == int.MinValue))
            {
                return null;
            }

            points = [.. points.Where((point, i) => i == 0 || point != points[i - 1])];
            if (points.Count > 0 && points[0] != points[^1])
            {
                points.Add(points[0]);
            }

            if (points.Count >= 4)
            {
                rings.Add(new GridRing([.. points.Select(point => point.X)], [.. points.Select(point => point.Y)], ring.IsHole));
            }
        }

        return rings.Count == 0 ? (rings, []) : ShapeMending.Of(rings);
    }

    private static (int X, int Y) OnGrid((double X, double Y) point, (double X, double Y) origin, LayerHabits habits)
    {
        double x = Math.Round((point.X - origin.X) * habits.MetresPerX * UnitsPerMetre), y = Math.Round((point.Y - origin.Y) * habits.MetresPerY * UnitsPerMetre);
        return Math.Abs(x) < int.MaxValue && Math.Abs(y) < int.MaxValue ? ((int)x, (int)y) : (int.MinValue, int.MinValue);
    }

    // Shells count, holes take off, whatever their direction is.
    private static double Sum(IReadOnlyList<GridRing> rings)
    {
        double sum = 0;
        foreach (var ring in rings)
        {
            double twice = 0;
            for (var i = 1; i < ring.X.Length; i++)
            {
                twice += ((double)ring.X[i - 1] * ring.Y[i]) - ((double)ring.X[i] * ring.Y[i - 1]);
            }

            sum += ring.IsHole ? -Math.Abs(twice) : Math.Abs(twice);
        }

        return sum;
    }
}
