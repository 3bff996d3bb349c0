using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// Locks parcels in or out, or frees them. A lock moves no parcel; it is kept when the surroundings are solved again, and an
/// area that breaks it says so.
/// </summary>
/// <param name="Lock">The lock.</param>
/// <param name="Parcels">The parcels, by id.</param>
public sealed record LockParcels(ParcelLock Lock, IReadOnlyList<string> Parcels) : Edit
{
    /// <inheritdoc/>
    public override AppliedEdit Said => Lock switch
    {
        ParcelLock.In => new($"lock in {Ids(Parcels)}", $"Locked {List(Parcels)} in.", $"锁定 {ListChinese(Parcels)} 须纳入。"),
        ParcelLock.Out => new($"lock out {Ids(Parcels)}", $"Locked {List(Parcels)} out.", $"锁定 {ListChinese(Parcels)} 不纳入。"),
        _ => new($"lock free {Ids(Parcels)}", $"Unlocked {List(Parcels)}.", $"解除 {ListChinese(Parcels)} 的锁定。"),
    };

    /// <inheritdoc/>
    internal override EditState On(EditDesk desk)
    {
        var parcels = desk.Parcels(Parcels);
        foreach (var parcel in parcels.Where(parcel => desk.Ground.Locks[parcel] == Lock))
        {
            desk.Refuse("parcel", desk.IdOf(parcel), $"It is {(Lock == ParcelLock.Free ? "not locked" : $"locked {(Lock == ParcelLock.In ? "in" : "out")} already")}.", "Leave it out.");
        }

        desk.Require();
        var state = desk.State with { Locks = desk.State.Locks.SetItems(parcels.Select(parcel => KeyValuePair.Create(parcel, Lock))) };
        return state.Touching(parcels.Select(desk.OwnerOf).OfType<string>());
    }
}
