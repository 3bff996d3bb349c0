using CityRenewal.Geo.Exact;
using CityRenewal.Geo.Tests.Reasons;

namespace CityRenewal.Geo.Tests.Exact;

public class AreaCertificationTests
{
    [Fact]
    public void The_best_area_of_its_land_is_closed()
    {
        var certificate = AreaCertification.Of(ReasonTown.Explain(ReasonTown.Of(["ABCDE"], ["ooonn"]), [0, 1, 2]), 0);

        Assert.True(certificate.IsClosed);
        Assert.Equal(5, certificate.Candidates);
        Assert.Equal(0, certificate.Gap!.Value, 6);
        Assert.Empty(certificate.Added.Concat(certificate.Removed));
    }

    [Fact]
    public void A_better_area_is_named_by_what_it_adds_and_removes()
    {
        var certificate = AreaCertification.Of(ReasonTown.Explain(ReasonTown.Of(["ABCDE"], ["nooon"]), [0, 1]), 0);

        Assert.Equal((true, false), (certificate.IsProven, certificate.IsClosed));
        Assert.Equal([2, 3], certificate.Added);
        Assert.Equal([0], certificate.Removed);
        Assert.True(certificate.Best > certificate.Value);
    }

    [Fact]
    public void Land_of_other_areas_is_left_to_them()
    {
        var reasons = ReasonTown.Explain(ReasonTown.Of(["ABCDE"], ["ooooo"]), [0, 1], [3, 4]);

        Assert.Equal(3, AreaCertification.Of(reasons, 0).Candidates);
    }
}
