namespace CityRenewal.Geo.Land;

/// <summary>Danger grade of a building after JGJ 125-2016, 6.1.4.</summary>
public enum DangerGrade : byte
{
    /// <summary>Not appraised, or not said.</summary>
    Unknown = 0,

    /// <summary>No dangerous member.</summary>
    A = 1,

    /// <summary>Single dangerous members, the main structure is safe.</summary>
    B = 2,

    /// <summary>Part of the load-bearing structure is unsafe (局部危房).</summary>
    C = 3,

    /// <summary>The whole building is unsafe (整幢危房).</summary>
    D = 4,
}
