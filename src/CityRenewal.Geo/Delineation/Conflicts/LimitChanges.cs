using System.Globalization;
using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Delineation;

/// <summary>Finds the smallest change of one limit with which a plan is found, all other limits kept: halving, to a thousandth of its number.</summary>
internal sealed class LimitChanges(Asked asked, Func<Asked, bool> holds)
{
    private const double Precision = 1e-3;
    private const int MostHalvings = 40;

    /// <summary>The limit with the change; without a value where it has to go whole, or does not free a plan alone.</summary>
    public ConflictingLimit Of(NamedLimit limit)
    {
        if (!holds(limit.Without(asked)))
        {
            return ConflictWording.OfLimit(limit, "", frees: false);
        }

        return limit.At is null || Freeing(limit) is not { } value
            ? ConflictWording.OfLimit(limit, "", frees: true)
            : ConflictWording.OfLimit(limit, value.ToString("0.######", CultureInfo.InvariantCulture), frees: true);
    }

    private double? Freeing(NamedLimit limit)
    {
        var (bad, good) = (limit.Number, Reach(limit));
        if (double.IsNaN(good))
        {
            return null;
        }

        var step = limit.IsWhole ? 1 : Precision * Math.Max(Math.Abs(limit.Number), 1e-9);
        for (var i = 0; i < MostHalvings && Math.Abs(good - bad) > step; i++)
        {
            var middle = limit.IsWhole ? Math.Round((good + bad) / 2) : (good + bad) / 2;
            if (middle == good || middle == bad)
            {
                break;
            }

            (bad, good) = holds(limit.At!(asked, middle)) ? (bad, middle) : (middle, good);
        }

        return Rounded(limit, bad, good);
    }

    /// <summary>A number that frees a plan, not much farther than need be: steps that double, up to the farthest.</summary>
    private double Reach(NamedLimit limit)
    {
        var direction = limit.Farthest < limit.Number ? -1 : 1;
        for (var step = Math.Max(limit.IsWhole ? 1 : 0.05 * Math.Abs(limit.Number), 1e-9); ; step *= 2)
        {
            var tried = limit.Number + (direction * step);
            var isLast = direction > 0 ? tried >= limit.Farthest : tried <= limit.Farthest;
            tried = isLast ? limit.Farthest : tried;
            if (holds(limit.At!(asked, tried)))
            {
                return tried;
            }

            if (isLast)
            {
                return double.NaN;
            }
        }
    }

    // The roundest number between what frees and what does not, else just beyond what frees; it is tried as it is told.
    private double Rounded(NamedLimit limit, double bad, double good)
    {
        for (var digits = -6; digits <= 6; digits++)
        {
            var unit = Math.Pow(10, -digits);
            var (low, high) = (Math.Floor(good / unit) * unit, Math.Ceiling(good / unit) * unit);
            double[] rounds = good < bad ? [high, low] : [low, high];
            foreach (var round in rounds.Select(number => Math.Round(number, Math.Max(0, digits))))
            {
                var isNear = Math.Abs(round - good) <= Precision * Math.Max(Math.Abs(limit.Number), 1e-9);
                if (isNear && round != bad && holds(limit.At!(asked, round)))
                {
                    return round;
                }
            }
        }

        return good;
    }
}
