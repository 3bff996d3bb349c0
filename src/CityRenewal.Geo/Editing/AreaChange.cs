namespace CityRenewal.Geo.Editing;

/// <summary>What an edit did to one area.</summary>
/// <param name="Id">The area.</param>
/// <param name="Before">Before the edit; null where it did not exist.</param>
/// <param name="After">After the edit; null where it was dissolved.</param>
public sealed record AreaChange(string Id, EditedArea? Before, EditedArea? After)
{
    /// <summary>Ids of the parcels that came in, in order.</summary>
    public required IReadOnlyList<string> Gained { get; init; }

    /// <summary>Ids of the parcels that went, in order.</summary>
    public required IReadOnlyList<string> Lost { get; init; }
}
