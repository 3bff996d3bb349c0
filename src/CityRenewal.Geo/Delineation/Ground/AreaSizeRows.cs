using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>The sizes of an area as rows, where the request lets them be broken at a price.</summary>
internal static class AreaSizeRows
{
    /// <summary>The rows: minimum_area_m2 with its signs turned, maximum_area_m2; none where both limits are hard.</summary>
    public static IEnumerable<RuleRow> Of(ProposalGround ground)
    {
        var (options, limits) = (ground.Options, ground.Options.Limits);
        if (limits.MinimumAreaPrice is { } below)
        {
            yield return new RuleRow("minimum_area_m2", Land(ground, -1), (long)Math.Floor(-options.MinimumArea / RuleRow.Unit)) { SoftPrice = below };
        }

        if (limits.MaximumAreaPrice is { } above)
        {
            yield return new RuleRow("maximum_area_m2", Land(ground, 1), (long)Math.Floor(options.MaximumArea / RuleRow.Unit)) { SoftPrice = above };
        }
    }

    private static long[] Land(ProposalGround ground, int sign) =>
        Array.ConvertAll(ground.NetAreas, area => sign * (long)Math.Round(area / RuleRow.Unit));
}
