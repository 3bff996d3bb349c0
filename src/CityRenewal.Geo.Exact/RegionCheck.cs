using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Exact;

/// <summary>Looks at a chosen area in whole numbers: what a solver says holds within a tolerance, what a rule says holds or not.</summary>
internal sealed class RegionCheck(UnitLand land)
{
    /// <summary>Benefit of a node, millionths of a m².</summary>
    public long BenefitOf(int node) => land.Benefits.Span[node];

    /// <summary>The value of an area, m²; null where it breaks a limit.</summary>
    public double? ValueOf(IReadOnlyCollection<int> nodes)
    {
        var (unit, sums) = Laid(nodes);
        return KeepsLimits(sums) && HasNoBarrier(nodes, unit) && PartsOf(nodes).Count == 1
            ? sums.Land.Value(land.Limits) - land.Limits.Opening - Penalties(sums)
            : null;
    }

    /// <summary>Twice the land with its streets of an area that is less compact than asked for; null where it is compact enough.</summary>
    public long? TooLong(IReadOnlyCollection<int> nodes)
    {
        var sums = Laid(nodes).Sums;
        return FlipJudge.PolsbyPopper(sums.Land) < land.Limits.LeastPolsbyPopper ? sums.Land.TwiceArea + sums.Land.TwiceStreets : null;
    }

    private (UnitFlips Unit, AreaSums Sums) Laid(IReadOnlyCollection<int> nodes)
    {
        var areaOf = new int[land.Count];
        Array.Fill(areaOf, UnitFlips.None);
        foreach (var node in nodes)
        {
            areaOf[node] = 0;
        }

        var unit = new UnitFlips(land, areaOf);
        var sums = new AreaSums(land.Rows.Count);
        for (var node = 0; node < land.Count; node++)
        {
            if (unit.AreaOf(node) == 0)
            {
                unit.AddTo(sums, node);
            }
        }

        return (unit, sums);
    }

    /// <summary>The contiguous parts of some nodes, the one with most land first.</summary>
    public List<List<int>> PartsOf(IReadOnlyCollection<int> nodes)
    {
        var open = nodes.ToHashSet();
        var parts = new List<List<int>>();
        foreach (var start in nodes.Order())
        {
            if (!open.Remove(start))
            {
                continue;
            }

            var part = new List<int> { start };
            for (var at = 0; at < part.Count; at++)
            {
                foreach (var link in land.LinksOf(part[at]))
                {
                    if (link.Joins && open.Remove(link.Other))
                    {
                        part.Add(link.Other);
                    }
                }
            }

            parts.Add(part);
        }

        return [.. parts.OrderByDescending(part => part.Sum(land.TwiceArea)).ThenBy(part => part[0])];
    }

    private bool KeepsLimits(AreaSums sums)
    {
        var (limits, rows) = (land.Limits, land.Rows);
        if (sums.Land.TwiceArea < limits.LeastTwiceArea || sums.Land.TwiceArea > limits.MostTwiceArea
            || FlipJudge.PolsbyPopper(sums.Land) < limits.LeastPolsbyPopper)
        {
            return false;
        }

        for (var row = 0; row < rows.Count; row++)
        {
            if (double.IsPositiveInfinity(rows.SoftPrice(row)) && sums.Rows[row] > rows.Limit(row))
            {
                return false;
            }
        }

        return true;
    }

    private double Penalties(AreaSums sums)
    {
        double penalties = 0;
        for (var row = 0; row < land.Rows.Count; row++)
        {
            if (!double.IsPositiveInfinity(land.Rows.SoftPrice(row)))
            {
                penalties += land.Rows.SoftPrice(row) * RuleRow.Unit * Math.Max(0, sums.Rows[row] - land.Rows.Limit(row));
            }
        }

        return penalties;
    }

    private bool HasNoBarrier(IEnumerable<int> nodes, UnitFlips unit)
    {
        foreach (var node in nodes)
        {
            foreach (var link in land.LinksOf(node))
            {
                if (link.IsBarred && unit.AreaOf(link.Other) == 0)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
