namespace CityRenewal.Geo.Defects;

/// <summary>One repair that was made: what, where, and how much it moved.</summary>
/// <param name="Code">Kind of the defect that it mends.</param>
/// <param name="Layer">Layer of the city.</param>
/// <param name="Id">Id of the feature.</param>
/// <param name="Fid">Number of the feature in its file.</param>
/// <param name="X">East or longitude of a place of the feature; NaN where there is none.</param>
/// <param name="Y">North or latitude of a place of the feature; NaN where there is none.</param>
/// <param name="MovedM">How far its border moved at most, metres.</param>
/// <param name="ChangedM2">Area after less area before, m², as the even-odd rule reads it before.</param>
/// <param name="Message">What was done, one English sentence.</param>
public sealed record Repair(
    string Code, string Layer, string Id, long Fid, double X, double Y, double MovedM, double ChangedM2, string Message)
{
    /// <summary>The kinds that can be repaired, in the order in which they are.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "unclosed_ring", "repeated_vertex", "spike", "self_intersection", "hole_outside_shell", "hole_equals_shell",
        "hole_crosses_shell", "ring_orientation", "offset_mm", "unnoded_vertex", "duplicate_geometry",
    ];
}
