namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Which rings of one Shapefile record are shells, and which shell each hole lies in.</summary>
internal sealed class ShpRingNesting
{
    private readonly int[] _shellOf;

    private ShpRingNesting(int[] shellOf) => _shellOf = shellOf;

    /// <summary>The shells, in the order of the file.</summary>
    public IEnumerable<int> Shells => Enumerable.Range(0, _shellOf.Length).Where(ring => _shellOf[ring] == ring);

    /// <summary>The holes of a shell, in the order of the file.</summary>
    public IEnumerable<int> HolesOf(int shell) =>
        Enumerable.Range(0, _shellOf.Length).Where(ring => _shellOf[ring] == shell && ring != shell);

    /// <param name="starts">First vertex of each ring.</param>
    /// <param name="numbers">x and y of all vertices in turn.</param>
    public static ShpRingNesting Of(ReadOnlySpan<int> starts, ReadOnlySpan<double> numbers)
    {
        var areas = new double[starts.Length];
        for (var ring = 0; ring < starts.Length; ring++)
        {
            areas[ring] = TwiceArea(Ring(starts, numbers, ring));
        }

        // Without a clockwise ring the file runs the other way round; its first ring is a shell then.
        var clockwise = areas.Any(area => area < 0);
        var shellOf = new int[starts.Length];
        for (var ring = 0; ring < starts.Length; ring++)
        {
            var isShell = clockwise ? areas[ring] < 0 : true;
            shellOf[ring] = isShell ? ring : -1;
        }

        for (var ring = 0; ring < starts.Length; ring++)
        {
            if (shellOf[ring] < 0)
            {
                shellOf[ring] = ShellAround(ring, starts, numbers, areas);
            }
        }

        return new ShpRingNesting(shellOf);
    }

    // The smallest shell around the hole's first vertices; where none is around it, the shell before it.
    private static int ShellAround(int hole, ReadOnlySpan<int> starts, ReadOnlySpan<double> numbers, double[] areas)
    {
        var points = Ring(starts, numbers, hole);
        int best = -1, before = -1;
        for (var shell = 0; shell < starts.Length; shell++)
        {
            if (areas[shell] >= 0)
            {
                continue;
            }

            before = shell < hole || before < 0 ? shell : before;
            if ((best < 0 || areas[shell] > areas[best]) && IsInside(points, Ring(starts, numbers, shell)))
            {
                best = shell;
            }
        }

        return best >= 0 ? best : before;
    }

    // Half of the vertices at least, because some may lie on the shell itself.
    private static bool IsInside(ReadOnlySpan<double> points, ReadOnlySpan<double> shell)
    {
        var inside = 0;
        for (var i = 0; i < points.Length; i += 2)
        {
            inside += Contains(shell, points[i], points[i + 1]) ? 1 : 0;
        }

        return inside * 4 >= points.Length;
    }

    private static bool Contains(ReadOnlySpan<double> ring, double x, double y)
    {
        var inside = false;
        for (int i = 0, j = ring.Length - 2; i < ring.Length; j = i, i += 2)
        {
            if ((ring[i + 1] > y) != (ring[j + 1] > y)
                && x < ((ring[j] - ring[i]) * (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1])) + ring[i])
            {
                inside = !inside;
            }
        }

        return inside;
    }

    private static ReadOnlySpan<double> Ring(ReadOnlySpan<int> starts, ReadOnlySpan<double> numbers, int ring)
    {
        var end = ring + 1 < starts.Length ? starts[ring + 1] : numbers.Length / 2;
        return numbers[(2 * starts[ring])..(2 * end)];
    }

    private static double TwiceArea(ReadOnlySpan<double> ring)
    {
        double sum = 0;
        for (var i = 2; i + 3 < ring.Length; i += 2)
        {
            sum += ((ring[i] - ring[0]) * (ring[i + 3] - ring[1])) - ((ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]));
        }

        return sum;
    }
}
