namespace CityRenewal.Geo.Areas;

/// <summary>A project (更新项目): lies whole in one area; projects do not overlap and keep the rules of projects by themselves.</summary>
public sealed record ProjectRequest
{
    /// <summary>Its id, unique in the request.</summary>
    public required string Id { get; init; }

    /// <summary>Ids of its parcels.</summary>
    public required IReadOnlyList<string> Parcels { get; init; }

    /// <summary>The phase that it belongs to, from 1; 0 where none is said.</summary>
    public int Phase { get; init; }

    /// <summary>Its category by its word, as old_residential; empty where none is said.</summary>
    public string Category { get; init; } = "";
}
