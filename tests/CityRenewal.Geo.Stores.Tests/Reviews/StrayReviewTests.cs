using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Stores.Formats;
using CsCheck;

namespace CityRenewal.Geo.Stores.Tests.Reviews;

/// <summary>What only strays is never held against a boundary, and what really reaches over a line is, whatever the layers differ by.</summary>
public class StrayReviewTests
{
    private static readonly string[] Kept = ["permanent-basic-farmland", "ecological-red-line"];

    [Fact]
    public void Land_that_only_strays_over_a_line_never_fails_and_land_that_really_reaches_over_it_does() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Double[0.5, 2.2]).Sample(
            (seed, stray) =>
            {
                var town = new StrayTown(1200, seed, stray);
                var city = CityAssembly.From(town.Layers, new AssemblyOptions { BaselineYear = 2026 }).City;
                var work = new CityWork(city);
                var review = BoundaryReview.Of(work, RulePackShelf.Read("chongqing-2025").OrThrow(), Each(town.Parcels), new ProposalOptions());
                var meant = new CityWork(town.Meant).Facts();
                var rows = Enumerable.Range(0, town.Meant.Parcels.Count).ToDictionary(row => town.Meant.Parcels.Ids[row]);

                foreach (var boundary in review.Boundaries)
                {
                    var (row, inside) = (rows[boundary.Id], Of(boundary, "udb-inside"));

                    // A sliver may stray onto its neighbours altogether: no parcel of the city lies in it then, and that is said.
                    if (boundary.Id == town.Planted)
                    {
                        Assert.Equal(Verdict.Fail, inside.Verdict);
                        Assert.Equal(town.PlantedM2, inside.Judgement.Measured.Value!.Value, 0.01 * town.PlantedM2);
                    }
                    else if (boundary.Parcels.Count > 0 && meant.OutsideUdb!.IsInside(row, 0.1))
                    {
                        Assert.True(inside.Verdict is Verdict.Pass or Verdict.Marginal, $"{boundary.Id} of seed {seed}, {stray} m: {inside.Verdict}");
                        ListsWhatStrays(work.Facts().OutsideUdb!, boundary, inside);
                    }

                    Assert.All(Kept.Where(rule => meant.Column(rule.Replace('-', '_'))?.Coverages[row] == Coverage.None), rule =>
                        Assert.NotEqual(Verdict.Fail, Of(boundary, rule).Verdict));
                }
            },
            iter: 6,
            threads: 1);

    // Listed with width and area where it counts as noise, counted in full where it may be more.
    private static void ListsWhatStrays(OutsideStrips udb, ReviewedBoundary boundary, Finding inside)
    {
        var (parcel, evidence) = (boundary.Parcels.Single(), inside.Judgement.Evidence);
        var outside = udb.AreaOf(parcel);
        Assert.Equal(outside, inside.Judgement.Measured.Value!.Value + evidence.StripArea, 1e-6);
        Assert.All(evidence.Strips, strip => Assert.True(strip.WidthM <= evidence.Tolerance && strip.AreaM2 > 0));
        Assert.Equal(inside.Verdict == Verdict.Marginal, udb.WidthOf(parcel) > evidence.Tolerance);
    }

    private static Finding Of(ReviewedBoundary boundary, string rule) => boundary.Findings.Single(finding => finding.Rule.Id == rule);

    private static OutlinesUnderReview Each(SourceLayer parcels) =>
        new([.. Enumerable.Range(0, parcels.Shapes.Count).Select(parcels.Column("parcel_id")!.TextOf)], parcels.Shapes, parcels.Epsg);
}
