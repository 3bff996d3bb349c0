using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The rounds of a search over all units: without limits over the plan one round is whole, and more only better it; with limits
/// each round has prices fitted to what is known, until neither prices nor bound move.
/// </summary>
internal sealed class SearchRounds
{
    private const int MostPriceRounds = 10;
    private const int FewPriceRounds = 5;
    private const double Moves = 5e-4;

    // What an area is paid at first, per m² of the smallest area, where fewer are found than are asked for.
    private const double FirstSubsidy = 0.05;

    private readonly GlobalLimits _limits;
    private readonly UnitStates _states;
    private readonly double[] _bounds;
    private readonly UnitCertificate?[] _proofs;
    private double[] _prices;
    private double _roundBound;
    private int _still;
    private bool _isKept;
    private bool _isTightened;

    public SearchRounds(GlobalLimits limits, UnitStates states)
    {
        (_limits, _states) = (limits, states);
        _bounds = (double[])states.AtMost.Clone();
        _proofs = new UnitCertificate?[_bounds.Length];
        _prices = new double[limits.Count];
        Bound = _bounds.Sum();
        Chosen = new int[_bounds.Length];
        IsWhole = _bounds.Length == 0;
    }

    /// <summary>Rounds begun before this one.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the search has done what it does without being told how long to work.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>What the best plan so far is worth, m².</summary>
    public double Found { get; private set; }

    /// <summary>Upper bound of what any plan can be worth, m².</summary>
    public double Bound { get; private set; }

    /// <summary>What all units pay alike for the limits of the whole plan in the first round, which proves the bound.</summary>
    public required PlanPrices Plan { get; init; }

    /// <summary>What these prices give back for what the plan may take, m².</summary>
    public required double Allowance { get; init; }

    /// <summary>Whether it is asked only whether there is a plan at all.</summary>
    public bool IsAnyPlanEnough { get; init; }

    /// <summary>The areas seen in all units, where they are kept and put together anew; null in large cities.</summary>
    public CityAreas? Seen { get; init; }

    /// <summary>Whether areas seen on the way are kept.</summary>
    public bool Recombines => Seen is not null;

    private bool HasPlan => _isKept && Enumerable.Range(0, Chosen.Length).Any(unit => Choices[unit][Chosen[unit]].Areas.Count > 0);

    private int[] Chosen { get; set; }

    private IReadOnlyList<IReadOnlyList<UnitPlan>> Choices { get; set; } = [];

    private bool IsSplitting => Number % 2 == 1 && !IsWhole && _limits.FewestAreas >= 0 && _prices[_limits.FewestAreas] > 0;

    /// <summary>The benefits of this round.</summary>
    public long[] Begin(long[] benefits)
    {
        _roundBound = Number == 0 ? Allowance : _limits.Constant(_prices);
        return _limits.Count == 0 ? benefits : _limits.Priced(benefits, _prices);
    }

    /// <summary>The limits of this round: where more areas are wanted, every other round looks for small ones.</summary>
    public SearchLimits Limits(SearchLimits limits) => IsSplitting
        ? limits with { MostTwiceArea = Math.Min(limits.MostTwiceArea, 2 * limits.LeastTwiceArea) }
        : limits;

    /// <summary>The areas that a visit of this round begins from; null where it begins anew.</summary>
    public IReadOnlyList<int[]>? StartOf(int unit) => Number > 0 && _limits.Count == 0 ? _states.BestOf(unit)?.Areas : null;

    /// <summary>
    /// What a visit starts from after bounds were lowered: the parts of the set that leads the bound; null in other rounds, and where
    /// a bound was not lowered.
    /// </summary>
    public (IReadOnlyList<int[]> Start, UnitCertificate Proof)? AgainOf(SearchProblem problem, int unit)
    {
        if (!IsSecond || _proofs[unit] is not { WithoutLocks: false } proof)
        {
            return null;
        }

        var first = problem.Nodes.ProblemStart[unit];
        int[] led = [.. Enumerable.Range(first, problem.Nodes.StreetStart[unit] - first).Where(node => proof.Chosen[node - first])];
        return (led.Length == 0 ? [] : [led], proof);
    }

    /// <summary>Whether a second visit can win nothing that is worth it: what is found comes near the bound, or all was tried.</summary>
    public bool IsSettled(SearchProblem problem, int unit)
    {
        if (!IsSecond)
        {
            return false;
        }

        var found = _states.WorthOf(unit, PlanPrices.None);
        return problem.Nodes.StreetStart[unit] - problem.Nodes.ProblemStart[unit] <= UnitSearchOptions.Default.TryAllUpTo
            || _states.HasFixed(unit) || _proofs[unit] is not { } proof
            || (!proof.WithoutLocks && (proof.Millionths * SearchLimits.BenefitUnit) - found <= new TighteningEffort(found, 0).Close);
    }

