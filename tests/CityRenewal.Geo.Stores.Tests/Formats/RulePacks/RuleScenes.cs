using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>The four cases of a rule: it is kept, it is broken, the value stands at the limit, evidence is missing.</summary>
internal sealed record RuleScenes(
    Func<RulePack, RuleScene> Kept, Func<RulePack, RuleScene> Broken, Func<RulePack, RuleScene> AtLimit, Func<RulePack, RuleScene> Lacking)
{
    /// <summary>What a broken rule is called where it is neither failed nor subject to consent.</summary>
    public Verdict? WhenBroken { get; init; }

    /// <summary>What the limit itself is called where it breaks the rule.</summary>
    public Verdict WhenAtLimit { get; init; } = Verdict.Pass;

    public IEnumerable<(string Name, Func<RulePack, RuleScene> Scene)> All =>
        [("kept", Kept), ("broken", Broken), ("at the limit", AtLimit), ("lacking", Lacking)];
}
