namespace CityRenewal.Geo.Areas;

/// <summary>
/// What a proposal is asked for. Every default is an assumption of ours until a rule pack with a source sets it, and is
/// printed as such.
/// </summary>
public sealed record ProposalOptions
{
    /// <summary>Price of a metre of outline, in m² of benefit (λ); in (0, 1000].</summary>
    public double Lambda { get; init; } = 3;

    /// <summary>Smallest net area of a renewal area, m².</summary>
    public double MinimumArea { get; init; } = 30_000;

    /// <summary>Largest net area of a renewal area, m².</summary>
    public double MaximumArea { get; init; } = 400_000;

    /// <summary>Need at which a parcel's benefit is zero, in [0, 1].</summary>
    public double NeedThreshold { get; init; } = 0.5;

    /// <summary>Widest street across which parcels face each other and that may lie inside an area, metres.</summary>
    public double StreetWidth { get; init; } = 20;

    /// <summary>Shortest common border that makes two parcels neighbours, metres.</summary>
    public double MinimumContact { get; init; } = 0.5;

    /// <summary>Largest share of existing floor area that elective demolition may reach, in [0, 1].</summary>
    public double ElectiveDemolitionLimit { get; init; } = 0.20;

    /// <summary>Why elective demolition is proposed; empty proposes none.</summary>
    public string ElectivePurpose { get; init; } = "";

    /// <summary>
    /// What a m² of floor area is worth that goes by choice, m² of benefit, in [0, 1000]: the boundary is then chosen together with
    /// what goes. 0 chooses it without. Needs a purpose.
    /// </summary>
    public double DemolitionWorth { get; init; }

    /// <summary>
    /// What a m² of new floor area is worth, m² of benefit, in [0, 1000]; 0 chooses the boundary without. New floor area is limited by
    /// what goes by choice, so it needs a purpose too.
    /// </summary>
    public double NewFloorAreaWorth { get; init; }

    /// <summary>Whether what goes, or what is newly built, has a worth of its own.</summary>
    public bool HasFloorWorth => DemolitionWorth > 0 || NewFloorAreaWorth > 0;

    /// <summary>The same options where it has none.</summary>
    public ProposalOptions WithoutFloorWorth() => HasFloorWorth ? this with { DemolitionWorth = 0, NewFloorAreaWorth = 0 } : this;

    /// <summary>
    /// Need below which a parcel gives no denominator to the elective share, in [0, 1]: a sound tower must not be annexed
    /// because its floor area "buys" demolition.
    /// </summary>
    public double PaddingNeed { get; init; } = 0.3;

    /// <summary>Age from which an otherwise sound building is proposed for renovation, years.</summary>
    public int RenovationAge { get; init; } = 30;

    /// <summary>The year that ages count from; null takes the city's baseline year.</summary>
    public int? ReferenceYear { get; init; }

    /// <summary>
    /// How much of a parcel may lie outside the UDB as a strip of this width, metres: the layers' tolerance. Null takes what
    /// the layers tell themselves, else <see cref="AssumedUdbTolerance"/>.
    /// </summary>
    public double? UdbTolerance { get; init; }

    /// <summary>The UDB tolerance where nobody gives one and the layers do not tell, metres.</summary>
    public const double AssumedUdbTolerance = 1;

    /// <summary>What the city's layers tell of the UDB tolerance, metres; set by the run that estimates it.</summary>
    public double? EstimatedUdbTolerance { get; init; }

    /// <summary>The UDB tolerance in force, metres.</summary>
    public double UdbToleranceInForce => UdbTolerance ?? EstimatedUdbTolerance ?? AssumedUdbTolerance;

    /// <summary>Where the UDB tolerance in force comes from: given, estimated or assumed.</summary>
    public string UdbToleranceOrigin => UdbTolerance is not null ? "given" : EstimatedUdbTolerance is not null ? "estimated" : "assumed";

    /// <summary>What somebody states of every area, for rules that ask for it.</summary>
    public StatedFacts Stated { get; init; } = StatedFacts.None;

    /// <summary>Ids of parcels that must be in an area, besides those that the city locks in.</summary>
    public IReadOnlyList<string> LockedIn { get; init; } = [];

    /// <summary>Ids of parcels that must stay out of every area, besides those that the city locks out.</summary>
    public IReadOnlyList<string> LockedOut { get; init; } = [];

    /// <summary>What a plan and its areas keep to besides the size of an area.</summary>
    public PlanLimits Limits { get; init; } = PlanLimits.None;

    /// <summary>How many plans to propose, in [1, 50]; more than one are looked for over a sweep of the price of outline.</summary>
    public int Alternatives { get; init; } = 1;

    /// <summary>How much any two alternatives differ at least: Jaccard distance of the land that they choose, in [0, 1].</summary>
    public double LeastDifference { get; init; } = 0.1;

    /// <summary>A plan that already exists, to begin from; null begins from nothing.</summary>
    public ExistingPlan? From { get; init; }

    /// <summary>Seed of the run: same input and seed give the same plan.</summary>
    public long Seed { get; init; } = 7;

    /// <summary>Threads to use; the result does not depend on it. 0 takes all.</summary>
    public int Threads { get; init; }
}
