using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// No land is held twice: areas under review share none, projects share none, a project lies in its area, neither holds land of
/// earlier entries of the register. Shared parcels break the rule; outlines that overlap by a square metre and more without
/// sharing a parcel leave it marginal. Only a review of boundaries can tell; elsewhere there is no such finding.
/// </summary>
/// <param name="From">What the land is kept apart from, one of <see cref="Others"/>.</param>
public sealed record ApartTest(string From) : RuleTest
{
    /// <summary>Other areas under review.</summary>
    public const string Areas = "areas";

    /// <summary>Other projects under review.</summary>
    public const string Projects = "projects";

    /// <summary>Land outside the area that a project is part of.</summary>
    public const string OutsideArea = "outside_area";

    /// <summary>Live entries of the register.</summary>
    public const string Register = "register";

    /// <summary>All that land can be kept apart from.</summary>
    public static readonly IReadOnlyList<string> Others = [Areas, Projects, OutsideArea, Register];

    // Less is drawing noise of a border that two outlines share.
    private const double Drawn = 1;

    private static readonly WhyNot NotCompared = new(
        "not_compared", "Nobody compared the area with others: review it together with them.", "未与其他片区、项目比对：请一并核对。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => null;

    /// <summary>Whether anybody compared an area with what it should be kept apart from, or tried to.</summary>
    public bool IsAskedOf(AreaUnderReview area) => area.HeldTwice.ContainsKey(From);

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area) =>
        Of(area.HeldTwice.GetValueOrDefault(From), parcel => book.Ground.Facts.AreaM2[parcel]);

    /// <summary>What land that is held twice comes to; null where nobody compared.</summary>
    internal static Judgement Of(IReadOnlyList<HeldTwice>? held, Func<int, double> areaOf)
    {
        if (held is null)
        {
            return Judgement.Unknown(NotCompared) with { Limit = 0, Unit = RuleUnit.SquareMetre };
        }

        int[] parcels = [.. held.SelectMany(one => one.Parcels).Distinct().Order()];
        var (land, drawn) = (parcels.Sum(areaOf), held.Sum(one => one.DrawnM2));
        return new Judgement
        {
            Verdict = parcels.Length > 0 ? Verdict.Fail : drawn >= Drawn ? Verdict.Marginal : Verdict.Pass,
            Measured = Measured.Between(land, land, drawn >= Drawn ? Math.Max(land, drawn) : land),
            Limit = 0,
            Unit = RuleUnit.SquareMetre,
            Evidence = new Evidence
            {
                Numerator = land,
                Parcels = parcels,
                Others = [.. held.Where(one => one.Parcels.Count > 0 || one.DrawnM2 >= Drawn).Select(one => one.With)],
                PartsOf = () => [.. parcels.Select(parcel => new EvidencePart(IsBuilding: false, parcel, areaOf(parcel), 0))],
            },
        };
    }
}
