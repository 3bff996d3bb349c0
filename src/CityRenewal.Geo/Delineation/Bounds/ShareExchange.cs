using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Moves shares between the tangents of a place, so that what leads is worth the same and nothing else is worth more: the
/// dual of a proximal step. Each move evens all that lead at once, with prices that are kept at their limits left where they are.
/// </summary>
internal sealed class ShareExchange(List<int> axes, List<ReachTangent> tangents)
{
    private const int MostMoves = 20;
    private const int MostLooks = 6;
    private const double Least = 1e-12;

    private readonly List<int> _leading = [];
    private readonly List<double> _values = [];
    private readonly EqualShares _even = new();
    private double[] _way = [];
    private double[] _slopes = [];

    /// <summary>Moves shares until none promises more; returns what the first move promised.</summary>
    public double Run(double[] far, double[] prices, ShareStep step)
    {
        double first = 0;
        for (var move = 0; move < MostMoves; move++)
        {
            var (from, to, promise) = Promise(prices);
            first = move == 0 ? promise : first;
            if (promise <= step.Close)
            {
                break;
            }

            _way = new double[tangents.Count];
            if (!Even(to, far, step) || !Go(far, step))
            {
                _way = new double[tangents.Count];
                (_way[from], _way[to]) = (-1, 1);
                Go(far, step);
            }

            foreach (var axis in axes)
            {
                prices[axis] = step.Kept(far[axis]);
            }
        }

        return first;
    }

    private (int From, int To, double Promise) Promise(double[] prices)
    {
        int from = -1, to = 0;
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        _values.Clear();
        for (var i = 0; i < tangents.Count; i++)
        {
            var each = ReachPlace.At(tangents[i], CollectionsMarshal.AsSpan(axes), prices);
            _values.Add(each);
            (most, to) = each > most ? (each, i) : (most, to);
            (least, from) = tangents[i].Share > 0 && each < least ? (each, i) : (least, from);
        }

        return (from, to, most - least);
    }

    /// <summary>The way to where all that lead, and one more, are worth the same; false where that one would have to lose.</summary>
    private bool Even(int to, double[] far, ShareStep step)
    {
        _leading.Clear();
        for (var i = 0; i < tangents.Count; i++)
        {
            if (tangents[i].Share > 0 || i == to)
            {
                _leading.Add(i);
            }
        }

        if (_leading.Count <= 2)
        {
            return false;
        }

        var moves = _even.Moves(Products(far, step), [.. _leading.Select(tangent => _values[tangent] / step.Reach)]);
        for (var i = 0; i < moves.Length; i++)
        {
            _way[_leading[i]] = moves[i];
        }

        return _way[to] > 0;
    }

    /// <summary>How much a share of each that leads changes what another is worth, over prices that can move.</summary>
    private double[] Products(double[] far, ShareStep step)
    {
        var size = _leading.Count;
        var products = new double[size * size];
        for (var k = 0; k < axes.Count; k++)
        {
            for (var i = 0; step.Moves(far[axes[k]], 0) && i < size; i++)
            {
                var slope = tangents[_leading[i]].Slopes[k];
                for (var j = 0; slope != 0 && j <= i; j++)
                {
                    products[(i * size) + j] += slope * tangents[_leading[j]].Slopes[k];
                }
            }
        }

        return products;
    }

    /// <summary>Moves shares along the way as far as that wins; false where it wins nothing.</summary>
    private bool Go(double[] far, ShareStep step)
    {
        double wins = 0, most = double.PositiveInfinity;
        _slopes = new double[axes.Count];
        for (var i = 0; i < _way.Length; i++)
        {
            wins += _way[i] * _values[i];
            most = _way[i] < 0 ? Math.Min(most, tangents[i].Share / -_way[i]) : most;
            for (var k = 0; _way[i] != 0 && k < _slopes.Length; k++)
            {
                _slopes[k] -= step.Reach * _way[i] * tangents[i].Slopes[k];
            }
        }

        var times = wins > 0 ? Times(wins, most, far, step) : 0;
        for (var i = 0; times > 0 && i < _way.Length; i++)
        {
            var left = tangents[i].Share + (times * _way[i]);
            tangents[i].Share = left <= Least ? 0 : left;
        }

        for (var k = 0; times > 0 && k < _slopes.Length; k++)
        {
            far[axes[k]] += times * _slopes[k];
        }

        return times > 0;
    }

    /// <summary>How far to go until nothing more is won; prices that are kept at their limits win nothing.</summary>
    private double Times(double wins, double most, double[] far, ShareStep step)
    {
        double times = 0;
        for (var look = 0; look < MostLooks && times < most; look++)
        {
            double left = wins, bend = 0;
            for (var k = 0; k < _slopes.Length; k++)
            {
                var (before, slope) = (far[axes[k]], _slopes[k]);
                var after = before + (times * slope);
                left -= slope * (step.Kept(after) - step.Kept(before)) / step.Reach;
                bend += step.Moves(after, slope) ? slope * slope / step.Reach : 0;
            }

            if (Math.Abs(left) <= 0.05 * wins)
            {
                break;
            }

            times = bend > 0 ? Math.Clamp(times + (left / bend), 0, most) : left > 0 ? most : times;
        }

        return times;
    }
}
