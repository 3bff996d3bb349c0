namespace CityRenewal.Geo.Register;

/// <summary>A sum with how many of its parts are unknown: what is unknown is not zero.</summary>
/// <param name="Value">Sum of what is known.</param>
/// <param name="Unknown">Parts that are unknown.</param>
public readonly record struct KnownSum(double Value, int Unknown)
{
    /// <summary>Sums up; null and NaN are unknown.</summary>
    public static KnownSum Of(IEnumerable<double?> parts)
    {
        double value = 0;
        var unknown = 0;
        foreach (var part in parts)
        {
            if (part is { } known && !double.IsNaN(known))
            {
                value += known;
            }
            else
            {
                unknown++;
            }
        }

        return new KnownSum(value, unknown);
    }

    /// <summary>Both together.</summary>
    public KnownSum Plus(KnownSum other) => new(Value + other.Value, Unknown + other.Unknown);
}
