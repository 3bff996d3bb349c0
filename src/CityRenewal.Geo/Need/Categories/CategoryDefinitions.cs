namespace CityRenewal.Geo.Need;

/// <summary>The categories of a run with what is common to them. Pure data: a rule pack may bring its own.</summary>
/// <param name="Categories">The categories, at most 32, in the order of every output and of ties.</param>
public sealed record CategoryDefinitions(IReadOnlyList<CategoryDefinition> Categories)
{
    /// <summary>Most categories that a run can have.</summary>
    public const int Most = 32;

    private const string Plan = "用地用海分类";

    /// <summary>Profile of parcels that carry no label.</summary>
    public NeedWeights GeneralProfile { get; init; } = NeedWeights.Default;

    /// <summary>Share of an area's net area from which a label counts for the area, in (0, 1]; an assumption of ours.</summary>
    public double LeastAreaShare { get; init; } = 0.25;

    /// <summary>
    /// The six kinds of projects of Chongqing's entry library (2022). The names are the city's; every threshold and every weight
    /// is an assumption of ours (按假设) until a rule pack with a source sets it.
    /// </summary>
    public static readonly CategoryDefinitions Default = new(
    [
        new("old_residential", "Old residential estate", "老旧小区",
            Profile([0.30, 0.25, 0.10, 0.10, 0.15, 0.10]),
            [
                new(Uses(0.6, "residential"), new MeanAgeSign(25)),
                new(new LandUseSign(Plan, ["0701"]), new MeanAgeSign(25)),
            ]),
        new("old_street_block", "Old street block", "老旧街区",
            Profile([0.25, 0.25, 0.20, 0.15, 0.10, 0.05]),
            [
                new(Uses(0.1, "commerce", "office", "storage", "culture", "public_service"), Uses(0.3, "residential"), new MeanAgeSign(30)),
                new(new CoverageSign(0.5, 1), Uses(0.6, "residential", "commerce"), new MeanAgeSign(30)),
            ]),
        new("old_industrial", "Old industrial area", "老旧工业区",
            Profile([0.35, 0.25, 0.05, 0.20, 0, 0.15]),
            [
                new(Uses(0.5, "industry", "storage"), new MeanAgeSign(20)),
                new(new LandUseSign(Plan, ["10", "1101"]), new MeanAgeSign(20)),
            ]),
        new("old_commercial", "Old commercial area", "老旧商业区",
            Profile([0.35, 0.20, 0.10, 0.10, 0.15, 0.10]),
            [
                new(Uses(0.5, "commerce", "office"), new MeanAgeSign(20)),
                new(new LandUseSign(Plan, ["09"]), new MeanAgeSign(20)),
            ]),
        new("historic", "Historic and cultural area", "历史文化区",
            Profile([0.10, 0.35, 0.15, 0.20, 0.10, 0.10]),
            [
                new(new LayerShareSign("historic_core", 0.5)),
                new(new LayerShareSign("historic_control", 0.5)),
                new(new LayerShareSign("historic_traditional_style", 0.5)),
                new(new LayerShareSign("historic_relic", 0.5)),
                new(new ProtectedItemSign()),
            ]),
        new("public_space", "Public space", "公共空间",
            Profile([0.10, 0.10, 0, 0, 0.60, 0.20]),
            [new(new LandUseSign(Plan, ["14"]), new CoverageSign(0, 0.2))]),
    ]);

    private static UseShareSign Uses(double leastShare, params string[] uses) => new(uses, leastShare);

    // In the order of the parts: age, danger, density, structure, facilities, earlier renewal.
    private static NeedWeights Profile(double[] weights) => NeedWeights.From(part => weights[(int)part]);
}
