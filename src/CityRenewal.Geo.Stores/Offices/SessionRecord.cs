namespace CityRenewal.Geo.Stores.Offices;

/// <summary>An edit session, so that it outlives the service: what it began with, and its edits as commands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="City">The city.</param>
/// <param name="Plan">The plan that it began with.</param>
/// <param name="Caller">Whose it is.</param>
public sealed record SessionRecord(string Id, string City, string Plan, string Caller)
{
    /// <summary>The edits that were made, as commands, those that were taken back at the end.</summary>
    public required IReadOnlyList<string> Edits { get; init; }

    /// <summary>How many of them are made; the others were taken back.</summary>
    public required int Made { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset Changed { get; init; }
}
