using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Repairs;

/// <summary>
/// Changes of an area, one step each: a parcel out with what it would cut off, a free parcel in, and for each rule all that
/// it finds at fault at once. What a building stands on goes and comes together.
/// </summary>
internal sealed class RepairMoves(TrialJudge judge, RepairLand land, RepairGoal goal, int pieces)
{
    /// <summary>The areas one step away, at most so many, without doubles; what rules point at comes first.</summary>
    public IReadOnlyList<int[]> From(int[] parcels, int most)
    {
        var found = new List<int[]>();
        var known = new HashSet<int[]>(SameRows.Instance) { parcels };
        var members = parcels.ToHashSet();
        foreach (var next in Pointed(parcels, members).Concat(Single(parcels, members)))
        {
            if (found.Count >= most)
            {
                break;
            }

            if (next is not null && known.Add(next))
            {
                found.Add(next);
            }
        }

        return found;
    }

    // What the rules find at fault: out together, in together, and each by itself.
    private IEnumerable<int[]?> Pointed(int[] parcels, HashSet<int> members)
    {
        var seen = judge.See(parcels, []);
        var named = new List<int>();
        foreach (var target in goal.Targets)
        {
            int[] at = [.. AtFault(judge.Book.Judge(target.Rule, seen)).Distinct().Order()];
            yield return Without(members, [.. at.Where(members.Contains)]);
            yield return With(members, [.. at.Where(parcel => !members.Contains(parcel))], isNamed: true);
            named.AddRange(at);
        }

        foreach (var parcel in named.Distinct().Order())
        {
            yield return members.Contains(parcel) ? Without(members, [parcel]) : With(members, [parcel], isNamed: true);
        }
    }

    private IEnumerable<int> AtFault(Judgement judgement) =>
    [
        .. judgement.Evidence.Parcels,
        .. judgement.Evidence.Buildings.SelectMany(judge.HomesOf),
        .. judgement.Members.Where(member => RepairGoal.RankOf(member.Judgement.Verdict) > 0).SelectMany(member => AtFault(member.Judgement)),
    ];

    private IEnumerable<int[]?> Single(int[] parcels, HashSet<int> members)
    {
        var all = land.Pieces(parcels);
        foreach (var piece in all.Count > pieces ? all.Skip(1) : [])
        {
            yield return Without(members, piece);
        }

        var outer = parcels.SelectMany(land.Beside).Where(parcel => !members.Contains(parcel)).Distinct().Where(parcel => land.MayCome(parcel, isNamed: false));
        var single = outer.Concat(parcels.Where(land.IsMember)).OrderBy(land.LandOf).ThenBy(parcel => parcel);
        foreach (var parcel in single)
        {
            yield return members.Contains(parcel) ? Without(members, [parcel]) : With(members, [parcel], isNamed: false);
        }
    }

    private int[]? Without(HashSet<int> members, int[] parcels)
    {
        int[] goes = [.. parcels.SelectMany(land.Together).Where(members.Contains).Distinct()];
        if (goes.Length == 0 || goes.Length == members.Count || !goes.All(land.MayGo))
        {
            return null;
        }

        var left = members.Except(goes).ToList();
        return [.. land.Pieces(left).Take(pieces).SelectMany(piece => piece).Order()];
    }

    private int[]? With(HashSet<int> members, int[] parcels, bool isNamed)
    {
        int[] comes = [.. parcels.SelectMany(land.Together).Where(parcel => !members.Contains(parcel)).Distinct()];
        return comes.Length > 0 && comes.All(parcel => land.IsMember(parcel) || land.MayCome(parcel, isNamed))
            ? [.. members.Concat(comes).Order()]
            : null;
    }
}
