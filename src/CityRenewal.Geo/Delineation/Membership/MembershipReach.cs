using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Delineation;

/// <summary>Whose membership may be other after a split: the parcels that changed, and all that buildings and historic districts hold together with them.</summary>
/// <param name="Parcels">The parcels, ascending.</param>
/// <param name="Buildings">The buildings on them.</param>
/// <param name="Districts">The historic districts that they belong to or belonged to, ascending.</param>
internal sealed record MembershipReach(int[] Parcels, IReadOnlyCollection<int> Buildings, IReadOnlyCollection<int> Districts)
{
    /// <summary>What some parcels reach.</summary>
    /// <param name="changed">The parcels that changed, and the parts of the one that was split.</param>
    /// <param name="facts">What stands on the parcels now.</param>
    /// <param name="book">The rules before and now; null where there are none.</param>
    public static MembershipReach Of((IReadOnlyList<int> Rows, int[] Parts) changed, ParcelFacts facts, (RuleBook? Before, RuleBook? Now) book)
    {
        var (parcels, buildings, districts) = (changed.Rows.ToHashSet(), new HashSet<int>(), new SortedSet<int>());
        var next = new Stack<int>(parcels);
        void Reach(int parcel)
        {
            if (parcels.Add(parcel))
            {
                next.Push(parcel);
            }
        }

        void ReachDistrict(HistoricDistricts among, int district)
        {
            if (district >= 0 && districts.Add(district))
            {
                foreach (var parcel in among.ParcelsOf(district))
                {
                    Reach(parcel);
                }
            }
        }

        if (book is { Now.KeepsDistrictsWhole: true, Before: { } before })
        {
            ReachDistrict(book.Now.Ground.Districts, before.Ground.Districts.DistrictOf(changed.Parts[0]));
        }

        while (next.TryPop(out var parcel))
        {
            foreach (var (building, _) in facts.BuildingShares.BuildingsOf(parcel))
            {
                if (!buildings.Add(building))
                {
                    continue;
                }

                foreach (var (other, area) in facts.BuildingShares.ParcelsOf(building))
                {
                    if (SharedBuildings.IsCarried(area, facts.Buildings.Footprint[building]))
                    {
                        Reach(other);
                    }
                }
            }

            if (book is { Now.KeepsDistrictsWhole: true })
            {
                ReachDistrict(book.Now.Ground.Districts, book.Now.Ground.Districts.DistrictOf(parcel));
            }
        }

        return new MembershipReach([.. parcels.Order()], buildings, districts);
    }
}
