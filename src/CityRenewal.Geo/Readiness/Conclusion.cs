namespace CityRenewal.Geo.Readiness;

/// <summary>One conclusion that a planner wants, and whether the data carry it.</summary>
/// <param name="Code">Stable word.</param>
/// <param name="English">Its name.</param>
/// <param name="Chinese">Its name in Chinese.</param>
/// <param name="Reasons">The numbers behind it; the weakest decides.</param>
public sealed record Conclusion(string Code, string English, string Chinese, IReadOnlyList<Reason> Reasons)
{
    /// <summary>What the data allow: as much as the weakest reason does.</summary>
    public Carried Carried => Reasons.Count == 0 ? Carried.Yes : Reasons.Min(reason => reason.Carried);
}
