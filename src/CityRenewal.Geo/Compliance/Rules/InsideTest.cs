using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// All land of an area lies inside the urban development boundary (城镇开发边界); its holes (开天窗) lie outside. A parcel may
/// stick out by a strip no wider than the layers' tolerance; such strips are listed. One that is wider and could still be
/// drawing noise leaves the rule marginal.
/// </summary>
/// <param name="StripWidth">The parameter with the widest strip that is not counted, metres.</param>
public sealed record InsideTest(string StripWidth) : RuleTest
{
    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [LayerNames.Udb];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [StripWidth];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => null;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        var udb = book.Ground.Facts.OutsideUdb!;
        var tolerance = book.Ground.StripTolerance(StripWidth, LayerNames.Udb);
        var width = tolerance.Metres;
        var parcels = area.Stock.Land.Parcels;
        int[] outside = [.. parcels.Where(parcel => !udb.IsInside(parcel, width)).Order()];
        int[] strips = [.. parcels.Where(parcel => udb.AreaOf(parcel) > 0 && udb.IsInside(parcel, width)).Order()];
        var (area2, surely) = (outside.Sum(udb.AreaOf), outside.Where(parcel => !udb.IsInside(parcel, tolerance.Doubtful)).Sum(udb.AreaOf));
        return new Judgement
        {
            Verdict = outside.Length == 0 ? Verdict.Pass : surely > 0 ? Verdict.Fail : Verdict.Marginal,
            Measured = Measured.Between(surely, area2, area2),
            Limit = 0,
            Unit = RuleUnit.SquareMetre,
            Evidence = new Evidence
            {
                Numerator = area2,
                Parcels = outside,
                Strips = [.. strips.Select(parcel => new Encroachment(parcel, udb.AreaOf(parcel), udb.WidthOf(parcel)))],
                Tolerance = width,
                PartsOf = () => [.. outside.Select(parcel => new EvidencePart(IsBuilding: false, parcel, udb.AreaOf(parcel), 0))],
            },
        };
    }

    /// <inheritdoc/>
    internal override IEnumerable<PackAssumption> AssumedOn(RuleGround ground) =>
        ground.StripTolerance(StripWidth, LayerNames.Udb) is { IsGiven: false } assumed ? [assumed.AsAssumption()] : [];

    private double WidthIn(RuleBook book) => book.Ground.StripTolerance(StripWidth, LayerNames.Udb).Metres;

    /// <inheritdoc/>
    internal override Func<int, bool>? KeepsOut(RuleBook book)
    {
        var width = WidthIn(book);
        return parcel => book.Ground.Facts.OutsideUdb is { } udb && !udb.IsInside(parcel, width);
    }
}
