using System.Globalization;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Areas;

/// <summary>Finds what is wrong with the options of a proposal before any work is done.</summary>
public static class ProposalOptionChecks
{
    private const double LargestAreaLimit = 1e12;

    /// <summary>Refuses options that have problems, before any work is done.</summary>
    /// <exception cref="ProposalOptionsException">Lists all of them.</exception>
    public static void Require(ProposalOptions options)
    {
        if (Check(options) is { Count: > 0 } problems)
        {
            throw new ProposalOptionsException(problems);
        }
    }

    /// <summary>Refuses options that have problems by themselves or with a city, before any work is done.</summary>
    /// <exception cref="ProposalOptionsException">Lists all of them.</exception>
    public static void Require(ProposalOptions options, City city)
    {
        IReadOnlyList<OptionProblem> problems = [.. Check(options), .. CheckIn(city, options)];
        if (problems.Count > 0)
        {
            throw new ProposalOptionsException(problems);
        }
    }

    /// <summary>
    /// Refuses options whose numbers cannot be computed with, and tells what else is wrong with them in the city. Where the
    /// numbers can be, nothing is refused yet: what the land contradicts is told in the same list later.
    /// </summary>
    /// <exception cref="ProposalOptionsException">Lists all problems.</exception>
    public static void RequireNumbers(ProposalOptions options, City city)
    {
        if (Check(options).Count > 0)
        {
            Require(options, city);
        }
    }

    /// <summary>What is wrong with locks, limits and an existing plan in a city: foreign ids, and parcels that contradictory things are asked of.</summary>
    public static IReadOnlyList<OptionProblem> CheckIn(City city, ProposalOptions options)
    {
        var parcels = new ParcelIndex(city, options);
        var locks = ParcelLocks.Of(city, options);
        return
        [
            .. ParcelLocks.Check(city, options),
            .. LimitIdChecks.Check(city, options.Limits, parcels),
            .. ExistingPlanChecks.Check(city, options),
            .. FloorWorthChecks.Check(city, options),
            .. LinkChecks.Check(options.Limits, id => parcels.RowOf(id) is { } row ? locks[row] : ParcelLock.Free),
        ];
    }

    /// <summary>All problems, in the order of the options; empty where there is none.</summary>
    public static IReadOnlyList<OptionProblem> Check(ProposalOptions options)
    {
        var problems = new List<OptionProblem>();
        void InRange(string field, double value, double low, double high, bool lowIsAllowed = true)
        {
            if (double.IsNaN(value) || value > high || (lowIsAllowed ? value < low : value <= low))
            {
                problems.Add(new OptionProblem(
                    field,
                    Text(value),
                    double.IsNaN(value) ? "This is not a number." : "This is outside what can be computed with.",
                    $"Give a number {(lowIsAllowed ? "from" : "above")} {Text(low)} {(lowIsAllowed ? "to" : "up to")} {Text(high)}.") { TextChinese = $"{(double.IsNaN(value) ? "不是数字" : "超出可计算范围")}。请填写{(lowIsAllowed ? "不小于" : "大于")} {Text(low)} 且不超过 {Text(high)} 的数。" });
            }
        }

        InRange("lambda", options.Lambda, 0, 1000, lowIsAllowed: false);
        InRange("minimum_area_m2", options.MinimumArea, 0, LargestAreaLimit);
        InRange("maximum_area_m2", options.MaximumArea, 0, LargestAreaLimit, lowIsAllowed: false);
        if (options.MinimumArea > options.MaximumArea)
        {
            problems.Add(new OptionProblem(
                "minimum_area_m2",
                Text(options.MinimumArea),
                $"The smallest area is larger than the largest area of {Text(options.MaximumArea)} m².",
                "Lower the smallest area or raise the largest one.") { TextChinese = $"最小面积大于最大面积 {Text(options.MaximumArea)} m²。请降低最小面积或提高最大面积。" });
        }

        InRange("need_threshold", options.NeedThreshold, 0, 1);
        InRange("street_width_m", options.StreetWidth, 0, 500);
        InRange("minimum_contact_m", options.MinimumContact, 0, 1000);
        InRange("elective_demolition_limit", options.ElectiveDemolitionLimit, 0, 1);
        InRange("padding_need", options.PaddingNeed, 0, 1);
        InRange("demolition_worth", options.DemolitionWorth, 0, 1000);
        InRange("new_floor_area_worth", options.NewFloorAreaWorth, 0, 1000);
        problems.AddRange(FloorWorthChecks.Check(options));
        InRange("udb_tolerance_m", options.UdbToleranceInForce, 0, 100);
        InRange("least_difference", options.LeastDifference, 0, 1);
        InRange("change_price", options.From?.ChangePrice ?? 0, 0, 1000);
        problems.AddRange(CheckCounts(options));
        problems.AddRange(LimitNumberChecks.Check(options));
        problems.AddRange(LimitListChecks.Check(options.Limits));
        return problems;
    }

    private static IEnumerable<OptionProblem> CheckCounts(ProposalOptions options)
    {
        if (options.RenovationAge is < 1 or > 500)
        {
            yield return new OptionProblem(
                "renovation_age", Text(options.RenovationAge), "No building is told apart by this age.", "Give 1 to 500 years.") { TextChinese = "此年限无法区分建筑。请填写 1 至 500 年。" };
        }

        if (options.ReferenceYear is < 1000 or > 3000)
        {
            yield return new OptionProblem(
                "reference_year", Text(options.ReferenceYear.Value), "This is not a year that ages can count from.", "Give a year from 1000 to 3000.") { TextChinese = "此年份不能作为房龄起算年。请填写 1000 至 3000。" };
        }

        if (options.Alternatives is < 1 or > 50)
        {
            yield return new OptionProblem(
                "alternatives", Text(options.Alternatives), "So many plans cannot be looked for.", "Give 1 to 50.") { TextChinese = "无法寻找如此数量的方案。请填写 1 至 50。" };
        }

        if (options.Threads < 0)
        {
            yield return new OptionProblem(
                "threads", Text(options.Threads), "There is no negative number of threads.", "Give 0 for all, or a number.") { TextChinese = "线程数不能为负。请填写 0(全部)或正整数。" };
        }
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
