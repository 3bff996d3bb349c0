namespace CityRenewal.Geo.Repairs;

/// <summary>Lists of rows are the same where they hold the same rows in the same order.</summary>
internal sealed class SameRows : IEqualityComparer<int[]>
{
    public static readonly SameRows Instance = new();

    /// <inheritdoc/>
    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    /// <inheritdoc/>
    public int GetHashCode(int[] rows)
    {
        var hash = new HashCode();
        foreach (var row in rows)
        {
            hash.Add(row);
        }

        return hash.ToHashCode();
    }
}
