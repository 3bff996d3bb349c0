using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Groups that no area can hold: across units, with a barrier or no way between their parcels, larger than the largest area,
/// with a parcel that may be in no area. Lists that must be linked and projects are refused; a group that is only kept whole
/// is refused where it must be in an area, else it stays out and a note says so.
/// </summary>
internal sealed class GroupContradictions(ProposalGround ground, SearchProblem problem, NodeComponents components)
{
    private readonly Membership _membership = problem.Membership;

    /// <summary>All problems, in the order of the request.</summary>
    public IEnumerable<OptionProblem> Find()
    {
        var limits = ground.Options.Limits;
        return
        [
            .. limits.MustLink.SelectMany((list, i) => Of($"limits.must_link[{i}].parcels", list, isLinked: true)),
            .. limits.KeepWhole.SelectMany((group, i) => group.Price is null && group.Parcels.Count > 0
                ? Of($"limits.keep_whole[{i}].parcels", group.Parcels, isLinked: false) : []),
            .. limits.Projects.SelectMany((project, i) => Of($"limits.projects[{i}].parcels", project.Parcels, isLinked: true)),
        ];
    }

    private IEnumerable<OptionProblem> Of(string field, IReadOnlyList<string> ids, bool isLinked)
    {
        var rows = ground.Named.RowsOf(ids);
        var isWanted = rows.Any(row => ground.Locks[row] == ParcelLock.In);
        if (rows.Length == 0 || !(isLinked || isWanted))
        {
            yield break;
        }

        var forbidden = rows.Where(row => !MayJoinAlone(row)).ToList();
        if (isWanted && forbidden.Count > 0)
        {
            yield return Problem(
                field, forbidden, "The parcels belong together and one is locked in or must be in an area, but these may be in none.",
                "Take them out of the group, or do not ask for it.") with { TextChinese = "须同属一个片区的地块中有锁定或必须纳入者,而这些地块不可纳入任何片区。请将其移出该组,或不作此要求。" };
        }

        if (rows.Select(row => _membership.Units[row]).Distinct().Count() > 1)
        {
            yield return Problem(
                field, rows, "The parcels belong together and lie in different units, which areas do not cross.",
                "Take out those of the other unit, or leave the division out of uncrossed_divisions.") with { TextChinese = "须同属一个片区的地块分属不同单元,而片区不跨单元。请移出另一单元的地块,或从 uncrossed_divisions 中删去该分区。" };
        }
        else if (forbidden.Count == 0 && BarredPair(rows) is { } pair)
        {
            yield return Problem(
                field, [pair.A, pair.B], "The parcels belong together and a barrier that may not be crossed lies between these two.",
                "Take one out, or give the kind of barrier a price under crossings.") with { TextChinese = "须同属一个片区的两地块之间有不可跨越的阻隔。请移出其一,或在 crossings 中为该类阻隔设定代价。" };
        }
        else if (forbidden.Count == 0 && AreNotReachable(rows))
        {
            yield return Problem(
                field, rows, "The parcels belong together and no land that may join leads from one to the other.",
                "Take out those that lie apart, or let what lies between join.") with { TextChinese = "须同属一个片区的地块之间没有可纳入的用地相连。请移出分离的地块,或允许其间用地纳入。" };
        }

        var land = rows.Sum(row => ground.NetAreas[row]);
        if (ground.Options.Limits.MaximumAreaPrice is null && land > ground.Options.MaximumArea * (1 + 1e-9))
        {
            yield return Problem(
                field, rows,
                string.Create(CultureInfo.InvariantCulture, $"Together they have {land:0.##} m², and the largest area has {ground.Options.MaximumArea:0.##} m²."),
                "Raise the largest area, or split the group.") with { TextChinese = string.Create(CultureInfo.InvariantCulture, $"该组共 {land:0.##} m²,而最大面积为 {ground.Options.MaximumArea:0.##} m²。请提高最大面积,或拆分该组。") };
        }
    }

    // What the group itself keeps out is told as what it is.
    private bool MayJoinAlone(int row) => _membership.MayJoin(row) || _membership.Reasons[row] == MembershipReason.KeptTogether;

    private (int A, int B)? BarredPair(int[] rows)
    {
        var members = rows.ToHashSet();
        var graph = ground.Graph;
        foreach (var row in rows)
        {
            for (var i = graph.NeighbourStart[row]; i < graph.NeighbourStart[row + 1]; i++)
            {
                var pair = graph.NeighbourPairs[i];
                if (graph.SharedLength[pair] > 0 && !ground.Crossings.MayCross(pair) && members.Contains(graph.Neighbours[i]))
                {
                    return (row, graph.Neighbours[i]);
                }
            }
        }

        return null;
    }

    private bool AreNotReachable(int[] rows)
    {
        var nodes = rows.Select(row => problem.Nodes.NodeOfParcel[row]).ToList();
        return nodes.TrueForAll(node => node >= 0) && nodes.Select(components.Of).Distinct().Count() > 1;
    }

    private OptionProblem Problem(string field, IReadOnlyList<int> rows, string message, string remedy) =>
        new(field, string.Join(", ", rows.Take(5).Select(row => ground.City.Parcels.Ids[row])), message, remedy);
}
