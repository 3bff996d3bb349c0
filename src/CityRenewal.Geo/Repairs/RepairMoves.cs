using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Repairs;

/// <summary>
/// Changes of an area, one step each: a parcel out with what it would cut off, a free parcel in, and for each rule all that
/// it finds at fault at once. What a building stands on goes and comes together.
/// </summary>
internal sealed class RepairMoves(TrialJudge judge, RepairLand land, RepairGoal goal, int pieces)
{
    private readonly BlockCut _cut = new(judge.Graph, land);

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
            at = at.Length > 0 ? at : [.. parcels.Where(seen.HasDemolitionOn)];
            yield return Without(members, [.. at.Where(members.Contains)]);
            var missing = With(members, [.. at.Where(parcel => !members.Contains(parcel))], isNamed: true);
            yield return missing;
            yield return missing is null ? null : Filled(missing);
            yield return target.Rule.Test is WholeTest ? WithoutCutDistricts(members, at) : null;
            foreach (var cut in BlockCuts(target.Rule.Test, parcels, seen))
            {
                yield return Without(members, cut);
            }

            named.AddRange(at);
        }

        foreach (var parcel in named.Distinct().Order())
        {
            yield return members.Contains(parcel) ? Without(members, [parcel]) : With(members, [parcel], isNamed: true);
        }
    }

    // Blocks of demolition come apart, with all demolition and with none that could be given up.
    private IEnumerable<int[]> BlockCuts(RuleTest test, int[] parcels, AreaUnderReview seen) =>
        test is MeasureTest { Measure: LargestDemolitionBlock.Wire, Limit.Length: > 0, Sense: LimitSense.AtMost } block && judge.Book.Ground.ValueOf(block.Limit) is { } most
            ? [_cut.Of(seen, most), _cut.Of(judge.See(parcels, judge.ElectiveOn(parcels)), most)]
            : [];

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

    // A district that lacks land can be left whole too: what is taken of it goes.
    private int[]? WithoutCutDistricts(HashSet<int> members, int[] missing)
    {
        var districts = judge.Book.Ground.Districts;
        var cut = missing.Select(parcel => districts.DistrictOf(parcel)).Where(district => district >= 0).ToHashSet();
        return Without(members, [.. members.Where(parcel => cut.Contains(districts.DistrictOf(parcel))).Order()]);
    }

    // What comes in may close around land of others: with that land there is no enclave.
    private int[]? Filled(int[] parcels)
    {
        var members = parcels.ToHashSet();
        for (var isMore = true; isMore;)
        {
            int[] closed =
            [
                .. members.SelectMany(land.Beside).Where(parcel => !members.Contains(parcel)).Distinct().Order()
                    .Where(parcel => (land.IsMember(parcel) || land.MayCome(parcel, isNamed: true)) && land.Beside(parcel).All(members.Contains)),
            ];
            members.UnionWith(closed);
            isMore = closed.Length > 0;
        }

        return members.Count > parcels.Length ? With(parcels.ToHashSet(), [.. members.Except(parcels).Order()], isNamed: true) : null;
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
