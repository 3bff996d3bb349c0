namespace CityRenewal.Geo.Reasons;

/// <summary>What binds an area, and why its outline runs where it runs.</summary>
/// <param name="Id">The area.</param>
/// <param name="Limits">Every limit in force: those of the request, then the rows of the pack.</param>
/// <param name="Stops">The outline by what lies beyond it, the longest part first.</param>
public sealed record AreaReasons(string Id, IReadOnlyList<LimitState> Limits, IReadOnlyList<OutlineStop> Stops)
{
    /// <summary>The limits that bind, those worth most per unit first.</summary>
    public IEnumerable<LimitState> Binding => Limits.Where(limit => limit.Binds).OrderByDescending(limit => limit.Best!.Gain);
}
