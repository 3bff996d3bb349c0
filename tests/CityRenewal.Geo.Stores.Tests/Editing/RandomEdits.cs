using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Tests.Editing;

/// <summary>Turns numbers into edits that a planner could make next, good ones and bad ones.</summary>
internal sealed class RandomEdits(EditSession session, ContiguityGraph graph)
{
    /// <summary>Makes the edit of a number: the same number on the same session is the same edit.</summary>
    /// <returns>Whether there was such an edit to make.</returns>
    public bool Make(int number)
    {
        var random = new Random(number);
        switch (random.Next(20))
        {
            case 0 when session.CanUndo:
                session.Undo();
                return true;
            case 1 when session.CanRedo:
                session.Redo();
                return true;
            default:
                try
                {
                    return Draw(random) is { } edit && session.Apply(edit) is not null;
                }
                catch (EditException)
                {
                    return false; // a last parcel, or nothing that is worth having
                }
        }
    }

    private Edit? Draw(Random random)
    {
        var area = session.Areas[random.Next(session.Areas.Count)].Area;
        var parcel = area.Parcels[random.Next(area.Parcels.Count)];
        return random.Next(100) switch
        {
            < 35 => Free(parcel) is { } free ? new AddParcels(area.Id, [Id(free)]) : null,
            < 60 => new RemoveParcels(area.Id, [Id(parcel)]),
            < 70 => Move(random, area, parcel),
            < 78 => new LockParcels((ParcelLock)random.Next(3), [Id(random.Next(2) == 0 ? parcel : Free(parcel) ?? parcel)]),
            < 92 => Decide(random, area),
            < 95 => Free(parcel) is { } first ? new BeginArea("", [Id(first)]) : null,
            < 97 when session.Areas.Count > 3 => new DissolveArea(area.Id),
            _ => new ResolveAround(area.Id, random.Next(3)),
        };
    }

    private MoveParcels? Move(Random random, RenewalArea area, int parcel)
    {
        var other = session.Areas[random.Next(session.Areas.Count)].Area;
        return other.Id == area.Id ? null : new MoveParcels(area.Id, other.Id, [Id(parcel)]);
    }

    private SetDisposition? Decide(Random random, RenewalArea area) => area.Dispositions.Count == 0 ? null : new SetDisposition(
        (Disposition)random.Next(3), [session.City.Buildings.Ids[area.Dispositions[random.Next(area.Dispositions.Count)].Building]], "fire lane");

    private int? Free(int parcel)
    {
        var taken = session.Areas.SelectMany(area => area.Area.Parcels).ToHashSet();
        for (var i = graph.NeighbourStart[parcel]; i < graph.NeighbourStart[parcel + 1]; i++)
        {
            if (!taken.Contains(graph.Neighbours[i]))
            {
                return graph.Neighbours[i];
            }
        }

        return null;
    }

    private string Id(int parcel) => session.City.Parcels.Ids[parcel];
}
