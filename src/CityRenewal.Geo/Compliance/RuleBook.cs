using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// A pack made ready for one city: judges areas and projects by every rule, and tells a search which parcels a rule keeps
/// out and which sums it binds. Search, edit and review read the same rules here.
/// </summary>
public sealed class RuleBook
{
    private readonly Dictionary<string, WhyNot?> _missing = [];

    /// <summary>Makes a pack ready.</summary>
    public RuleBook(RuleGround ground)
    {
        Ground = ground;
        foreach (var rule in ground.Pack.Rules)
        {
            _missing[rule.Id] = rule.Test.Needs.Select(ground.Missing).FirstOrDefault(whyNot => whyNot is not null);
        }
    }

    /// <summary>What it judges on.</summary>
    public RuleGround Ground { get; }

    /// <summary>Every finding of an area or project, in the order of the pack.</summary>
    /// <param name="area">The area, or the land of the project.</param>
    /// <param name="project">The project's id; null for the area itself.</param>
    public IReadOnlyList<Finding> Check(AreaUnderReview area, string? project = null)
    {
        var scope = project is null ? RuleScope.Area : RuleScope.Project;
        return [.. Ground.Pack.Rules.Where(rule => rule.Scopes.Contains(scope)).Select(rule => Finding(rule, area, project))];
    }

    /// <summary>Why a rule cannot be judged in this city at all; null where it can.</summary>
    public WhyNot? MissingFor(PackRule rule) => _missing[rule.Id];

    /// <summary>One rule on one area.</summary>
    internal Judgement Judge(PackRule rule, AreaUnderReview area)
    {
        if (_missing[rule.Id] is { } missing)
        {
            return Judgement.Unknown(missing);
        }

        var judgement = rule.Test.Judge(this, area);
        return judgement.Verdict == Verdict.Fail && rule.Consent is not null
            ? judgement with { Verdict = Verdict.NeedsApproval }
            : judgement;
    }

    private Finding Finding(PackRule rule, AreaUnderReview area, string? project) => new()
    {
        Area = area.Id,
        Project = project,
        Rule = rule,
        Judgement = Judge(rule, area),
        Assumptions = AssumptionsOf(rule),
    };

    // Members of a rule may rest on the same number: it is told once.
    private IReadOnlyList<PackAssumption> AssumptionsOf(PackRule rule) => [.. AllAssumptionsOf(rule).Distinct()];

    private IEnumerable<PackAssumption> AllAssumptionsOf(PackRule rule) =>
    [
        .. rule.Assumptions,
        .. rule.Test.Parameters.Select(name => Ground.Pack.Parameters[name]).Where(number => number.IsAssumed).Select(number => number.AsAssumption()),
        .. rule.Test.Rules.Select(id => Ground.Pack.Rules.First(other => other.Id == id)).SelectMany(AllAssumptionsOf),
    ];
}
