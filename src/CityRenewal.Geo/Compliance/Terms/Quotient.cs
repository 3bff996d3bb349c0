namespace CityRenewal.Geo.Compliance;

/// <summary>
/// A sum over a sum whose elements are each known within an interval. Its ends are found exactly: at the largest quotient
/// every element takes the end that raises it, which a few rounds settle (Dinkelbach 1967, "On nonlinear fractional
/// programming", Management Science 13). An element without upper end pulls the quotient to its own, never beyond.
/// </summary>
internal sealed class Quotient
{
    private const int MostRounds = 50;

    private readonly List<TermElement> _elements;

    public Quotient(List<TermElement> elements)
    {
        _elements = elements;
        foreach (var element in _elements)
        {
            Above += element.Value * element.Above.Value;
            Below += element.Value * element.Below.Value;
        }
    }

    /// <summary>Sum above the line.</summary>
    public double Above { get; }

    /// <summary>Sum below the line.</summary>
    public double Below { get; }

    /// <summary>Whether anything that is unknown could move the quotient.</summary>
    public bool IsOpen => _elements.Exists(element => element.IsOpen);

    /// <summary>The elements.</summary>
    public IReadOnlyList<TermElement> Elements => _elements;

    /// <summary>The quotient of the values; null where nothing lies below the line.</summary>
    public double? Value => Below > 0 ? Above / Below : null;

    /// <summary>Whether nothing can lie below the line, whatever is unknown.</summary>
    public bool HasNothingBelow => !_elements.Exists(element => element.High > 0 && element.Below.High > 0);

    /// <summary>The smallest quotient that is possible.</summary>
    public double Least
    {
        get
        {
            var least = Extreme(isMost: false);
            foreach (var element in _elements)
            {
                if (double.IsInfinity(element.High) && element.Below.High > 0)
                {
                    least = Math.Min(least, element.Above.Low / element.Below.High);
                }
            }

            return least;
        }
    }

    /// <summary>The largest quotient that is possible; infinite where something unknown has no upper end.</summary>
    public double Most
    {
        get
        {
            var most = Extreme(isMost: true);
            foreach (var element in _elements)
            {
                if (double.IsInfinity(element.High) && element.Above.High > 0)
                {
                    most = Math.Max(most, element.Below.Low > 0 ? element.Above.High / element.Below.Low : double.PositiveInfinity);
                }
            }

            return most;
        }
    }

    // Where no value is known, the way down starts from a quotient that is possible: everything as large as it can be.
    private double Started
    {
        get
        {
            double above = 0, below = 0;
            foreach (var element in _elements)
            {
                var amount = element.Below.High > 0 && !double.IsInfinity(element.High) ? element.High : element.Low;
                above += amount * element.Above.Low;
                below += amount * element.Below.High;
            }

            return below > 0 ? above / below : double.PositiveInfinity;
        }
    }

    private double Extreme(bool isMost)
    {
        var quotient = Value ?? (isMost ? 0 : Started);
        for (var round = 0; round < MostRounds; round++)
        {
            double above = 0, below = 0;
            foreach (var element in _elements)
            {
                var up = isMost ? element.Above.High : element.Above.Low;
                var down = isMost ? element.Below.Low : element.Below.High;
                var raises = up - (quotient * down) > 0;
                var amount = raises == isMost && !double.IsInfinity(element.High) ? element.High : element.Low;
                above += amount * up;
                below += amount * down;
            }

            if (below <= 0)
            {
                return above > 0 ? double.PositiveInfinity : quotient;
            }

            var next = above / below;
            if (isMost ? next <= quotient : next >= quotient)
            {
                return quotient;
            }

            quotient = next;
        }

        return quotient;
    }
}
