namespace CityRenewal.Geo.Register;

/// <summary>What one unit has of areas or of projects.</summary>
/// <param name="Level">Level of the unit.</param>
/// <param name="Unit">Its id; empty for land of which no unit is known, and for the city.</param>
/// <param name="Kind">Areas or projects: they lie upon each other and are never summed together.</param>
/// <param name="Counts">Entries by state, each counted in the unit that has most of its land, in the order of the states.</param>
/// <param name="Numbers">Land by parcel, buildings by the parcel that they stood on.</param>
public sealed record RollUpRow(
    RollUpLevel Level, string Unit, RegisterKind Kind, IReadOnlyList<int> Counts, EntryNumbers Numbers)
{
    /// <summary>Entries in all states.</summary>
    public int Entries => Counts.Sum();
}
