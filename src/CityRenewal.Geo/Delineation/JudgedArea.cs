using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>A finished area with what the rules and checks say of it.</summary>
internal sealed record JudgedArea(RenewalArea Area, IReadOnlyList<Finding> Findings, IReadOnlyList<AreaBreach> Breaches)
{
    /// <summary>What the soft limits cost that it breaks, m² of benefit.</summary>
    public double Price => Breaches.Sum(breach => breach.Price ?? 0);

    /// <summary>The same under a name.</summary>
    public JudgedArea Named(string id) =>
        this with { Area = Area with { Id = id }, Findings = [.. Findings.Select(finding => finding with { Area = id })] };

    /// <summary>What it breaks at a price.</summary>
    public IEnumerable<PricedBreach> Priced(string id) => PricedOf(id, Breaches);

    /// <summary>What is broken at a price.</summary>
    public static IEnumerable<PricedBreach> PricedOf(string id, IEnumerable<AreaBreach> breaches) =>
        from breach in breaches
        where breach.Price is > 0
        select new PricedBreach(id, breach.Check, breach.Text, breach.TextChinese, breach.Price ?? 0);
}
