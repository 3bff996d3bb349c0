using System.Numerics;
using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What is known of a convex function of a few prices that is the sum of two: each is at least the largest of its tangents.
/// Finds the prices that look best near a centre, by moving weight between tangents until none promises more (the proximal
/// step of a bundle method; Lemaréchal 1975).
/// </summary>
internal sealed class PriceModel(double[] low, double[] high)
{
    private const int MostMoves = 400;

    private readonly Tangents[] _parts = [new(low.Length), new(low.Length)];
    private readonly double[] _far = new double[low.Length];
    private readonly double[] _prices = new double[low.Length];

    /// <summary>Takes in a tangent of one of the two functions.</summary>
    /// <param name="part">0 or 1.</param>
    /// <param name="atZero">Its value where all prices are 0.</param>
    /// <param name="slopes">What it gains per price.</param>
    public void Add(int part, double atZero, double[] slopes) => _parts[part].Add(atZero, slopes);

    /// <summary>How much of each tangent of a part the last step was led by; they sum to 1.</summary>
    public IReadOnlyList<double> Shares(int part) => _parts[part].Shares;

    /// <summary>The least that the function can be at some prices, as far as is known.</summary>
    public double At(double[] prices) => _parts[0].At(prices) + _parts[1].At(prices);

    /// <summary>The prices that are best by what is known, each step away from the centre charged by its square.</summary>
    /// <param name="centre">Where the charge is 0.</param>
    /// <param name="reach">How far to go: half the inverse of the charge.</param>
    public double[] Step(double[] centre, double reach)
    {
        centre.CopyTo(_far, 0);
        foreach (var part in _parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                Go(part, i, -reach * part.Shares[i]);
            }
        }

        for (var move = 0; move < MostMoves; move++)
        {
            Clamp();
            var (part, from, to, promise) = Promise(out var value);
            if (promise <= 1e-7 * (1 + Math.Abs(value)))
            {
                break;
            }

            var between = part!.DistanceSquared(from, to);
            var moved = between > 0 ? Math.Min(part.Shares[from], promise / (reach * between)) : part.Shares[from];
            part.Shares[from] -= moved;
            part.Shares[to] += moved;
            Go(part, from, reach * moved);
            Go(part, to, -reach * moved);
        }

        Clamp();
        return [.. _prices];
    }

    private void Go(Tangents part, int tangent, double times)
    {
        var slopes = part.SlopesOf(tangent);
        for (var k = 0; times != 0 && k < slopes.Length; k++)
        {
            _far[k] += times * slopes[k];
        }
    }

    private void Clamp()
    {
        for (var k = 0; k < _prices.Length; k++)
        {
            _prices[k] = Math.Clamp(_far[k], low[k], high[k]);
        }
    }

    /// <summary>The exchange of two tangents of one part that promises most, and the value at the present prices.</summary>
    private (Tangents? Part, int From, int To, double Promise) Promise(out double value)
    {
        var best = (Part: (Tangents?)null, From: 0, To: 0, Promise: 0.0);
        value = 0;
        foreach (var part in _parts)
        {
            int from = -1, to = 0;
            double least = double.PositiveInfinity, most = double.NegativeInfinity;
            for (var i = 0; i < part.Count; i++)
            {
                var each = part.At(i, _prices);
                (most, to) = each > most ? (each, i) : (most, to);
                (least, from) = part.Shares[i] > 0 && each < least ? (each, i) : (least, from);
            }

            value += part.Count > 0 ? most : 0;
            best = most - least > best.Promise ? (part, from, to, most - least) : best;
        }

        return best;
    }

    /// <summary>The tangents of one function, their slopes after each other.</summary>
    private sealed class Tangents(int axes)
    {
        private readonly List<double> _atZero = [];
        private readonly List<double> _slopes = [];

        public int Count => _atZero.Count;

        public List<double> Shares { get; } = [];

        public void Add(double atZero, double[] slopes)
        {
            Shares.Add(Count == 0 ? 1 : 0);
            _atZero.Add(atZero);
            _slopes.AddRange(slopes);
        }

        public ReadOnlySpan<double> SlopesOf(int tangent) => CollectionsMarshal.AsSpan(_slopes).Slice(tangent * axes, axes);

        public double At(int tangent, ReadOnlySpan<double> prices) => _atZero[tangent] + Product(SlopesOf(tangent), prices);

        public double At(ReadOnlySpan<double> prices)
        {
            var most = double.NegativeInfinity;
            for (var i = 0; i < Count; i++)
            {
                most = Math.Max(most, At(i, prices));
            }

            return most;
        }

        public double DistanceSquared(int a, int b)
        {
            var first = SlopesOf(a);
            var second = SlopesOf(b);
            double sum = 0;
            for (var k = 0; k < first.Length; k++)
            {
                sum += (first[k] - second[k]) * (first[k] - second[k]);
            }

            return sum;
        }

        private static double Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
        {
            var sums = Vector<double>.Zero;
            var k = 0;
            for (; k + Vector<double>.Count <= a.Length; k += Vector<double>.Count)
            {
                sums += new Vector<double>(a[k..]) * new Vector<double>(b[k..]);
            }

            var sum = Vector.Sum(sums);
            for (; k < a.Length; k++)
            {
                sum += a[k] * b[k];
            }

            return sum;
        }
    }
}