    /// <summary>
    /// Proposals per parcel of a visit of this round: where a second round starts from what leads the bounds, the first is a short
    /// look, and the second works on; a unit with areas that stay has one visit, and all of them in it.
    /// </summary>
    public int WorkOf(int usual, int unit) => IsSecond ? 3 * usual / 4 : Number == 0 && Tightens && !_states.HasFixed(unit) ? usual / 4 : usual;

    /// <summary>Whether bounds are lowered after the first round, and a second one starts from what leads them.</summary>
    public bool Tightens { get; init; }

    private bool IsSecond => _isTightened && Number == 1 && _limits.Count == 0;

    /// <summary>Takes in what a visit found.</summary>
    public void Add(int unit, UnitResult result, IReadOnlyList<UnitPlan> plans)
    {
        _states.Add(unit, plans);
        Seen?.Add(unit, result, plans);
        _roundBound += result.Bound;

        // A unit that is bounded without its locks has areas without them: what holds with them says nothing of it.
        if (_limits.Count == 0 && _proofs[unit] is not { WithoutLocks: true })
        {
            _bounds[unit] = Math.Min(_bounds[unit], result.Bound);
        }

        if (Number == 0)
        {
            _proofs[unit] = result.Proof;
        }
    }

    /// <summary>Tells the progress of a visit.</summary>
    public void Tell(SearchTally tally, int unit, UnitResult result)
    {
        if (_limits.Count == 0)
        {
            tally.Visited(unit, result.Value, result.Bound);
        }
        else
        {
            tally.Visited();
        }
    }

    /// <summary>Ends a round, complete or not; returns whether anything got better.</summary>
    public bool End(bool isComplete)
    {
        var (found, bound) = (Found, Bound);
        if (_limits.Count == 0)
        {
            Bound = Math.Min(Bound, _bounds.Sum());
        }
        else if (isComplete && !IsSplitting && _roundBound < Bound)
        {
            Bound = _roundBound;
        }

        Choices = _states.Choices();
        var fitted = new PriceFit(_limits, Choices).Find();
        var worth = Choose(fitted);
        if (isComplete && Seen is not null)
        {
            worth = Recombine(fitted) ?? worth;
        }

        var isBetter = Found > found + 1e-9 || Bound < bound - (Moves * Math.Abs(bound));
        _still = isBetter ? 0 : _still + 1;
        Advance(fitted, worth is null, isComplete);
        return isBetter;
    }

