using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CsCheck;

namespace CityRenewal.Geo.Tests.Defects;

/// <summary>Whole layers that were drawn with a known stray, and the tolerance that the data then tell.</summary>
public class DrawnStrayTests
{
    // How far what is told may be from the truth, as a ratio. Of a layer that follows parcels here and there only those places tell,
    // among many that lie near a border by chance.
    private static readonly (string Layer, double Least, double Most)[] Followed =
    [
        (LayerNames.Udb, 0.6, 1.4), (LayerNames.ControlLines, 0.6, 1.4), (LayerNames.HistoricZones, 0.85, 1.25), (LayerNames.DetailedPlots, 0.9, 1.15),
    ];

    [Fact]
    public void The_tolerance_of_two_layers_is_how_far_one_was_drawn_beside_the_other() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Double[0.5, 2.5]).Sample(
            (seed, stray) =>
            {
                var meant = SampleCity.Of(new SampleOptions(1500, seed) { StrayM = 0 });
                var drawn = SampleCity.Of(new SampleOptions(1500, seed) { StrayM = stray });
                var told = new CityWork(CityAssembly.From(drawn, new AssemblyOptions { BaselineYear = 2026 }).City).Tolerances();

                Assert.All(Followed, followed =>
                {
                    var (name, least, most) = followed;
                    var pair = told.Pairs.Single(pair => pair.Layer == name);
                    var truth = DrawnTruth.Of(Named(drawn, name), Named(meant, name), Named(drawn, LayerNames.Parcels));
                    Assert.True(pair.IsKnown || pair.Confidence == "none");
                    Assert.False(pair.IsKnown && pair.Metres < least * truth, $"{name}, seed {seed}: {pair.Metres} m of {truth:0.000}");
                    Assert.False(pair.IsKnown && pair.Metres > most * truth, $"{name}, seed {seed}: {pair.Metres} m of {truth:0.000}");
                });
                Assert.True(told.Pairs.Single(pair => pair.Layer == LayerNames.DetailedPlots) is { IsKnown: true, Confidence: "high" });
            },
            iter: 12,
            threads: 1);

    [Theory]
    [InlineData(0.6, 3)]
    [InlineData(2, 7)]
    [InlineData(3.6, 11)]
    public void Plots_that_follow_every_parcel_tell_it_within_a_tenth(double stray, int seed)
    {
        var meant = SampleCity.Of(new SampleOptions(1500, seed) { StrayM = 0 });
        var drawn = SampleCity.Of(new SampleOptions(1500, seed) { StrayM = stray });

        var told = new CityWork(CityAssembly.From(drawn, new AssemblyOptions { BaselineYear = 2026 }).City).Tolerances();

        var truth = DrawnTruth.Of(
            Named(drawn, LayerNames.DetailedPlots), Named(meant, LayerNames.DetailedPlots), Named(drawn, LayerNames.Parcels));
        Assert.InRange(told.Of(LayerNames.DetailedPlots)!.Value, 0.9 * truth, (1.1 * truth) + 0.03);
    }

    private static SourceLayer Named(IReadOnlyList<SourceLayer> layers, string name) => layers.Single(layer => layer.Name == name);
}
