namespace CityRenewal.Geo.Fabric;

/// <summary>
/// What lies left of a border or over a face: nothing, one row of the land, or several. Several rows are kept once as a
/// list and named by a number, so that a cover is always one integer. A row counted minus one (a ring that runs the wrong
/// way round) is written as its complement, ~row.
/// </summary>
internal sealed class Covers
{
    /// <summary>Covered by nothing.</summary>
    public const int None = -1;

    private readonly Lock _gate = new();
    private readonly List<int[]> _lists = [];
    private readonly Dictionary<int[], int> _numbers = new(new SameRows());

    /// <summary>The cover of the given rows, sorted ascending; a row may repeat. The number is a name only, its order means nothing.</summary>
    public int Of(ReadOnlySpan<int> rows)
    {
        if (rows.Length == 0 || (rows.Length == 1 && rows[0] >= 0))
        {
            return rows.Length == 0 ? None : rows[0];
        }

        var list = rows.ToArray();
        lock (_gate)
        {
            if (!_numbers.TryGetValue(list, out var number))
            {
                number = _lists.Count;
                _numbers[list] = number;
                _lists.Add(list);
            }

            return -2 - number;
        }
    }

    /// <summary>The rows of a cover, ascending; <paramref name="one"/> holds a single one.</summary>
    public ReadOnlySpan<int> RowsOf(int cover, Span<int> one)
    {
        if (cover < None)
        {
            lock (_gate)
            {
                return _lists[-2 - cover];
            }
        }

        one[0] = cover;
        return one[..(cover == None ? 0 : 1)];
    }

    /// <summary>The cover with the rows of <paramref name="plus"/> added and those of <paramref name="minus"/> taken off.</summary>
    public int With(int cover, int plus, int minus)
    {
        // Across nearly every border one parcel ends and another, or none, begins.
        if (cover == minus)
        {
            return plus;
        }

        if (plus == minus)
        {
            return cover;
        }

        var rows = new List<int>(RowsOf(cover, stackalloc int[1]).ToArray());
        foreach (var row in RowsOf(plus, stackalloc int[1]))
        {
            Add(rows, row);
        }

        foreach (var row in RowsOf(minus, stackalloc int[1]))
        {
            Add(rows, ~row);
        }

        rows.Sort();
        return Of([.. rows]);
    }

    /// <summary>Splits a cover into rows counted positive and rows counted negative.</summary>
    public (int Positive, int Negative) Split(int cover)
    {
        if (cover >= None)
        {
            return (cover, None);
        }

        var rows = RowsOf(cover, stackalloc int[1]).ToArray();
        int[] negative = [.. rows.Where(row => row < 0).Select(row => ~row).Order()];
        return (Of([.. rows.Where(row => row >= 0)]), Of(negative));
    }

    private static void Add(List<int> rows, int row)
    {
        if (!rows.Remove(~row))
        {
            rows.Add(row);
        }
    }

    private sealed class SameRows : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? a, int[]? b) => a.AsSpan().SequenceEqual(b);

        public int GetHashCode(int[] rows)
        {
            var hash = rows.Length;
            foreach (var row in rows)
            {
                hash = unchecked((hash * 31) + row);
            }

            return hash;
        }
    }
}
