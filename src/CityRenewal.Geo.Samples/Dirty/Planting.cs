using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>A kind of defect and how it is planted.</summary>
/// <param name="Kind">The code that a check should answer with.</param>
/// <param name="PerThousand">How many for a thousand parcels; there is at least one.</param>
/// <param name="Plant">Plants it on a site and returns the note for the ledger; null where the site does not suit.</param>
internal sealed record Planting(string Kind, double PerThousand, Planting.Act Plant)
{
    /// <summary>Changes one feature.</summary>
    internal delegate string? Act(Site site, ref Dice dice);
}
