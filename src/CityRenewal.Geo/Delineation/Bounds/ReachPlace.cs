using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// A place of a unit where chosen parts overlap or touch: the sets that were chosen there are tangents of what the place is worth
/// at most, as a function of the prices of the limits that touch it.
/// </summary>
/// <param name="number">Number of the place.</param>
internal sealed class ReachPlace(int number)
{
    private readonly List<int> _axes = [];
    private readonly HashSet<int> _isKnown = [];
    private readonly List<ReachTangent> _tangents = [];
    private ShareExchange? _exchange;

    /// <summary>Number of the place.</summary>
    public int Number { get; } = number;

    /// <summary>What was chosen here; shares sum to 1.</summary>
    public IReadOnlyList<ReachTangent> Tangents => _tangents;

    /// <summary>Takes in what a set chose here; a choice that is known changes nothing. The first one leads.</summary>
    /// <param name="parts">Numbers of its parts, ascending.</param>
    /// <param name="worth">What they are worth without any price.</param>
    public void Add(int[] parts, double worth)
    {
        if (!_tangents.Exists(tangent => tangent.Parts.AsSpan().SequenceEqual(parts)))
        {
            _tangents.Add(new ReachTangent(parts, worth) { Share = _tangents.Count == 0 ? 1 : 0 });
        }
    }

    /// <summary>Forgets the limits.</summary>
    public void Forget()
    {
        _axes.Clear();
        _isKnown.Clear();
        _tangents.ForEach(tangent => tangent.Slopes.Clear());
    }

    /// <summary>Takes in limits that touch the place, those that it knows left aside, and works out what tangents gain by those that are new to them.</summary>
    /// <param name="axes">The limits.</param>
    /// <param name="fill">Adds what the parts of a tangent gain per price of some limits.</param>
    public void Know(List<int> axes, Action<ReachTangent, List<int>> fill)
    {
        _axes.AddRange(axes.FindAll(_isKnown.Add));
        foreach (var tangent in _tangents)
        {
            if (tangent.Slopes.Count < _axes.Count)
            {
                fill(tangent, _axes.GetRange(tangent.Slopes.Count, _axes.Count - tangent.Slopes.Count));
            }
        }
    }

    /// <summary>The most that the place is worth at prices.</summary>
    public double At(double[] prices)
    {
        var most = double.NegativeInfinity;
        foreach (var tangent in _tangents)
        {
            most = Math.Max(most, At(tangent, CollectionsMarshal.AsSpan(_axes), prices));
        }

        return most;
    }

    /// <summary>Adds what the tangents that lead gain per price.</summary>
    public void AddSlopes(double[] slopes, double times)
    {
        foreach (var tangent in _tangents)
        {
            for (var i = 0; tangent.Share > 0 && i < _axes.Count; i++)
            {
                slopes[_axes[i]] += times * tangent.Share * tangent.Slopes[i];
            }
        }
    }

    /// <summary>Moves shares between tangents until none promises more; returns what the first move promised.</summary>
    /// <param name="far">Prices before they are kept within their limits.</param>
    /// <param name="prices">Prices.</param>
    /// <param name="step">How shares move prices.</param>
    public double Exchange(double[] far, double[] prices, ShareStep step) =>
        _tangents.Count < 2 ? 0 : (_exchange ??= new ShareExchange(_axes, _tangents)).Run(far, prices, step);

    /// <summary>What a tangent is worth at prices.</summary>
    public static double At(ReachTangent tangent, ReadOnlySpan<int> axes, double[] prices)
    {
        var slopes = CollectionsMarshal.AsSpan(tangent.Slopes);
        var value = tangent.Worth;
        for (var i = 0; i < slopes.Length; i++)
        {
            value += slopes[i] * prices[axes[i]];
        }

        return value;
    }
}
