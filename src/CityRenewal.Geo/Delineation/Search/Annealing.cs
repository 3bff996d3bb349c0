namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Improves the pieces of a unit by moves that may lose a little, less and less with time. Starts cold: the cut is nearly
/// right and heat would destroy it. Counts its work in proposals, so that a run can be repeated up to any moment.
/// </summary>
internal sealed class Annealing
{
    /// <summary>Proposals between two looks at the clock of the caller; also between two temperatures.</summary>
    public const int Stretch = 1_024;

    private const double HowMuchCooler = 29;
    private const double GiveUpAfter = 0.5;
    private const int Growths = 64;

    private readonly SearchState _state;
    private readonly BorderMove _border;
    private readonly SwapMove _swap;
    private readonly BlockMove _block;
    private readonly PieceMove _whole;
    private readonly double _worth;

    public Annealing(SearchState state)
    {
        var trial = new MoveTrial(state);
        var worth = MeanWorth(state.Pieces.Land) * state.Judge.Scale.PerSquareMetre;
        var estimate = new MoveEstimate(state, worth);
        (_state, _border, _swap) = (state, new BorderMove(state), new SwapMove(state, trial, estimate));
        (_block, _whole) = (new BlockMove(state, trial, estimate), new PieceMove(state, trial, estimate));
        Growth = new GrowthMove(state, trial);
        _worth = worth;
    }

    /// <summary>Whether the pieces stay as many as they are: none is begun, joined, split or given up.</summary>
    public bool KeepsNumber { get; init; }

    /// <summary>Told of the pieces after every stretch; null where nobody asks.</summary>
    public SeenAreas? Seen { get; init; }

    /// <summary>Begins new pieces.</summary>
    public GrowthMove Growth { get; }

    /// <summary>Works until the budget is used up, or the stop is reached, or the caller cancels; returns the proposals made.</summary>
    /// <param name="heat">What the first proposals may lose on average, as a share of what a parcel is worth or costs.</param>
    /// <param name="budget">Proposals over which it cools down.</param>
    /// <param name="stop">Proposals after which it ends in any case.</param>
    /// <param name="random">Draws.</param>
    /// <param name="cancel">Ends the work at the next stretch.</param>
    public long Run(double heat, long budget, long stop, ref SearchRandom random, CancellationToken cancel)
    {
        long done = 0, nextGrowth = 0;
        while (done < Math.Min(budget, stop) && !cancel.IsCancellationRequested)
        {
            // Division rounds alike on every machine, powers do not.
            var now = heat * _worth / (1 + (HowMuchCooler * done / budget));
            var until = Math.Min(Math.Min(budget, stop), done + Stretch);
            while (done < until)
            {
                if (!KeepsNumber && (done >= nextGrowth || _state.Pieces.Members.BorderCount == 0))
                {
                    done += Growth.Try(ref random, now * Acceptance.Loss(random.Next()));
                    nextGrowth = done + (budget / Growths);
                }

                done += Propose(ref random, now, done > GiveUpAfter * budget);
            }

            Seen?.Look(_state);
            _state.Reweigh();
        }

        return done;
    }

    private int Propose(ref SearchRandom random, double heat, bool mayGiveUp)
    {
        var bits = random.Next();
        var loss = heat * Acceptance.Loss(bits);
        switch (random.Next() >> 54)
        {
            case < 896:
                _border.Try(bits, loss);
                return 1;
            case < 928:
                _border.TryInside(bits, loss);
                return 1;
            case < 992:
                return _swap.Try(ref random, loss);
            case < 1_018:
                return _block.Try(ref random, loss);
            case < 1_023:
                return _block.TryWithTails(ref random, loss);
            default:
                return KeepsNumber ? 1 : _whole.Try(ref random, loss, mayGiveUp);
        }
    }

    private static double MeanWorth(UnitLand land)
    {
        double sum = 0;
        var count = 0;
        for (var node = 0; node < land.ParcelCount; node++)
        {
            var isLinked = land.LinksOf(node).Length > 0;
            sum += isLinked ? Math.Abs((double)land.Benefits.Span[node]) : 0;
            count += isLinked ? 1 : 0;
        }

        return sum * SearchLimits.BenefitUnit / Math.Max(1, count);
    }
}
