using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Areas;

/// <summary>What the planner decided about parcels: the locks of the city, and those that a request adds by id.</summary>
public static class ParcelLocks
{
    /// <summary>The lock of every parcel; a request has the last word where it does not contradict itself or the city.</summary>
    public static ParcelLock[] Of(City city, ProposalOptions options)
    {
        var locks = city.Parcels.Lock.ToArray();
        var obligatory = options.Limits.KeepWhole.Where(group => group.IsObligatory).SelectMany(group => group.Parcels).ToList();
        if (options.LockedIn.Count + options.LockedOut.Count + obligatory.Count == 0)
        {
            return locks;
        }

        var rows = RowsOf(city, [.. options.LockedIn, .. options.LockedOut, .. obligatory]);
        foreach (var id in obligatory.Where(id => rows.ContainsKey(id) && locks[rows[id]] == ParcelLock.Free))
        {
            locks[rows[id]] = ParcelLock.In;
        }

        foreach (var id in options.LockedIn)
        {
            Set(id, ParcelLock.In);
        }

        foreach (var id in options.LockedOut)
        {
            Set(id, ParcelLock.Out);
        }

        return locks;

        void Set(string id, ParcelLock state)
        {
            if (rows.TryGetValue(id, out var row))
            {
                locks[row] = state;
            }
        }
    }

    /// <summary>Everything that is wrong with the locks of a request: foreign ids, and locks that contradict each other or the city's.</summary>
    public static IReadOnlyList<OptionProblem> Check(City city, ProposalOptions options)
    {
        if (options.LockedIn.Count + options.LockedOut.Count == 0)
        {
            return [];
        }

        var rows = RowsOf(city, [.. options.LockedIn, .. options.LockedOut]);
        var both = options.LockedIn.Intersect(options.LockedOut, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Check("locked_in", options.LockedIn, ParcelLock.Out, (city, rows, both)),
            .. Check("locked_out", options.LockedOut, ParcelLock.In, (city, rows, both)),
        ];
    }

    private static IEnumerable<OptionProblem> Check(
        string field, IReadOnlyList<string> ids, ParcelLock opposite, (City City, Dictionary<string, int> Rows, HashSet<string> Both) known)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            var id = ids[i];
            if (known.Both.Contains(id))
            {
                yield return new OptionProblem($"{field}[{i}]", id, "The parcel is locked in and locked out.", "Keep one of the two locks.") { TextChinese = "该地块既锁定纳入又锁定不纳入。请保留其一。" };
            }
            else if (!known.Rows.TryGetValue(id, out var row))
            {
                yield return new OptionProblem($"{field}[{i}]", id, "The city has no parcel of that id.", "Give ids as they stand in the parcel layer.") { TextChinese = "城市中没有此编号的地块。请按地块图层中的编号填写。" };
            }
            else if (known.City.Parcels.Lock[row] == opposite)
            {
                yield return new OptionProblem(
                    $"{field}[{i}]", id, $"The city's own data lock the parcel {(opposite == ParcelLock.In ? "in" : "out")}.",
                    "Change the lock in the parcel layer, or leave this one out.") { TextChinese = $"城市数据已将该地块锁定为{(opposite == ParcelLock.In ? "纳入" : "不纳入")}。请修改地块图层中的锁定,或删去此项。" };
            }
        }
    }

    private static Dictionary<string, int> RowsOf(City city, IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < city.Parcels.Count && rows.Count < wanted.Count; row++)
        {
            if (wanted.Contains(city.Parcels.Ids[row]))
            {
                rows[city.Parcels.Ids[row]] = row;
            }
        }

        return rows;
    }
}
