using System.Globalization;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Tells how far a search is: what is found only rises, but for land that has to be in and costs more than it is worth, which counts from
/// when it is searched; the bound only falls. Sums are whole millionths of a m², so that what is told does not depend on rounding.
/// </summary>
internal sealed class SearchTally(int units, IProgress<WorkProgress>? progress)
{
    private readonly long[] _foundOf = new long[units];
    private readonly long[] _boundOf = new long[units];
    private readonly bool[] _isVisited = new bool[units];
    private long _found;
    private long _bound;

    // What is found and proven unit by unit; a plan as a whole may be worth more, and a bound as a whole may be lower.
    private long _sumOfFound;
    private long _sumOfBounds;
    private bool _isWhole;
    private long _visits;
    private long _expected = units;

    /// <summary>Prefix of the stage, for a search that is one of several.</summary>
    public string Stage { get; init; } = "areas";

    /// <summary>Begins with what each unit's land in need is worth at most.</summary>
    public void Begin(IReadOnlyList<double> atMost)
    {
        for (var unit = 0; unit < units; unit++)
        {
            _boundOf[unit] = Whole(atMost[unit]);
            _sumOfBounds += _boundOf[unit];
        }

        _bound = _sumOfBounds;
        Report();
    }

    /// <summary>Sets how many visits the search means to make.</summary>
    public void Expect(long visits) => _expected = visits;

    /// <summary>A unit was visited: what is found in it and could be.</summary>
    public void Visited(int unit, double found, double bound)
    {
        Raise(unit, found);
        _found = _isWhole ? Math.Max(_found, _sumOfFound) : _sumOfFound;
        var lower = Math.Min(_boundOf[unit], Whole(bound));
        _sumOfBounds += lower - _boundOf[unit];
        _boundOf[unit] = lower;
        _bound = Math.Min(_bound, _sumOfBounds);
        _visits++;
        Report();
    }

    /// <summary>A visit of which nothing counts yet.</summary>
    public void Visited()
    {
        _visits++;
        Report();
    }

    /// <summary>A whole plan was found, or a whole bound proven.</summary>
    public void Whole(double found, double bound)
    {
        // The sum of what is rounded unit by unit may be a little more than the sum that is rounded: that is no loss.
        var whole = Whole(found);
        _found = _found > whole && _found - whole <= units ? _found : whole;
        (_bound, _isWhole) = (Math.Min(_bound, Whole(bound)), true);
        Report();
    }

    /// <summary>The bound of so many units was worked on.</summary>
    public void Bounded(int done)
    {
        lock (_foundOf)
        {
            Report("bound of unit", done, units);
        }
    }

    private void Report() => Report("unit", _visits, _expected);

    private void Report(string what, long done, long of)
    {
        double found = _found * SearchLimits.BenefitUnit, bound = _bound * SearchLimits.BenefitUnit;
        progress?.Report(new WorkProgress(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Stage}: {what} {done} of {of}, found {found:0} m², at most {bound:0} m²"),
            of == 0 ? 1 : Math.Min(1, (double)done / of))
        {
            Found = found, Bound = bound,
        });
    }

    private void Raise(int unit, double found)
    {
        var more = _isVisited[unit] ? Math.Max(_foundOf[unit], Whole(found)) : Whole(found);
        _sumOfFound += more - _foundOf[unit];
        (_foundOf[unit], _isVisited[unit]) = (more, true);
    }

    private static long Whole(double squareMetres) => (long)Math.Round(squareMetres / SearchLimits.BenefitUnit);
}
