namespace CityRenewal.Geo.Metrics;

/// <summary>One measure of many outlines. Intervals and reasons take memory only where there are any.</summary>
internal sealed class ShapeColumn(int count)
{
    private readonly double[] _values = new double[count];
    private double[]? _low;
    private double[]? _high;
    private WhyNot?[]? _whyNot;
    private MeasuredState[]? _state;

    public ReadOnlySpan<double> Values => _values;

    public ReadOnlySpan<double> Errors
    {
        get
        {
            var errors = new double[_values.Length];
            for (var row = 0; row < errors.Length; row++)
            {
                errors[row] = this[row].Error;
            }

            return errors;
        }
    }

    public Measured this[int row]
    {
        get
        {
            if (_whyNot?[row] is { } whyNot)
            {
                return new Measured(null, null, null, _state![row], whyNot);
            }

            // An interval that was never written is the value itself.
            return _low is null || _high is null || (_low[row] == 0 && _high[row] == 0)
                ? Measured.Exactly(_values[row])
                : Measured.Between(_low[row], _values[row], _high[row]);
        }
    }

    public void Set(int row, in Measured measured)
    {
        _values[row] = measured.OrNaN;
        if (measured.WhyNot is not null)
        {
            Shared(ref _whyNot)[row] = measured.WhyNot;
            Shared(ref _state)[row] = measured.State;
        }
        else if (measured.Low != measured.High)
        {
            Shared(ref _low)[row] = measured.Low!.Value;
            Shared(ref _high)[row] = measured.High!.Value;
        }
    }

    // Several threads may be the first to need the column; all go on with the one that won.
    private T[] Shared<T>(ref T[]? column) =>
        Volatile.Read(ref column) ?? Interlocked.CompareExchange(ref column, new T[count], null) ?? column;
}
