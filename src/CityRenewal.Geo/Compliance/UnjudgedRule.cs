using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>A rule that nobody can judge in this city, because a layer that it needs is missing: unknown, never a pass.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Layer">The missing layer, division or kind of zone.</param>
/// <param name="WhyNot">The same as a sentence with what to do.</param>
public sealed record UnjudgedRule(PackRule Rule, string Layer, WhyNot WhyNot)
{
    /// <summary>The rules of a book that cannot be judged, in the order of the pack.</summary>
    public static IReadOnlyList<UnjudgedRule> In(RuleBook book) =>
    [
        .. from rule in book.Ground.Pack.Rules
           let missing = book.MissingFor(rule)
           where missing is not null
           select new UnjudgedRule(rule, rule.Test.Needs.First(needed => book.Ground.Missing(needed) is not null), missing),
    ];
}
