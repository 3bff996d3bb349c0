namespace CityRenewal.Geo.Register;

/// <summary>A building of the baseline with all that is taken of it, by whomever.</summary>
/// <param name="Building">The building as it stood.</param>
/// <param name="Elective">Share that went or goes by choice, in [0, 1].</param>
/// <param name="Exempt">Share that went or goes without counting, in [0, 1].</param>
/// <param name="IsGone">Whether the present layers have it no more.</param>
/// <param name="By">The entries or boundaries that take it, in their order; empty where it went and nobody registered it.</param>
public sealed record CumulativeBuilding(
    BaselineBuilding Building, double Elective, double Exempt, bool IsGone, IReadOnlyList<string> By)
{
    /// <summary>Whether several take it; it is summed once.</summary>
    public bool IsTakenTwice => By.Count > 1;
}
