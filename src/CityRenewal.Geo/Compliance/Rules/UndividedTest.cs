using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>An area lies in one unit of a kind and does not cross into another: districts (区县), planning units.</summary>
/// <param name="Division">The units, by their name among the divisions: district, street, community, planning_units.</param>
public sealed record UndividedTest(string Division) : RuleTest
{
    private static readonly WhyNot NoUnit = new(
        "outside_all_units", "Some parcels lie in none of the units, so nothing tells whether the area crosses.", "部分地块不在任何单元内，无法判定是否跨越。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [Division];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => null;

    /// <summary>The layer whose rows the division numbers.</summary>
    public string Layer => Division == LayerNames.PlanningUnits ? LayerNames.PlanningUnits : LayerNames.AdministrativeUnits;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        var main = book.Ground.Facts.Divisions[Division].Main;
        var counts = new SortedDictionary<int, int>();
        foreach (var parcel in area.Stock.Land.Parcels)
        {
            counts[main[parcel]] = counts.GetValueOrDefault(main[parcel]) + 1;
        }

        var isOutside = counts.Remove(-1);
        var largest = counts.Count > 0 ? counts.MaxBy(unit => unit.Value).Key : -1;
        var strangers = new List<int>();
        foreach (var parcel in area.Stock.Land.Parcels)
        {
            if (main[parcel] >= 0 && main[parcel] != largest)
            {
                strangers.Add(parcel);
            }
        }

        var names = book.Ground.City.Layer(Layer).Ids;
        var verdict = strangers.Count > 0 ? Verdict.Fail : isOutside ? Verdict.Unknown : Verdict.Pass;
        return new Judgement
        {
            Verdict = verdict,
            Measured = Measured.Exactly(counts.Count),
            Limit = 1,
            Unit = RuleUnit.Count,
            Evidence = new Evidence { Parcels = strangers, Others = [.. counts.Keys.Select(unit => names[unit])] },
            WhyNot = verdict == Verdict.Unknown ? NoUnit : null,
        };
    }
}
