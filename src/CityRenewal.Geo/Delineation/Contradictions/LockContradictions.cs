using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Delineation;

/// <summary>Parcels that a request locks in and that no area can hold, or not beside each other.</summary>
internal sealed class LockContradictions(ProposalGround ground, SearchProblem problem, NodeComponents components)
{
    private const string Unlock = "Unlock the parcel, or change what keeps it out.";

    /// <summary>All problems, in the order of the locks.</summary>
    public IEnumerable<OptionProblem> Find() => [.. Forbidden(), .. TooLarge(), .. TooNear()];

    private IEnumerable<OptionProblem> Forbidden()
    {
        for (var i = 0; i < ground.Options.LockedIn.Count; i++)
        {
            var id = ground.Options.LockedIn[i];
            if (ground.Named.RowOf(id) is { } row && ground.Locks[row] == ParcelLock.In && WhyNot(problem.Membership.Reasons[row]) is { } why)
            {
                yield return new OptionProblem($"locked_in[{i}]", id, $"The parcel is locked in, and it {why}.", Unlock) { TextChinese = "该地块锁定纳入,却不可纳入任何片区。请解除锁定,或改变使其不可纳入的条件。" };
            }
        }
    }

    private static string? WhyNot(MembershipReason reason) => reason switch
    {
        MembershipReason.NoFace => "has no land of its own",
        MembershipReason.OutsideUdb => "lies outside the urban development boundary",
        MembershipReason.CrossedByBarrier => "has a barrier running through it",
        MembershipReason.SharedBuilding => "shares a building with a parcel that cannot be in the same area",
        MembershipReason.SeveralParts => "consists of parts that do not touch",
        MembershipReason.KeptOutByRule => "is kept out by a rule",
        MembershipReason.ProjectFails => "belongs to a project that fails its own rules",
        MembershipReason.HistoricDistrict => "belongs to a historic district that cannot be kept whole in one area",
        _ => null,
    };

    private IEnumerable<OptionProblem> TooLarge()
    {
        var nodes = problem.Nodes;
        for (var node = 0; node < nodes.Count; node++)
        {
            if (nodes.LockedIn[node] && nodes.TwiceArea[node] > problem.Limits.MostTwiceArea)
            {
                var parcels = nodes.Parcels[nodes.ParcelStart[node]..nodes.ParcelStart[node + 1]];
                var land = parcels.Sum(parcel => ground.NetAreas[parcel]);
                yield return new OptionProblem(
                    "locked_in", string.Join(", ", parcels.Take(5).Select(parcel => ground.City.Parcels.Ids[parcel])),
                    string.Create(CultureInfo.InvariantCulture, $"Locked in together they have {land:0.##} m², and the largest area has {ground.Options.MaximumArea:0.##} m²."),
                    "Raise the largest area, or unlock or part them.") { TextChinese = string.Create(CultureInfo.InvariantCulture, $"锁定一并纳入的地块共 {land:0.##} m²,而最大面积为 {ground.Options.MaximumArea:0.##} m²。请提高最大面积,或解除锁定、分开处理。") };
            }
        }
    }

    private IEnumerable<OptionProblem> TooNear()
    {
        var nodes = problem.Nodes;
        for (var node = 0; node < nodes.Count && double.IsInfinity(problem.Limits.SpacingPrice); node++)
        {
            foreach (var other in nodes.LockedIn[node] ? nodes.NearTo(node).ToArray() : [])
            {
                if (other > node && nodes.LockedIn[other] && (components.Of(node) != components.Of(other) || AreBarred(node, other)))
                {
                    var ids = ground.City.Parcels.Ids;
                    yield return new OptionProblem(
                        "limits.spacing_m", string.Create(CultureInfo.InvariantCulture, $"{ground.Options.Limits.Spacing!.Value}"),
                        $"{ids[nodes.Parcels[nodes.ParcelStart[node]]]} and {ids[nodes.Parcels[nodes.ParcelStart[other]]]} are locked in, cannot be in one area, and lie nearer than that.",
                        "Lower the spacing, give it a price, or unlock one of the two.") { TextChinese = $"{ids[nodes.Parcels[nodes.ParcelStart[node]]]} 与 {ids[nodes.Parcels[nodes.ParcelStart[other]]]} 均锁定纳入,不能同属一个片区,且相距不足。请降低间距、为其设定代价或解除其一的锁定。" };
                }
            }
        }
    }

    private bool AreBarred(int node, int other)
    {
        var nodes = problem.Nodes;
        var at = Array.BinarySearch(nodes.Neighbours, nodes.Start[node], nodes.Start[node + 1] - nodes.Start[node], other);
        return at >= 0 && nodes.Contacts[at] == Contact.Barred;
    }
}
