using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The most new floor area for each m² that goes by choice (拆建比): what the rules of a pack say, and no more than what goes where
/// they keep today's floor area from growing, or where no pack says anything.
/// </summary>
internal static class NewPerDemolished
{
    /// <summary>Without a rule nothing grows.</summary>
    public const double Unruled = 1;

    private const string Ratio = "new_to_demolished_ratio";

    /// <summary>The limit in force, at least 0.</summary>
    public static double Of(RuleBook? book)
    {
        double? most = null;
        foreach (var rule in book?.Ground.Pack.Rules ?? [])
        {
            if (rule.Test is not MeasureTest { Sense: LimitSense.AtMost } test || !rule.Scopes.Contains(RuleScope.Area))
            {
                continue;
            }

            var limit = test.Measure == Ratio && test.Limit.Length > 0 ? book!.Ground.ValueOf(test.Limit)
                : test.Measure == "floor_area_change_m2" || (test.Measure == "gross_far_after" && test.Other.Length > 0) ? Unruled : null;
            most = limit is { } given ? Math.Min(most ?? double.PositiveInfinity, Math.Max(0, given)) : most;
        }

        return most ?? Unruled;
    }
}
