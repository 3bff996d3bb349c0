namespace CityRenewal.Geo.Areas;

/// <summary>What is proposed for one building, and why.</summary>
/// <param name="Building">Index into the city's buildings.</param>
/// <param name="Disposition">Retain, renovate or demolish.</param>
/// <param name="Demolition">What kind of demolition it is; <see cref="DemolitionKind.None"/> unless demolished or a candidate.</param>
/// <param name="Reason">A stable word for the reason (protected, core_zone, sound, aged, danger_grade_c, illegal_with_decision, …).</param>
public sealed record BuildingDisposition(int Building, Disposition Disposition, DemolitionKind Demolition, string Reason)
{
    /// <summary>
    /// Floor area that goes, m²: the whole building's where it is demolished, its illegal part where only that has a
    /// decision; 0 where nothing goes, NaN where the floor area is unknown.
    /// </summary>
    public double DemolishedFloorArea { get; init; }
}

/// <summary>What happens to a building, in the order in which it is to be considered (留改拆).</summary>
public enum Disposition
{
    /// <summary>Retain 保留.</summary>
    Retain = 0,

    /// <summary>Renovate 改造.</summary>
    Renovate = 1,

    /// <summary>Demolish 拆除.</summary>
    Demolish = 2,
}

/// <summary>How a demolition counts.</summary>
public enum DemolitionKind
{
    /// <summary>No demolition.</summary>
    None = 0,

    /// <summary>Exempt 不计入比例: illegal with a decision, or certified dangerous and without repair value.</summary>
    Exempt = 1,

    /// <summary>Elective 拟拆候选: names its purpose and must be confirmed by a person.</summary>
    ElectiveCandidate = 2,
}
