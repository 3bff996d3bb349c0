using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation.Padding;

/// <summary>
/// A drawn block of houses that must go, houses in a bad state, old houses, and sound towers of any height, with limits on what
/// may go. A tower stands on land without need: all that it could bring is floor area for a denominator.
/// </summary>
internal sealed record PoorBlock(int Width, PoorBlock.Kind[] Kinds, double Limit, double Lambda, int Least)
{
    private const double Cell = 400;
    private const double Side = 12;

    /// <summary>Need from which land gives a denominator; the option's default.</summary>
    public const double PaddingNeed = 0.3;

    /// <summary>What a parcel holds.</summary>
    public enum Kind
    {
        /// <summary>A house that is certified dangerous without repair value: an exempt demolition.</summary>
        Condemned,

        /// <summary>A dangerous house that may be repaired or go by choice.</summary>
        Bad,

        /// <summary>An old house in good repair.</summary>
        Old,

        /// <summary>A new building that is as high as the test says.</summary>
        Tower,
    }

    /// <summary>Blocks of two rows, each with a tower somewhere.</summary>
    public static readonly Gen<PoorBlock> Any =
        from width in Gen.Int[2, 5]
        from kinds in Gen.Enum<Kind>().Array[2 * width]
        from tower in Gen.Int[0, (2 * width) - 1]
        from limit in Gen.Double[0.1, 0.6]
        from lambda in Gen.Double[0.05, 0.5]
        from least in Gen.Int[1, 3]
        from land in Gen.Int[2, 8]
        from compactness in Gen.Double[0.2, 0.6]
        from most in Gen.Int[1, 3]
        from isLimited in Gen.Bool.Array[3]
        select new PoorBlock(width, [.. kinds.Select((kind, parcel) => parcel == tower ? Kind.Tower : kind)], limit, lambda, least)
        {
            Limits = new PlanLimits
            {
                LandBudget = isLimited[0] ? new PricedLimit(Cell * Math.Max(land, least)) : null,
                LeastPolsbyPopper = isLimited[1] ? new PricedLimit(compactness) : null,
                MostAreas = isLimited[2] ? new PricedLimit(most) : null,
            },
        };

    /// <summary>Limits over the plan and on its shape.</summary>
    public PlanLimits Limits { get; init; } = PlanLimits.None;

    /// <summary>Why something may go by choice; empty where nothing may.</summary>
    public string Purpose { get; init; } = "fire lanes";

    /// <summary>How many alternatives are asked for.</summary>
    public int Alternatives { get; init; } = 1;

    public ProposalOptions Options => new()
    {
        MinimumArea = Least * Cell, MaximumArea = 10 * Cell, Lambda = Lambda, Limits = Limits, Alternatives = Alternatives, Threads = 1,
        ElectivePurpose = Purpose, ElectiveDemolitionLimit = Limit, PaddingNeed = PaddingNeed,
    };

    /// <summary>What must go is at most the limit's share of the floor area on land in need; or of all floor area, which a tower dilutes.</summary>
    public RulePack Rules(bool countsTowers) => new()
    {
        Id = "test", Version = "1", Title = "test", TitleChinese = "测试", Hash = "", Sources = [],
        Parameters = new Dictionary<string, PackParameter> { ["limit"] = new("limit", "limit", "比例", RuleUnit.Ratio, Limit, false, "") },
        Rules =
        [
            Rule("what-must-go", DemolitionPart.Exempt, countsTowers ? [] : [new NeedCondition(PaddingNeed)]),
            Rule("what-goes-by-choice", DemolitionPart.Elective, []),
        ],
    };

    public ProposalGround Ground(int storeys) => Drawn(storeys).Ground(Options);

    /// <summary>The alternatives that are proposed where towers have so many storeys.</summary>
    public IReadOnlyList<JudgedPlan> Plans(int storeys, bool countsTowers = false) =>
        [.. AlternativeSearch.Of(Rules(countsTowers), Ground(storeys), SearchRun.Whole).Alternatives.Select(plan => plan.Judged)];

    /// <summary>Floor area of a parcel, m², but for towers.</summary>
    public double FloorArea(int parcel) => Kinds[parcel] == Kind.Tower ? 0 : 3 * Side * Side;

    public override string ToString() =>
        $"{Width} wide: {string.Join(' ', Kinds)}, limit {Limit:R}, λ {Lambda:R}, {Least} at least, budget {Limits.LandBudget?.Value}, τ {Limits.LeastPolsbyPopper?.Value:R}, areas {Limits.MostAreas?.Value}";

    private static PackRule Rule(string id, DemolitionPart part, IReadOnlyList<Condition> below) => new()
    {
        Id = id, Title = id, TitleChinese = id, Scopes = [RuleScope.Area], Strength = RuleStrength.Must, Citation = new Citation("text", "1"),
        Test = new ShareTest(
            new Term(Quantity.FloorArea, "", [new DemolitionCondition(part)]), new Term(Quantity.FloorArea, "", below), "limit", LimitSense.AtMost, []),
    };

    private LatticeCity Drawn(int storeys)
    {
        var letters = string.Concat(Enumerable.Range(0, Kinds.Length).Select(parcel => (char)('A' + parcel)));
        var city = new LatticeCity(letters[..Width], letters[Width..]);
        for (var parcel = 0; parcel < Kinds.Length; parcel++)
        {
            var (x, y) = city.Land.CornerOf(parcel);
            city.With(Of(new LatticeBuilding(x + 2, y + 2, Side, Side), Kinds[parcel], storeys));
        }

        return city.With(LayerNames.HistoricZones, "core", 500, 0, 20, 20).WithProtected("none of these");
    }

    private static LatticeBuilding Of(LatticeBuilding at, Kind kind, int storeys) => kind switch
    {
        Kind.Condemned => at with { Year = 1950, Danger = DangerGrade.D, Certificate = "2024-1", Repair = RepairValue.None },
        Kind.Bad => at with { Year = 1950, Danger = DangerGrade.D },
        Kind.Old => at with { Year = 1955, Danger = DangerGrade.B },
        _ => at with { Year = 2022, Danger = DangerGrade.A, Storeys = storeys },
    };
}