    /// <summary>
    /// Lowers the bounds of units below what their first proofs say, where what is found stays well below them; and bounds units
    /// where no area can hold what is locked in as the plan treats them: without that.
    /// </summary>
    /// <param name="problem">What is searched.</param>
    /// <param name="cuts">Cuts to spend on a unit at most.</param>
    /// <param name="run">Threads to use, who is told how far the work is, and what ends it; what was won until then counts.</param>
    public void Tighten(SearchProblem problem, int cuts, (int Threads, SearchTally Tally, CancellationToken Stop) run)
    {
        var (threads, tally, stop) = run;
        var done = 0;
        _isTightened = cuts > 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount };
        Parallel.For(0, _proofs.Length, options, () => new UnitCut { Plan = Plan }, (unit, _, cut) =>
        {
            if (!stop.IsCancellationRequested && !_states.HasFixed(unit) && _proofs[unit] is { } proof)
            {
                _proofs[unit] = Tightened((problem, unit, cut), proof, cuts, stop);
            }

            tally.Bounded(Interlocked.Increment(ref done));

            return cut;
        }, _ => { });
        Lower();
        IsWhole &= !IsSecond;
    }

    private UnitCertificate Tightened(
        (SearchProblem Problem, int Unit, UnitCut Cut) of, UnitCertificate proof, int cuts, CancellationToken stop)
    {
        var isHeld = _states.HoldsLocked(of.Unit);
        if (isHeld && cuts == 0)
        {
            return proof;
        }

        var land = LandOf(of.Problem, of.Unit);
        if (isHeld)
        {
            var effort = new TighteningEffort(_states.WorthOf(of.Unit, Plan), cuts) { AsksRows = !_states.HasLocked(of.Unit) };
            return UnitProof.Tightened(land, of.Cut, proof, effort, stop);
        }

        var free = land.WithoutLocks();
        return UnitProof.Tightened(free, of.Cut, UnitProof.Of(free, of.Cut, default), new TighteningEffort(0, cuts), stop) with { WithoutLocks = true };
    }

    private void Lower()
    {
        double whole = Allowance;
        var isFreed = false;
        for (var unit = 0; unit < _proofs.Length; unit++)
        {
            var proven = _proofs[unit] is { } proof ? proof.Millionths * SearchLimits.BenefitUnit : _bounds[unit];
            var isFree = _proofs[unit]?.WithoutLocks == true;
            _bounds[unit] = _limits.Count == 0 && !isFree ? Math.Min(_bounds[unit], proven) : proven;
            whole += proven;
            isFreed |= isFree;
        }

        var bound = _limits.Count == 0 ? _bounds.Sum() : whole;
        Bound = isFreed ? bound : Math.Min(Bound, bound);
    }

    /// <summary>The plan chosen.</summary>
    public SearchOutcome Outcome(SearchProblem problem)
    {
        var plans = Choices.Select((plans, unit) => plans[Chosen[unit]]).ToList();
        var taken = new long[_limits.Count];
        plans.ForEach(plan => Enumerable.Range(0, taken.Length).ToList().ForEach(row => taken[row] += plan.Takes[row]));
        return new SearchOutcome(
            [.. plans.SelectMany(plan => plan.Areas)],
            [.. plans.SelectMany((plan, unit) => plan.Areas.Select(_ => problem.Nodes.ProblemUnit[unit]))],
            Plan,
            Proven(problem))
        {
            Bound = Bound,
            Missed = [.. Enumerable.Range(0, taken.Length).Where(row => _limits.IsHard(row) && taken[row] > _limits.Limit(row)).Select(_limits.Name)],
        };
    }

    /// <summary>The proofs; units whose turn never came have what holds before any work.</summary>
    private UnitCertificate[] Proven(SearchProblem problem)
    {
        var proofs = new UnitCertificate[_proofs.Length];
        Parallel.For(0, proofs.Length, unit => proofs[unit] = _proofs[unit] ?? UnitProof.Trivial(LandOf(problem, unit), Plan));
        return proofs;
    }

    private static UnitLand LandOf(SearchProblem problem, int unit) =>
        new(problem.Nodes, problem.Benefits, problem.Limits, unit, problem.Rows) { Floors = problem.Floors };

    /// <summary>Chooses anew, and keeps what was chosen before where that is worth more.</summary>
    private double? Choose(double[] prices)
    {
        var chosen = PlanChoice.Of(_limits, Choices, prices);
        var worth = PlanChoice.WorthOf(_limits, Choices, chosen);
        if (!_isKept || worth > Found)
        {
            Chosen = chosen;
            Found = worth ?? Found;
        }

        _isKept |= worth is not null;
        return worth;
    }

    /// <summary>Chooses among all areas seen, whichever plans they come from; null where that keeps no hard limit or is no better.</summary>
    private double? Recombine(double[] prices)
    {
        if (Seen!.Best([.. Chosen.Select((plan, unit) => Choices[unit][plan])], _isKept) is not { } plans)
        {
            return null;
        }

        for (var unit = 0; unit < plans.Count; unit++)
        {
            _states.Add(unit, [plans[unit]]);
        }

        Choices = _states.Choices();
        if (_limits.Count == 0)
        {
            return Choose(prices);
        }

        int[] chosen = [.. plans.Select((plan, unit) => Enumerable.Range(0, Choices[unit].Count)
            .First(at => Choices[unit][at].Value == plan.Value && Choices[unit][at].Takes.AsSpan().SequenceEqual(plan.Takes)))];
        var worth = PlanChoice.WorthOf(_limits, Choices, chosen);
        if (worth is null || (_isKept && worth <= Found))
        {
            return null;
        }

        (Chosen, Found, _isKept) = (chosen, worth.Value, true);
        return worth;
    }

    private void Advance(double[] fitted, bool isBroken, bool isComplete)
    {
        var few = _limits.FewestAreas;
        if (isBroken && few >= 0)
        {
            fitted[few] = Math.Max(fitted[few], Math.Max(2 * _prices[few], FirstSubsidy * _limits.SmallestArea));
        }

        var moved = Enumerable.Range(0, fitted.Length).Any(row => Math.Abs(fitted[row] - _prices[row]) > Moves * Math.Max(fitted[row], _prices[row]));
        Number++;
        IsWhole |= isComplete && (_limits.Count == 0 || !moved || _still >= 2 || Number >= MostPriceRounds || (IsAnyPlanEnough && (HasPlan || Number >= FewPriceRounds)));
        _prices = fitted;
    }
}
