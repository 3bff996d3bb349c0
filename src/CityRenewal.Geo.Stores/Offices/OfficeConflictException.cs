namespace CityRenewal.Geo.Stores.Offices;

/// <summary>What a caller wanted to change is not what the caller took it for.</summary>
/// <param name="kind">What is in the way.</param>
/// <param name="problem">What is wrong, and what to do.</param>
public sealed class OfficeConflictException(OfficeConflict kind, string problem) : Exception(problem)
{
    /// <summary>What is in the way.</summary>
    public OfficeConflict Kind { get; } = kind;
}

/// <summary>What can be in the way of a change.</summary>
public enum OfficeConflict
{
    /// <summary>Something of that id is there already.</summary>
    Exists = 0,

    /// <summary>There is nothing of that id.</summary>
    Missing = 1,

    /// <summary>It was changed since the caller saw it.</summary>
    Changed = 2,

    /// <summary>It cannot be changed here at all.</summary>
    Fixed = 3,
}
