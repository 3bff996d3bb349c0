namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What is known of a convex function of a few prices that is the sum of two: each is at least the largest of its tangents.
/// Finds the prices that look best near a centre, by moving weight between tangents until none promises more (the proximal
/// step of a bundle method; Lemaréchal 1975).
/// </summary>
internal sealed class PriceModel(double[] low, double[] high)
{
    private const int MostMoves = 400;

    private readonly List<Tangent>[] _tangents = [[], []];
    private readonly List<double>[] _shares = [[], []];

    /// <summary>Takes in a tangent of one of the two functions.</summary>
    /// <param name="part">0 or 1.</param>
    /// <param name="atZero">Its value where all prices are 0.</param>
    /// <param name="slopes">What it gains per price.</param>
    public void Add(int part, double atZero, double[] slopes)
    {
        _tangents[part].Add(new Tangent(atZero, slopes));
        _shares[part].Add(_shares[part].Count == 0 ? 1 : 0);
    }

    /// <summary>The least that the function can be at some prices, as far as is known.</summary>
    public double At(double[] prices) => _tangents.Sum(part => part.Max(tangent => tangent.At(prices)));

    /// <summary>The prices that are best by what is known, each step away from the centre charged by its square.</summary>
    /// <param name="centre">Where the charge is 0.</param>
    /// <param name="reach">How far to go: half the inverse of the charge.</param>
    public double[] Step(double[] centre, double reach)
    {
        var prices = Place(centre, reach);
        for (var move = 0; move < MostMoves; move++)
        {
            var (part, from, to, promise) = Promise(prices);
            if (promise <= 1e-7 * (1 + Math.Abs(At(prices))))
            {
                break;
            }

            var between = Tangent.DistanceSquared(_tangents[part][from], _tangents[part][to]);
            var moved = between > 0 ? Math.Min(_shares[part][from], promise / (reach * between)) : _shares[part][from];
            _shares[part][from] -= moved;
            _shares[part][to] += moved;
            prices = Place(centre, reach);
        }

        return prices;
    }

    private double[] Place(double[] centre, double reach)
    {
        var prices = (double[])centre.Clone();
        for (var part = 0; part < _tangents.Length; part++)
        {
            for (var i = 0; i < _shares[part].Count; i++)
            {
                var share = reach * _shares[part][i];
                for (var k = 0; k < prices.Length && share > 0; k++)
                {
                    prices[k] -= share * _tangents[part][i].Slopes[k];
                }
            }
        }

        for (var k = 0; k < prices.Length; k++)
        {
            prices[k] = Math.Clamp(prices[k], low[k], high[k]);
        }

        return prices;
    }

    /// <summary>The exchange of two tangents of one part that promises most.</summary>
    private (int Part, int From, int To, double Promise) Promise(double[] prices)
    {
        var best = (Part: 0, From: 0, To: 0, Promise: 0.0);
        for (var part = 0; part < _tangents.Length; part++)
        {
            int from = -1, to = 0;
            double least = double.PositiveInfinity, most = double.NegativeInfinity;
            for (var i = 0; i < _tangents[part].Count; i++)
            {
                var value = _tangents[part][i].At(prices);
                (most, to) = value > most ? (value, i) : (most, to);
                (least, from) = _shares[part][i] > 0 && value < least ? (value, i) : (least, from);
            }

            best = most - least > best.Promise ? (part, from, to, most - least) : best;
        }

        return best;
    }

    private readonly record struct Tangent(double AtZero, double[] Slopes)
    {
        public double At(double[] prices)
        {
            var value = AtZero;
            for (var k = 0; k < prices.Length; k++)
            {
                value += Slopes[k] * prices[k];
            }

            return value;
        }

        public static double DistanceSquared(Tangent a, Tangent b)
        {
            double sum = 0;
            for (var k = 0; k < a.Slopes.Length; k++)
            {
                sum += (a.Slopes[k] - b.Slopes[k]) * (a.Slopes[k] - b.Slopes[k]);
            }

            return sum;
        }
    }
}
