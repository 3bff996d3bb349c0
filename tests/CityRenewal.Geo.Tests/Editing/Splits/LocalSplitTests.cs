using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Samples.Dirty;
using CsCheck;

namespace CityRenewal.Geo.Tests.Editing;

/// <summary>What a split changes in place is just what reading the split city anew gives.</summary>
public class LocalSplitTests
{
    private const int MetreUnits = 10_000;

    [Fact]
    public void The_land_after_splits_of_any_parcels_is_the_land_of_the_split_city_read_anew() => AllAreRight(CleanTown, cities: 8);

    [Fact]
    public void So_it_is_where_parcels_overlap_and_gape() => AllAreRight(DirtyTown, cities: 4);

    [Fact]
    public void So_it_is_where_nobody_gave_a_study_area() => AllAreRight(TownWithoutStudyArea, cities: 3, leastLocal: 0.3);

    // In the window parcels enclose a bit of wide land beside the street; in the town it is part of land without end, which
    // is triangulated otherwise. A new corner on the street turned the diagonal between the two.
    [Fact]
    public void A_street_beside_wide_land_ends_where_the_whole_of_that_land_says_and_not_a_window_on_it()
    {
        const int town = 6659;

        var (made, local) = SplitAll(TownWithoutStudyArea(town), new Random(town));

        Assert.True(made >= 5 && local >= 0.3 * made, $"{local} of {made} splits were local");
    }

    // Splits here cross spikes that are no borders after snapping: the crossings were kept as points without borders.
    [Theory]
    [InlineData(532, false)]
    [InlineData(4115, false)]
    [InlineData(1561, true)]
    [InlineData(2030, true)]
    public void A_crossing_with_what_is_no_border_leaves_no_point(int town, bool isDirty)
    {
        var (made, local) = SplitAll(isDirty ? DirtyTown(town) : CleanTown(town), new Random(town));

        Assert.True(made >= 5 && local >= 0.8 * made, $"{local} of {made} splits were local");
    }

    private static City CleanTown(int seed) =>
        CityAssembly.From(SampleCity.Of(new SampleOptions(400 + (seed % 300), seed)), new AssemblyOptions { BaselineYear = 2026 }).City;

    private static City DirtyTown(int seed) =>
        CityAssembly.From(DirtyCity.Of(new SampleOptions(DirtyCity.FewestParcels, seed)).Layers.Select(layer => layer.Layer), new AssemblyOptions { BaselineYear = 2026 }).City;

    private static void AllAreRight(Func<int, City> cityOf, int cities, double leastLocal = 0.8)
    {
        int splits = 0, local = 0;
        Gen.Int[1, 10_000].Sample(
            seed =>
            {
                var (made, patched) = SplitAll(cityOf(seed), new Random(seed));
                (splits, local) = (splits + made, local + patched);
            },
            iter: cities,
            threads: 1);

        // The comparison would say nothing of places where everything is read anew.
        Assert.True(splits >= 5 * cities && local >= leastLocal * splits, $"{local} of {splits} splits were local");
    }

    private static (int Made, int Local) SplitAll(City city, Random random)
    {
        var options = new ProposalOptions();
        var land = LandPatch.Whole(city, options, CancellationToken.None);
        var patch = new LandPatch(city, land.Fabric, options);
        int made = 0, local = 0, row = 0;
        for (var tries = 0; tries < 30; tries++)
        {
            // Now and then a part of a parcel is split again.
            row = tries % 4 == 3 ? row : random.Next(land.City.Parcels.Count);
            if (CutOf(land, row, random) is not { } cut)
            {
                continue;
            }

            var now = patch.Of(new ProposalGround(land.City, land.Fabric, land.Graph, land.Facts, options), cut, CancellationToken.None);
            var whole = LandPatch.Whole(SplitCity.Of(land.City, cut), options, CancellationToken.None);

            Assert.Equal(LandDump.Of(whole.Fabric), LandDump.Of(now.Fabric));
            Assert.Equal(LandDump.Of(whole.Graph), LandDump.Of(now.Graph));
            Assert.Equal(LandDump.Of(whole.City, whole.Facts), LandDump.Of(now.City, now.Facts));
            (made, local) = (made + 1, local + (now.Changed is null ? 0 : 1));
            land = now;
        }

        return (made, local);
    }

    // A straight or bent line through any point of the parcel's box, in any direction; now and then close to a corner.
    private static ParcelCut? CutOf(LandRead land, int row, Random random)
    {
        var (parcels, fabric) = (land.City.Parcels, land.Fabric);
        if (parcels.Position[row] != RightsPosition.Surface || fabric.ParcelFaceStart[row] == fabric.ParcelFaceStart[row + 1])
        {
            return null;
        }

        var box = parcels.Shapes.BoxOf(row);
        double x = box.MinX + (random.NextDouble() * (box.MaxX - (double)box.MinX)), y = box.MinY + (random.NextDouble() * (box.MaxY - (double)box.MinY));
        if (random.Next(4) == 0)
        {
            var corner = parcels.Shapes.VertexStart(row);
            (x, y) = (parcels.Shapes.X[corner] + random.Next(-2_000, 2_000), parcels.Shapes.Y[corner] + random.Next(-2_000, 2_000));
        }

        var (sin, cos) = Math.SinCos(random.NextDouble() * Math.PI);
        var far = 400 * MetreUnits;
        var bend = random.Next(2) * random.Next(-5, 5) * MetreUnits;
        var parts = Geo.Shapes.PolygonCut.Of(
            parcels.Shapes, row,
            [((int)(x - (far * cos)), (int)(y - (far * sin))), ((int)(x + (bend * sin)), (int)(y - (bend * cos))), ((int)(x + (far * cos)), (int)(y + (far * sin)))]);
        var isSplit = parts.Count >= 2 && parts.All(part => (double)part.TwiceAreaOf(0) / SingleOutline.LengthOf(part) >= ParcelCutting.LeastWidthM * MetreUnits);
        return isSplit ? new ParcelCut(row, parcels.Ids[row], [.. parts.Select((_, part) => $"{parcels.Ids[row]}-{part + 1}")], parts) : null;
    }

    private static City TownWithoutStudyArea(int seed) => WithoutStudyArea(
        CityAssembly.From(SampleCity.Of(new SampleOptions(400, seed)), new AssemblyOptions { BaselineYear = 2026 }).City);

    private static City WithoutStudyArea(City city) => new()
    {
        Name = city.Name,
        Plane = city.Plane,
        Epsg = city.Epsg,
        DataVersion = city.DataVersion,
        BaselineYear = city.BaselineYear,
        Parcels = city.Parcels,
        Buildings = city.Buildings,
        Barriers = city.Barriers,
        ZoneLayers = city.ZoneLayers.Where(layer => layer.Key is not (LayerNames.StudyArea or LayerNames.PlanningUnits or LayerNames.Udb)).ToDictionary(),
    };
}
