using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Tests.Fabric;

namespace CityRenewal.Geo.Tests.Editing;

/// <summary>A split reaches as far as the corners of the strips that it changes, and whatever parcel touches one of them.</summary>
public class FarTouchTests
{
    // Across wide land east of the first parcel one corner belongs to two parcels whose borders lean alike, so that the id
    // tells whom the first parcel faces. One of its parts leans a hair and faces the last parcel, which no window of 60 m holds.
    [Fact]
    public void A_parcel_that_only_touches_a_strip_far_off_may_become_the_one_that_is_faced()
    {
        var city = FabricCity.Of(
            FabricCity.Polygons(
                FabricCity.Box(0, -30, 20, 0),
                [[85, -15, 120, -15, 120, 200, 79, 60]],
                [[-20, 0, 20, 0, 79, 60, -20, 60]],
                [[-20, -30, -20, -90, 60, -90, 60, -60, 20, -30]],
                [[60, -90, 75, -90, 75, -66, 60, -60]],
                [[85, -15, 82, -52.5, 120, -52.5, 120, -15]]),
            study: FabricCity.Polygons(FabricCity.Box(-20, -90, 150, 200)));
        PolygonColumns south = FabricCity.Polygons([[0, -30, 20, -30, 20.0002, -15, 0, -15]]), north = FabricCity.Polygons([[0, -15, 20.0002, -15, 20, 0, 0, 0]]);
        var split = SplitCity.Of(city, new ParcelCut(0, "P0000000", ["P0000000-1", "P0000000-2"], [south, north]));

        var patched = FabricPatch.Of((city, LandFabric.Of(city, new FabricOptions()), FeatureBoxes.Of(city.Parcels.Shapes)), split, 0, CancellationToken.None);

        Assert.NotNull(patched);
        Assert.Equal(LandDump.Of(LandFabric.Of(split, new FabricOptions())), LandDump.Of(patched.Fabric));
    }
}
