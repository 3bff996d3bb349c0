using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Benchmarks.Editing;

/// <summary>Makes random edits at the borders of areas, as a planner does, and times each alone.</summary>
internal sealed class RandomPlanner(EditSession session, Random random)
{
    private readonly ContiguityGraphView _graph = new(session);

    /// <summary>Seconds of each of some edits that were made.</summary>
    public List<(double Wall, double Cpu)> Make(int count)
    {
        var times = new List<(double Wall, double Cpu)>();
        while (times.Count < count)
        {
            if (Draw() is { } edit)
            {
                times.Add(OwnClock.Time(() => session.Apply(edit)));
            }
        }

        return times;
    }

    /// <summary>Seconds of solving the surroundings of areas again, each after some edits, where anything is found.</summary>
    public List<(double Wall, double Cpu)> Resolve(int count, int? rings)
    {
        var times = new List<(double Wall, double Cpu)>();
        for (var tries = 0; times.Count < count && tries < 10 * count; tries++)
        {
            Make(3);
            var edit = new ResolveAround(AnyArea().Area.Id, rings);
            times.Add(OwnClock.Time(() => Try(edit)));
        }

        return times;
    }

    /// <summary>Seconds of splitting parcels through their middle, of the edit right after, of taking each split back, and of making it again; all of it is taken back.</summary>
    public SplitTimes Split(int count)
    {
        var times = new SplitTimes([], [], [], []);
        for (var tries = 0; times.Splits.Count < count && tries < 10 * count; tries++)
        {
            if (SplitAny() is not { } time)
            {
                continue;
            }

            times.Splits.Add(time);
            times.Edits.AddRange(Make(1));
            session.Undo();
            times.Undos.Add(OwnClock.Time(() => session.Undo()));
            times.Redos.Add(OwnClock.Time(() => session.Redo()));
            session.Undo();
        }

        return times;
    }

    /// <summary>Seconds of splitting parcels one after the other, each in the city of all splits before.</summary>
    public List<(double Wall, double Cpu)> SplitAndKeep(int count)
    {
        var times = new List<(double Wall, double Cpu)>();
        for (var tries = 0; times.Count < count && tries < 10 * count; tries++)
        {
            times.AddRange(SplitAny() is { } time ? [time] : []);
        }

        return times;
    }

    /// <summary>Seconds of solving the surroundings of an area again, each right after a split of one of its parcels.</summary>
    public List<(double Wall, double Cpu)> ResolveAfterSplits(int count, int? rings)
    {
        var times = new List<(double Wall, double Cpu)>();
        for (var tries = 0; times.Count < count && tries < 10 * count; tries++)
        {
            var area = AnyArea();
            if (SplitAny(area) is not null)
            {
                var edit = new ResolveAround(area.Area.Id, rings);
                times.Add(OwnClock.Time(() => Try(edit)));
            }
        }

        return times;
    }

    private (double Wall, double Cpu)? SplitAny(EditedArea? area = null)
    {
        var parcel = AnyOf((area ?? AnyArea()).Area.Parcels);
        var wasSplit = false;
        var time = OwnClock.Time(() => wasSplit = Try(new SplitParcel(session.City.Parcels.Ids[parcel], _graph.LineThrough(parcel))));
        return wasSplit ? time : null;
    }

    // Nothing worth having is an answer too; a line through the middle of a box may miss the parcel.
    private bool Try(Edit edit)
    {
        try
        {
            return session.Apply(edit).Changes.Count > 0;
        }
        catch (EditException)
        {
            return false;
        }
    }

    private Edit? Draw() => random.Next(10) switch
    {
        < 4 => Adding(),
        < 7 => Removing(),
        < 8 => Locking(),
        _ => Deciding(),
    };

    private AddParcels? Adding()
    {
        var area = AnyArea();
        var free = _graph.FreeAround(area.Area.Parcels);
        return free.Count == 0 ? null : new AddParcels(area.Area.Id, [Id(AnyOf(free))]);
    }

    private RemoveParcels? Removing()
    {
        var area = AnyArea();
        return area.Area.Parcels.Count < 10 ? null : new RemoveParcels(area.Area.Id, [Id(AnyOf(area.Area.Parcels))]);
    }

    private LockParcels Locking()
    {
        var parcel = AnyOf(AnyArea().Area.Parcels);
        return new LockParcels(session.Ground.Locks[parcel] == ParcelLock.In ? ParcelLock.Free : ParcelLock.In, [Id(parcel)]);
    }

    private SetDisposition? Deciding()
    {
        var area = AnyArea();
        return area.Area.Dispositions.Count == 0 ? null : new SetDisposition(
            (Disposition)random.Next(3), [session.City.Buildings.Ids[AnyOf(area.Area.Dispositions).Building]], "fire lane");
    }

    private EditedArea AnyArea() => AnyOf(session.Areas);

    private T AnyOf<T>(IReadOnlyList<T> many) => many[random.Next(many.Count)];

    private string Id(int parcel) => session.City.Parcels.Ids[parcel];
}
