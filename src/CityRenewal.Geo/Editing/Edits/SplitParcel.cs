using System.Globalization;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// Splits a parcel along a drawn line. The parts are parcels from then on, P12-1 (the largest), P12-2, …; the city's own data
/// stay as they are, the session holds the split. Floor area follows the buildings: a building counts on each part by the
/// share of its footprint there, as on any parcels, and belongs to the area of the part that holds most of it.
/// </summary>
/// <param name="Parcel">The parcel, by id.</param>
/// <param name="Line">Two or more points in the city's reference system, x east and y north; both ends lie outside the parcel.</param>
public sealed record SplitParcel(string Parcel, IReadOnlyList<(double X, double Y)> Line) : Edit
{
    /// <inheritdoc/>
    public override AppliedEdit Said => new(
        $"split {EditCommand.Quoted(Parcel)} {string.Join(' ', Line.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:R},{point.Y:R}")))}",
        $"Split {Parcel} along a line of {Line.Count} points.",
        $"沿 {Line.Count} 点折线分割 {Parcel}。");

    /// <inheritdoc/>
    internal override EditState On(EditDesk desk)
    {
        var parcels = desk.Parcels([Parcel]);
        desk.Require();
        var row = parcels[0];
        var cut = ParcelCutting.Of(desk, row, Line);
        desk.Require();
        int[] parts = [.. cut!.PartIds.Skip(1).Select((_, index) => desk.Ground.City.Parcels.Count + index)];
        var state = desk.State with { Cuts = desk.State.Cuts.Add(cut) };
        if (desk.State.Locks.TryGetValue(row, out var locked))
        {
            state = state with { Locks = state.Locks.SetItems(parts.Select(part => KeyValuePair.Create(part, locked))) };
        }

        return desk.OwnerOf(row) is { } area ? state.With(area, state.Areas[area].Concat(parts)) : state;
    }
}
