using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The work on one request: what all its plans share is prepared once, then any number of plans is searched, its bound checked,
/// and finished.
/// </summary>
internal sealed class ProposalWork
{
    // Objectives are summed from outlines in metres, bounds in whole millionths of a m².
    private const double Rounding = 0.01;

    private readonly ProposalRun _run;
    private readonly SearchRequest _asked;
    private readonly ExistingLand _existing;

    private ProposalWork(ProposalRun run, PreparedSearch ready)
    {
        (_run, _asked, Prepared) = (run, ready.Asked, ready);
        _existing = new ExistingLand(run.Ground);
        Problem = ready.Problem with { Benefits = _existing.Priced(ready.Nodes, ready.Problem.Benefits) };
    }

    /// <summary>What is searched.</summary>
    public SearchProblem Problem { get; }

    /// <summary>The same before an existing plan gives land a price.</summary>
    public PreparedSearch Prepared { get; }

    /// <summary>The run that finishes plans.</summary>
    public ProposalRun Run => _run;

    /// <summary>The need of every parcel.</summary>
    public NeedScores Need => _run.Need;

    /// <summary>Prepares a request.</summary>
    /// <exception cref="ProposalOptionsException">The request contradicts itself, the city or its land; lists every reason.</exception>
    public static ProposalWork Of(
        RulePack? pack, ProposalGround ground, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var run = ProposalRun.Of(pack, ground, progress, cancel);
        var ready = run.Prepare(cancel);
        Proposal.Require(ground, ready.Problem);
        var work = new ProposalWork(run, ready);
        return work._existing.Problems(ready.Nodes).ToList() is { Count: > 0 } problems ? throw new ProposalOptionsException(problems) : work;
    }

    /// <summary>The problem at another price of a metre of outline.</summary>
    public SearchProblem At(double lambda) =>
        Problem with { Limits = Problem.Limits with { Price = lambda * Problem.Nodes.MetresPerUnit } };

    /// <summary>The problem in which floor area is worth nothing.</summary>
    public SearchProblem WithoutFloorWorth => Problem with { Floors = FloorWorths.None };

    /// <summary>The problem in which the land of some areas has lost a share of what it is worth.</summary>
    public SearchProblem Avoiding(IEnumerable<int[]> areas, double discount)
    {
        var benefits = (long[])Problem.Benefits.Clone();
        foreach (var node in areas.SelectMany(area => area).Distinct())
        {
            benefits[node] -= (long)(discount * Math.Max(0, benefits[node]));
        }

        return Problem with { Benefits = benefits };
    }

    /// <summary>Searches the problem as requested.</summary>
    public SearchOutcome Search(SearchRun run, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        run.Begins?.Invoke();
        var outcome = Search(Problem, [], run, ("areas", progress), cancel);
        run.Ends?.Invoke();
        return outcome;
    }

    /// <summary>Searches a problem on the same land.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="start">Areas to begin from; none begins from the existing plan, or from nothing.</param>
    /// <param name="run">How long the search may work.</param>
    /// <param name="told">What the search is called, and who is told how far it is.</param>
    /// <param name="cancel">Ends the work; nothing is returned then.</param>
    public SearchOutcome Search(
        SearchProblem problem, IReadOnlyList<int[]> start, SearchRun run, (string Stage, IProgress<WorkProgress>? Progress) told, CancellationToken cancel)
    {
        var existing = _existing.Start(problem.Nodes);
        var from = start.Count > 0 ? existing with { Areas = start } : existing;
        var outcome = new CitySearch(problem, from, told.Progress) { Stage = told.Stage }.Run(run, _run.Ground.Options.Threads, cancel);
        return ReferenceEquals(problem.Benefits, Problem.Benefits) ? Checked(outcome, problem, told.Progress, cancel) : outcome;
    }

    /// <summary>What was asked, for whoever checks a bound.</summary>
    public CertifiedProblem Statement() => Statement(Problem);

    private CertifiedProblem Statement(SearchProblem problem) => _existing.Told(PlanProof.Statement(
        _run.Ground, Problem.Nodes, _asked with { Limits = problem.Limits, Floors = problem.Floors.IsNone ? null : _asked.Floors }));

