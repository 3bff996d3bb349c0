using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Reasons;

/// <summary>In how many of several plans for one city each parcel is in an area: what all of them agree on.</summary>
public sealed class PlanFrequency
{
    private readonly int[] _counts;

    private PlanFrequency(int[] counts, int plans) => (_counts, Plans) = (counts, plans);

    /// <summary>Number of plans.</summary>
    public int Plans { get; }

    /// <summary>Per parcel the number of plans that have it in an area.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Counts over plans.</summary>
    /// <param name="parcels">Number of parcels of the city.</param>
    /// <param name="plans">The areas of each plan, by rows of that city.</param>
    public static PlanFrequency Of(int parcels, IReadOnlyList<IReadOnlyList<AreaMembers>> plans)
    {
        var counts = new int[parcels];
        foreach (var plan in plans)
        {
            foreach (var parcel in plan.SelectMany(area => area.Parcels).Distinct())
            {
                counts[parcel]++;
            }
        }

        return new PlanFrequency(counts, plans.Count);
    }

    /// <summary>Counts over alternatives.</summary>
    public static PlanFrequency Of(int parcels, IReadOnlyList<Plan> plans) => Of(parcels, [.. plans.Select(AreaMembers.Of)]);
}
