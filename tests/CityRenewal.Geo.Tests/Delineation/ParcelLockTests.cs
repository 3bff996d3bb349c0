using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Tests.Delineation;

public class ParcelLockTests
{
    private static readonly ProposalOptions SmallAreas = new() { MinimumArea = 800, MaximumArea = 4_000, Lambda = 0.5 };

    [Fact]
    public void A_parcel_that_a_request_locks_out_is_in_no_area() =>
        Assert.Equal([2, 3], Assert.Single(Old().Propose(SmallAreas with { LockedOut = ["P01"] }).Areas).Parcels);

    [Fact]
    public void A_parcel_that_a_request_locks_in_is_in_an_area_even_where_nobody_needs_it()
    {
        var city = new LatticeCity("AB").With(new LatticeBuilding(1, 1, 18, 18) { Year = 2024 }).With(new LatticeBuilding(21, 1, 18, 18) { Year = 2024 });

        Assert.Empty(city.Propose(SmallAreas).Areas);
        Assert.Equal([0, 1], Assert.Single(city.Propose(SmallAreas with { LockedIn = ["P00"] }).Areas).Parcels);
    }

    [Fact]
    public void Foreign_ids_and_locks_that_contradict_are_refused_all_at_once_by_field()
    {
        var city = Old().WithLock(0, ParcelLock.Out);
        var refusal = Assert.Throws<ProposalOptionsException>(() => city.Propose(SmallAreas with
        {
            MinimumArea = 9_000, LockedIn = ["P00", "P02", "nobody"], LockedOut = ["P02"],
        }));

        Assert.Equal(
            ["minimum_area_m2", "locked_in[0]", "locked_in[1]", "locked_in[2]", "locked_out[0]"],
            refusal.Problems.Select(problem => problem.Field));
    }

    private static LatticeCity Old()
    {
        var city = new LatticeCity("ABCD");
        for (var parcel = 0; parcel < 4; parcel++)
        {
            city.With(new LatticeBuilding((20 * parcel) + 1, 1, 18, 18) { Year = 1960 });
        }

        return city;
    }
}
