namespace CityRenewal.Geo.Delineation;

/// <summary>
/// A Markov chain over the plans of a unit at a fixed temperature: one node at a border goes over it, and stays there with a
/// probability by which, in the long run, a plan is drawn in proportion to exp(value ÷ temperature) (Metropolis 1953, Hastings
/// 1970). Every state is a plan that keeps every hard limit of its areas; their number stays that of the start.
/// </summary>
/// <remarks>
/// A step draws a border node, then one of its links that lead elsewhere. The way back may be more or less likely than the way
/// there: borders get longer or shorter, and a node has other numbers of links to either side. The step is judged with that ratio.
/// </remarks>
internal sealed class UnitChain
{
    private const int KnownLogarithms = 64;
    private static readonly double[] Logarithms = [0, .. Enumerable.Range(1, KnownLogarithms - 1).Select(number => Acceptance.Ln(number))];

    // No border changes its length by more than this factor in one step, unless it is very short; then the step is tried in any case.
    private const double MostRatio = 0.7;

    private readonly UnitPieces _pieces;
    private readonly PieceJudge _judge;
    private readonly PieceContiguity _contiguity;
    private readonly long[] _rowsFrom;
    private readonly long[] _rowsTo;
    private SearchRandom _random;

    public UnitChain(UnitPieces pieces, ulong seed)
    {
        (_pieces, _judge, _contiguity, _random) = (pieces, new PieceJudge(pieces.Land), new PieceContiguity(pieces), new SearchRandom(seed));
        (_rowsFrom, _rowsTo) = (new long[pieces.Land.SumCount], new long[pieces.Land.SumCount]);
    }

    /// <summary>The present plan.</summary>
    public UnitPieces Pieces => _pieces;

    /// <summary>What judges the pieces.</summary>
    public PieceJudge Judge => _judge;

    /// <summary>Steps proposed.</summary>
    public long Proposed { get; private set; }

    /// <summary>Steps that were taken.</summary>
    public long Accepted { get; private set; }

    /// <summary>Makes steps at a temperature, m² of benefit.</summary>
    public void Run(long steps, double temperature)
    {
        var heat = temperature * _judge.Scale.PerSquareMetre;
        for (long step = 0; step < steps && _pieces.Members.BorderCount > 0; step++)
        {
            Proposed++;
            Accepted += Step(heat) ? 1 : 0;
        }
    }

    private bool Step(double heat)
    {
        var border = _pieces.Members.BorderCount;
        var node = _pieces.Members.Border[_random.Below(border)];
        var from = _pieces.PieceOf(node);
        var loss = heat * Acceptance.Loss(_random.Next());
        var to = DrawSide(node, from, out var ways);
        if ((from >= 0 && !MayLeave(node, from, to)) || (to >= 0 && !_pieces.MayJoin(node, to)) || ways.Back == 0)
        {
            return false;
        }

        if (GainOf(node, from, to) is not { } gain)
        {
            return false;
        }

        var credit = gain + loss + (heat * ways.LogRatio);
        if (credit < -heat * MostRatio && border > 40)
        {
            return false;
        }

        if (from >= 0 && !_contiguity.StaysWithout(node))
        {
            return false;
        }

        _pieces.Put(node, to);
        if (credit + (heat * Acceptance.Ln((double)border / _pieces.Members.BorderCount)) >= 0)
        {
            return true;
        }

        _pieces.Put(node, from);
        return false;
    }

    private bool MayLeave(int node, int from, int to) =>
        _pieces.Sums(from).Members > 1 && (to >= 0 || !_pieces.Land.IsLockedIn(node));

    /// <summary>Draws a link that leads elsewhere; the side it leads to, and how many ways lead there and back.</summary>
    private int DrawSide(int node, int from, out Ways ways)
    {
        var links = _pieces.Land.LinksOf(node);
        var pieceOf = _pieces.PieceOfAll;
        var back = 0;
        foreach (ref readonly var link in links)
        {
            back += pieceOf[link.Other] == from ? 1 : 0;
        }

        var drawn = _random.Below(links.Length - back);
        var to = from;
        foreach (ref readonly var link in links)
        {
            if (pieceOf[link.Other] != from && drawn-- == 0)
            {
                to = pieceOf[link.Other];
                break;
            }
        }

        var there = 0;
        foreach (ref readonly var link in links)
        {
            there += pieceOf[link.Other] == to ? 1 : 0;
        }

        ways = new Ways(there, back, links.Length);
        return to;
    }

    /// <summary>What a step gains, in the unit of value; null where it breaks a hard limit.</summary>
    private double? GainOf(int node, int from, int to)
    {
        double gain = 0;
        if (from >= 0)
        {
            Fill(_rowsFrom, from, node, -1);
            var score = _judge.Of(_pieces.Sums(from) - _pieces.ChangeOfRemoving(node), _rowsFrom);
            if (score.Excess > 0)
            {
                return null;
            }

            gain += score.Value - _judge.Of(_pieces.Sums(from), _pieces.Rows(from)).Value;
        }

        if (to >= 0)
        {
            Fill(_rowsTo, to, node, 1);
            var score = _judge.Of(_pieces.Sums(to) + _pieces.ChangeOfAdding(node, to), _rowsTo);
            if (score.Excess > 0)
            {
                return null;
            }

            gain += score.Value - _judge.Of(_pieces.Sums(to), _pieces.Rows(to)).Value;
        }

        return gain;
    }

    private void Fill(long[] rows, int piece, int node, int sign)
    {
        var now = _pieces.Rows(piece);
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = now[row] + (sign * _pieces.Land.Takes[(node * rows.Length) + row]);
        }
    }

    private readonly record struct Ways(int There, int Back, int Links)
    {
        public double LogRatio => Ln(Links - Back) + Ln(Back) - Ln(Links - There) - Ln(There);

        private static double Ln(int number) => number < KnownLogarithms ? Logarithms[number] : Acceptance.Ln(number);
    }
}
