namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Which parcels may be in an area at all, decided before any search, and which of them stay together because a building
/// stands on both.
/// </summary>
internal sealed class Membership
{
    /// <summary>Why each parcel may or may not be in an area.</summary>
    public required MembershipReason[] Reasons { get; init; }

    /// <summary>The pieces of town that no area crosses.</summary>
    public required SearchCells Cells { get; init; }

    /// <summary>The cell of each parcel: its planning unit, cut further where a rule pack says so; -1 where there is none.</summary>
    public int[] Units => Cells.Cells;

    /// <summary>The rule that keeps a parcel out, as an index into the pack's rules; -1 where none does. Empty without a pack.</summary>
    public int[] KeptOutBy { get; init; } = [];

    /// <summary>Why each parcel by itself may or may not, before those are joined that stay together.</summary>
    public MembershipReason[] OwnReasons { get; init; } = [];

    /// <summary>The smallest parcel of the group that each parcel belongs to; itself where it stands alone.</summary>
    public required int[] Groups { get; init; }

    /// <summary>Parcels that one area takes whole or not at all without being one piece of land, and those that cost where they are split.</summary>
    public List<ParcelSet> Sets { get; init; } = [];

    /// <summary>The parcels that were decided anew where the membership was made from one before; any others are as they were there.</summary>
    public IReadOnlyCollection<int> Changed { get; init; } = [];

    /// <summary>Number of parcels.</summary>
    public int Count => Reasons.Length;

    /// <summary>Whether a parcel may be in an area.</summary>
    public bool MayJoin(int parcel) => Reasons[parcel] is MembershipReason.Candidate or MembershipReason.LockedIn;
}
