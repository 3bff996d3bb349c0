using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Repairs;

/// <summary>An area that was drawn to be judged.</summary>
/// <param name="Parcels">Its parcels, ascending.</param>
/// <param name="Kept">Buildings whose demolition by choice is given up.</param>
/// <param name="Buildings">Its buildings, ascending.</param>
/// <param name="Area">The area with what is proposed for them.</param>
/// <param name="Seen">What the rules see, with what was judged so far.</param>
internal sealed record TrialSight(int[] Parcels, IReadOnlyList<int> Kept, List<int> Buildings, RenewalArea Area, AreaUnderReview Seen);
