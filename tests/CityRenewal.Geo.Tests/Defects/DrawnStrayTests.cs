using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CsCheck;

namespace CityRenewal.Geo.Tests.Defects;

/// <summary>Whole layers that were drawn with a known stray, and the tolerance that the data then tell.</summary>
public class DrawnStrayTests
{
    private static readonly string[] Followed =
        [LayerNames.Udb, LayerNames.ControlLines, LayerNames.HistoricZones, LayerNames.DetailedPlots];

    [Fact]
    public void The_tolerance_of_two_layers_is_how_far_one_was_drawn_beside_the_other_as_far_as_its_confidence_says() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Double[0.5, 2.5]).Sample((seed, stray) => { HoldsWhatItsConfidenceSays(seed, stray); }, iter: 12, threads: 1);

    [Fact]
    public void A_layer_that_follows_the_parcels_at_one_place_in_nine_is_told_with_low_confidence()
    {
        var told = HoldsWhatItsConfidenceSays(6425, 1.351);

        Assert.Equal("low", told.Pairs.Single(pair => pair.Layer == LayerNames.ControlLines).Confidence);
    }

    [Fact]
    public void A_layer_of_few_edges_is_told_with_less_confidence_though_nearly_all_of_them_follow()
    {
        var told = HoldsWhatItsConfidenceSays(2, 4.0 / 3);

        Assert.Equal("medium", told.Pairs.Single(pair => pair.Layer == LayerNames.HistoricZones).Confidence);
    }

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

    // How far what is told may be from the truth, as a ratio: of a layer that follows parcels only here and there few places tell,
    // among many that lie near a border by chance.
    private static (double Least, double Most) Trusted(string confidence) => confidence switch
    {
        "high" => (0.75, 1.4),
        "medium" => (0.5, 1.7),
        "low" => (0.3, 2),
        "none" => (0, double.PositiveInfinity),
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Not a confidence."),
    };

    private static LayerTolerances HoldsWhatItsConfidenceSays(int seed, double stray)
    {
        var meant = SampleCity.Of(new SampleOptions(1500, seed) { StrayM = 0 });
        var drawn = SampleCity.Of(new SampleOptions(1500, seed) { StrayM = stray });
        var told = new CityWork(CityAssembly.From(drawn, new AssemblyOptions { BaselineYear = 2026 }).City).Tolerances();

        Assert.All(Followed, name =>
        {
            var pair = told.Pairs.Single(pair => pair.Layer == name);
            var truth = DrawnTruth.Of(Named(drawn, name), Named(meant, name), Named(drawn, LayerNames.Parcels));
            var (least, most) = Trusted(pair.Confidence);
            Assert.False(pair.Metres < least * truth, $"{name}, seed {seed}: {pair.Metres} m of {truth:0.000}, {pair.Confidence}");
            Assert.False(pair.Metres > most * truth, $"{name}, seed {seed}: {pair.Metres} m of {truth:0.000}, {pair.Confidence}");
        });
        Assert.True(told.Pairs.Single(pair => pair.Layer == LayerNames.DetailedPlots) is { IsKnown: true, Confidence: "high" });
        return told;
    }

    private static SourceLayer Named(IReadOnlyList<SourceLayer> layers, string name) => layers.Single(layer => layer.Name == name);
}