    /// <summary>Gives areas outlines, dispositions and verdicts.</summary>
    /// <param name="outcome">What was searched, with what the check of its bound says.</param>
    /// <param name="options">What the plan is evaluated by: the request, or the request with another price or purpose.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work; nothing is returned then.</param>
    public JudgedPlan Finish(SearchOutcome outcome, ProposalOptions options, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        progress?.Report(new WorkProgress("outlines and dispositions", 0));
        var run = _run with { Ground = _run.Ground.With(options) };
        var ready = Prepared with { Problem = Prepared.Problem with
        {
            Limits = SearchProblems.LimitsOf(options, Problem.Nodes),
            Floors = options.HasFloorWorth ? Prepared.Problem.Floors : FloorWorths.None,
        } };
        var judged = run.Finish(ready, outcome, outcome.Verdict ?? CertificateVerdict.Unchecked, cancel);
        var plan = WithinBound(WithChange(judged.Plan), outcome);
        return judged with
        {
            Plan = plan with
            {
                Work = outcome.Work.ToString(), IsCutShort = outcome.IsCutShort, Notes = [.. plan.Notes, .. SearchNotes.Of(outcome)],
            },
            Certificate = outcome.Certificate,
            Checked = outcome.Verdict,
            Problem = ProposalProblem.From(run, ready),
        };
    }

    /// <summary>The plan with the limits that are in conflict, where it lacks what is wanted.</summary>
    public JudgedPlan Explained(JudgedPlan judged, IProgress<WorkProgress>? progress, CancellationToken cancel) =>

        // A search that was told to end early has not looked everywhere: what it lacks is no conflict.
        judged.Plan.IsCutShort || !ConflictSearch.IsNeeded(judged.Plan, _run.Ground, Problem)
            ? judged
            : judged with { Plan = new ConflictSearch(_run, Prepared.Problem).Explain(judged.Plan, progress, cancel) };

    private SearchOutcome Checked(SearchOutcome outcome, SearchProblem problem, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        progress?.Report(new WorkProgress("checking the bound", 0));
        var certificate = PlanProof.Of(outcome, problem.Limits, _run.Ground.City.DataVersion);
        var verdict = CertificateCheck.Of(Statement(problem), certificate, _run.Ground.Options.Threads, cancel);
        return outcome with { Certificate = certificate, Verdict = verdict, Bound = verdict.Bound - _existing.Constant };
    }

    /// <summary>No plan is worth more than the bound: where one is, one of the two is wrong, and no gap is told.</summary>
    private Plan WithinBound(Plan plan, SearchOutcome outcome)
    {
        if (!plan.IsBoundProven)
        {
            return plan;
        }

        if (LeavesLockedOut(plan, outcome))
        {
            return Noted(plan with { Gap = null }, new PlanNote(
                "bound_of_locks",
                "The bound is of plans that hold all that is locked in; this one had to leave some of it out, so no gap is told.",
                "上界针对包含全部锁定地块的方案;本方案未能全部纳入,故不给出差距。"));
        }

        return plan.Objective <= plan.Bound + Rounding ? plan : Noted(plan with { Gap = null, IsBoundProven = false }, new PlanNote(
            "above_bound",
            "The plan is worth more than its bound, which no plan can be: one of the two is wrong. No gap is told; report it with the city and the options.",
            "方案目标值高于上界,这不可能成立,二者必有一误:不给出差距,请连同数据与选项反馈。"));
    }

    private static Plan Noted(Plan plan, PlanNote why) => plan with { Notes = [.. plan.Notes, why] };

    /// <summary>Whether something that the bound of its unit takes to be in an area is in none.</summary>
    private bool LeavesLockedOut(Plan plan, SearchOutcome outcome)
    {
        var nodes = Problem.Nodes;
        var held = plan.Areas.SelectMany(area => area.Parcels).ToHashSet();
        return Enumerable.Range(0, nodes.ProblemCount).Where(unit => !outcome.Proofs[unit].WithoutLocks).Any(unit =>
            Enumerable.Range(nodes.ProblemStart[unit], nodes.StreetStart[unit] - nodes.ProblemStart[unit])
                .Any(node => nodes.LockedIn[node] && !held.Contains(nodes.Parcels[nodes.ParcelStart[node]])));
    }

    /// <summary>A plan with what its departures from the existing one cost; the bound is of the same sum.</summary>
    private Plan WithChange(Plan plan)
    {
        if (_run.Ground.Options.From is not { } from)
        {
            return plan;
        }

        var changed = _existing.Changed(plan.Areas.SelectMany(area => area.Parcels));
        var objective = plan.Objective - (from.ChangePrice * changed);
        var (bound, decided) = (plan.Bound - _existing.Constant, objective - plan.ObligatoryBenefit);
        return plan with
        {
            Objective = objective,
            Bound = bound,
            ChangedLand = changed,
            Gap = decided > 0 && plan.IsBoundProven ? Math.Max(0, (bound - objective) / decided) : null,
        };
    }
}
