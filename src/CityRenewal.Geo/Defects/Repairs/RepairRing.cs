namespace CityRenewal.Geo.Defects;

/// <summary>One ring that is being repaired, in the coordinates of its file.</summary>
internal sealed class RepairRing(List<(double X, double Y)> points, bool isHole)
{
    public List<(double X, double Y)> Points => points;

    public bool IsHole => isHole;

    public bool IsClosed => points.Count > 1 && points[0] == points[^1];

    /// <summary>Twice the signed area, positive anticlockwise, in the file's units.</summary>
    public double TwiceArea()
    {
        double sum = 0;
        for (var i = 1; i + 1 < points.Count; i++)
        {
            sum += ((points[i].X - points[0].X) * (points[i + 1].Y - points[0].Y)) - ((points[i + 1].X - points[0].X) * (points[i].Y - points[0].Y));
        }

        return sum;
    }

    /// <summary>Lets a straight edge close the ring.</summary>
    public double Close(LayerHabits habits)
    {
        var gap = Length(points[0], points[^1], habits);
        points.Add(points[0]);
        return gap;
    }

    /// <summary>Drops vertices given twice in a row; returns how many.</summary>
    public int DropRepeated()
    {
        var before = points.Count;
        for (var i = points.Count - 1; i > 0; i--)
        {
            if (points[i] == points[i - 1])
            {
                points.RemoveAt(i);
            }
        }

        return before - points.Count;
    }

    /// <summary>Drops the tips of spikes until there is none; returns the length of the longest, metres.</summary>
    public double DropSpikes(LayerHabits habits) => DropWhere(habits, RepairCorner.IsSpike, RepairCorner.ReachOf);

    /// <summary>How far a triangle reaches that is nothing but a spike, metres; 0 where the ring is something else.</summary>
    public double ReachAsSpike(LayerHabits habits)
    {
        if (points.Count != 4)
        {
            return 0;
        }

        RepairCorner[] corners =
        [
            new(points[2], points[0], points[1], habits), new(points[0], points[1], points[2], habits), new(points[1], points[2], points[3], habits),
        ];
        return corners.Where(RepairCorner.IsSpike).Select(RepairCorner.ReachOf).DefaultIfEmpty(0).Max();
    }

    /// <summary>Drops vertices of a straight border that <paramref name="isAlone"/> says nobody else has; returns how far the border moved.</summary>
    public double DropStraight(LayerHabits habits, Func<(double X, double Y), bool> isAlone) =>
        DropWhere(habits, corner => corner.IsStraight && isAlone(corner.At), corner => corner.OffLine);

    private double DropWhere(LayerHabits habits, Func<RepairCorner, bool> which, Func<RepairCorner, double> size)
    {
        double largest = 0;
        for (var i = 0; i < points.Count - 1 && points.Count > 4; i++)
        {
            var before = points[i == 0 ? points.Count - 2 : i - 1];
            var corner = new RepairCorner(before, points[i], points[i + 1], habits);
            if (!which(corner))
            {
                continue;
            }

            largest = Math.Max(largest, size(corner));
            points.RemoveAt(i);
            if (i == 0)
            {
                points[^1] = points[0];
            }

            DropRepeated();
            i = -1;
        }

        return largest;
    }

    private static double Length((double X, double Y) a, (double X, double Y) b, LayerHabits habits) =>
        Math.Sqrt(Math.Pow((b.X - a.X) * habits.MetresPerX, 2) + Math.Pow((b.Y - a.Y) * habits.MetresPerY, 2));
}
