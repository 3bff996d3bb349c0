using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Holds projects to their own rules before any search: a project is the same land in whatever area it lies, so one that fails
/// a hard rule with and without demolition by choice lets no area hold it, with all that is taken whole with it.
/// </summary>
internal sealed class ProjectStanding(ProposalGround ground, RuleBook book, DispositionPlan dispositions)
{
    private readonly AreaVerdicts _verdicts = new(ground, book, dispositions);

    /// <summary>Takes projects that fail out of a membership.</summary>
    public void TakeOut(Membership membership)
    {
        foreach (var project in ground.Options.Limits.Projects)
        {
            var parcels = ground.Named.RowsOf(project.Parcels);
            if (parcels.Length > 0 && parcels.All(membership.MayJoin) && Fails(project, parcels))
            {
                TakeOut(membership, parcels);
            }
        }
    }

    private bool Fails(ProjectRequest project, int[] parcels) =>
        Fails(project, parcels, dispositions.For(parcels)) && Fails(project, parcels, dispositions.WithoutElective(parcels));

    private bool Fails(ProjectRequest project, int[] parcels, IReadOnlyList<BuildingDisposition> proposed) =>
        AreaVerdicts.Breaches(_verdicts.Of("", proposed, project, parcels)).Any(breach => breach.Price is null);

    private static void TakeOut(Membership membership, int[] parcels)
    {
        var groups = parcels.Select(parcel => membership.Groups[parcel]).ToHashSet();
        bool Touches(ParcelSet set) => double.IsInfinity(set.Price) && set.Parcels.Any(parcel => groups.Contains(membership.Groups[parcel]));
        while (membership.Sets.FindIndex(Touches) is >= 0 and var linked)
        {
            groups.UnionWith(membership.Sets[linked].Parcels.Select(parcel => membership.Groups[parcel]));
            membership.Sets.RemoveAt(linked);
        }

        foreach (var parcel in Enumerable.Range(0, membership.Count).Where(parcel => groups.Contains(membership.Groups[parcel])).ToList())
        {
            membership.Groups[parcel] = parcel;
            membership.Reasons[parcel] = MembershipReason.ProjectFails;
        }
    }
}
