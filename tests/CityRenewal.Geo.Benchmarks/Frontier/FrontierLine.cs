using System.Globalization;

namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>A case with what came of it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Result">What was found.</param>
internal sealed record FrontierLine(FrontierCase Case, FrontierResult Result)
{
    /// <summary>What the best plan known is worth, m²; null where it was not asked for.</summary>
    public double? Best { get; init; }

    /// <summary>Gaps of the cases that count: how many, median and largest, whole and by λ, limits and units.</summary>
    public static string Summary(IReadOnlyList<FrontierLine> lines)
    {
        IEnumerable<(string Name, Func<FrontierLine, bool> IsOf)> groups =
        [
            ("all", _ => true),
            .. lines.Select(line => line.Case.Lambda).Distinct().Select(lambda => ($"λ {lambda}", (Func<FrontierLine, bool>)(line => line.Case.Lambda == lambda))),
            ("slack", line => !line.Case.IsTight),
            ("tight", line => line.Case.IsTight),
            .. Enum.GetValues<FrontierUnits>().Select(units => ($"{units}", (Func<FrontierLine, bool>)(line => line.Case.Units == units))),
        ];
        return string.Join('\n', groups.Select(group => Summary(group.Name, [.. lines.Where(group.IsOf)])));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Result.Counts ? "counts" : "does not count")}: gap {(Result.Judged.Plan.Gap is null ? "not told" : string.Create(CultureInfo.InvariantCulture, $"{GapOf(Result):0.0} %"))}, chosen {100 * Result.ChosenShare:0.0} %, "
        + $"{Result.Judged.Plan.Areas.Count} areas, {Result.Binding.Count} bind ({string.Join(", ", Result.Binding)}), "
        + $"found {Result.Judged.Plan.Objective:0} of at most {Result.Judged.Plan.Bound:0} m²{BestText}");

    private string BestText => Best is not { } best
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $", best known {best:0} m², {100 * (best - Result.Judged.Plan.Objective) / Math.Abs(best):0.00} % more");

    private static string Summary(string name, List<FrontierLine> lines)
    {
        var gaps = lines.Where(line => line.Result.Counts).Select(line => GapOf(line.Result)).Order().ToList();
        return gaps.Count == 0
            ? $"  {name}: none of {lines.Count} counts"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"  {name}: {gaps.Count} of {lines.Count} count, gap median {gaps[gaps.Count / 2]:0.0} %, {gaps[0]:0.0}-{gaps[^1]:0.0} %, at most 6 %: {gaps.Count(gap => gap <= 6)}");
    }

    // Not told where nothing is found, or where the plan had to leave out what is locked in: counted as endless, never as closed.
    private static double GapOf(FrontierResult result) => 100 * (result.Judged.Plan.Gap ?? double.PositiveInfinity);
}
