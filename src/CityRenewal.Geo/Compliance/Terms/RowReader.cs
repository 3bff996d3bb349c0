using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>Reads the terms of a rule over the whole city, parcel by parcel.</summary>
internal static class RowReader
{
    /// <summary>Per parcel the worse end of factor · (above − limit · below), millionths.</summary>
    /// <param name="ground">The city.</param>
    /// <param name="above">The sum above the line.</param>
    /// <param name="below">The sum below the line; null where there is none.</param>
    /// <param name="limit">What the quotient is held against.</param>
    /// <param name="sense">At most keeps the sign, at least turns it.</param>
    public static long[] Slack(RowGround ground, Term above, Term? below, double limit, LimitSense sense)
    {
        var slack = new long[ground.Book.Ground.City.Parcels.Count];
        var isOneSum = below is not null && above.Quantity == below.Quantity && above.Column == below.Column;
        var sign = sense == LimitSense.AtMost ? 1 : -1;
        if (isOneSum)
        {
            Add(ground, slack, above, (element, other) => sign * (element - (limit * other)), below!);
            return slack;
        }

        Add(ground, slack, above, (element, _) => sign * element, null);
        if (below is not null)
        {
            Add(ground, slack, below, (element, _) => -sign * limit * element, null);
        }

        return slack;
    }

    private static void Add(RowGround ground, long[] slack, Term term, Func<double, double, double> factor, Term? other)
    {
        var rules = ground.Book.Ground;
        var count = term.IsOfBuildings ? rules.City.Buildings.Count : rules.City.Parcels.Count;
        for (var row = 0; row < count; row++)
        {
            var parcel = term.IsOfBuildings ? ground.HomeParcels[row] : row;
            if (parcel < 0)
            {
                continue;
            }

            var weight = WeightOf(ground, term, row);
            var beside = other is null ? Weight.No : WeightOf(ground, other, row);
            if (weight.High > 0 || beside.High > 0)
            {
                var building = term.IsOfBuildings ? AreaStock.Standing(rules.City, rules.Facts, row, null) : default;
                var (low, _, high) = TermReader.QuantityOf(rules, term, row, building);
                slack[parcel] = Sum(slack[parcel], Worst((low, high), weight, beside, factor));
            }
        }
    }

    private static double Worst((double Low, double High) amount, Weight weight, Weight beside, Func<double, double, double> factor)
    {
        var most = Math.Max(
            Math.Max(factor(weight.Low, beside.Low), factor(weight.Low, beside.High)),
            Math.Max(factor(weight.High, beside.Low), factor(weight.High, beside.High)));
        return most > 0 ? most * amount.High : most * amount.Low;
    }

    private static long Sum(long slack, double more) =>
        more >= RuleRow.Prohibitive * RuleRow.Unit
            ? RuleRow.Prohibitive
            : Math.Min(RuleRow.Prohibitive, slack + (long)Math.Ceiling(more / RuleRow.Unit));

    // What is proposed for a building is asked last, and only where all else holds: it is dear to tell for a whole city.
    private static Weight WeightOf(RowGround ground, Term term, int row)
    {
        var rules = ground.Book.Ground;
        var weight = Weight.Yes;
        var bare = term.IsOfBuildings ? AreaStock.Standing(rules.City, rules.Facts, row, null) : default;
        for (var i = 0; i < term.Conditions.Count && weight.High > 0; i++)
        {
            weight *= !term.IsOfBuildings ? term.Conditions[i].OfParcel(rules, row)
                : term.Conditions[i] is DemolitionCondition ? Weight.Yes
                : term.Conditions[i].OfBuilding(rules, bare);
        }

        for (var i = 0; i < term.Conditions.Count && weight.High > 0; i++)
        {
            weight *= term.Conditions[i] is DemolitionCondition demolition ? demolition.OfBuilding(rules, ground.Standing(row)) : Weight.Yes;
        }

        return weight;
    }
}
