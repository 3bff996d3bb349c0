namespace CityRenewal.Geo.Compliance;

/// <summary>The record of opinions of a plan (意见记录).</summary>
/// <param name="Entries">All entries, the oldest first, each with what became of its finding since.</param>
/// <param name="BrokenAt">Number of the first entry that is not as it was written, or before which one is missing; null where none is.</param>
/// <param name="LastHash">Hash of the last entry, which vouches for all; empty where there is none.</param>
public sealed record OpinionRecord(IReadOnlyList<(Opinion Opinion, FindingSince Since)> Entries, int? BrokenAt, string LastHash)
{
    /// <summary>No opinion at all.</summary>
    public static readonly OpinionRecord Empty = new([], null, Opinion.NoHash);

    /// <summary>A record as a file has it.</summary>
    /// <param name="stored">The entries with the hashes that stand beside them.</param>
    /// <param name="findings">Hash of every finding as it is now, by area, project and rule.</param>
    public static OpinionRecord Of(
        IReadOnlyList<(Opinion Opinion, string Hash)> stored, IReadOnlyDictionary<(string Area, string Project, string Rule), string> findings)
    {
        var (before, brokenAt) = (Opinion.NoHash, (int?)null);
        for (var i = 0; i < stored.Count; i++)
        {
            var (opinion, hash) = stored[i];
            if (brokenAt is null && (opinion.Number != i + 1 || opinion.HashAfter(before) != hash))
            {
                brokenAt = i + 1;
            }

            before = hash;
        }

        return new OpinionRecord([.. stored.Select(each => (each.Opinion, SinceOf(each.Opinion, findings)))], brokenAt, before);
    }

    private static FindingSince SinceOf(Opinion opinion, IReadOnlyDictionary<(string Area, string Project, string Rule), string> findings) =>
        !findings.TryGetValue((opinion.Area, opinion.Project, opinion.Rule), out var hash) ? FindingSince.Gone
        : hash == opinion.FindingHash ? FindingSince.Same
        : FindingSince.Changed;
}
