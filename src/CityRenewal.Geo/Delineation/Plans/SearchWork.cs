using System.Globalization;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// How much a search has worked, in steps that take the same result everywhere, not in seconds: a run that is given the work of
/// another makes the same plan again.
/// </summary>
/// <param name="Visits">Finished visits of a unit.</param>
/// <param name="Steps">Proposals of the visit that was ended early; 0 where none was.</param>
public readonly record struct SearchWork(long Visits, long Steps = 0)
{
    /// <summary>Reads what <see cref="ToString"/> writes: 120, or 120+5120.</summary>
    public static bool TryParse(string text, out SearchWork work)
    {
        var parts = text.Split('+');
        work = default;
        if (parts.Length > 2 || !TryCount(parts[0], out var visits) || !TryCount(parts.Length == 2 ? parts[1] : "0", out var steps))
        {
            return false;
        }

        work = new SearchWork(visits, steps);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Steps == 0
        ? Visits.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Visits}+{Steps}");

    private static bool TryCount(string text, out long count) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
}
