using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reasons;

/// <summary>Measures an area before and after a flip from its outline and buildings, and puts every rule to both.</summary>
internal sealed class FreshVerdicts
{
    private readonly AreaAssembly _assembly;
    private readonly AreaVerdicts _verdicts;

    public FreshVerdicts(ProposalProblem problem, RuleBook book)
    {
        var ground = problem.Ground;
        _assembly = new AreaAssembly(ground, problem.Need, problem.Dispositions);
        _verdicts = new AreaVerdicts(ground, book, problem.Dispositions);
    }

    /// <summary>The rules whose verdict differs; null is no area.</summary>
    public IReadOnlyList<VerdictChange> Between(AreaDraft? before, AreaDraft? after)
    {
        var (old, next) = (FindingsOf(before), FindingsOf(after));
        var rules = (old.Count > 0 ? old : next).Select(finding => finding.Rule).ToList();
        var changes = new List<VerdictChange>();
        for (var i = 0; i < rules.Count; i++)
        {
            var (one, other) = (old.Count > 0 ? old[i].Judgement : null, next.Count > 0 ? next[i].Judgement : null);
            var verdict = (one, other) switch { (null, _) => other!.Verdict, (_, null) => one.Verdict, _ => null };

            // Of an area that begins or ends only what a reader must look at is a change.
            if (one is null || other is null ? verdict is not (null or Verdict.Pass) : one.Verdict != other.Verdict)
            {
                changes.Add(new VerdictChange(rules[i], one, other));
            }
        }

        return changes;
    }

    private IReadOnlyList<Finding> FindingsOf(AreaDraft? draft) => draft is null || draft.Parcels.Length == 0
        ? []
        : _verdicts.Of(_assembly.From([draft], threads: 1, CancellationToken.None)[0]).Findings;
}
