namespace CityRenewal.Geo.Stores.Offices;

/// <summary>What an office knows of a plan that it keeps, besides its content.</summary>
/// <param name="Id">Its id, unique in the city.</param>
/// <param name="Title">Name for people; may be empty.</param>
/// <param name="State">How far it has come.</param>
public sealed record OfficePlan(string Id, string Title, PlanState State)
{
    /// <summary>Counts every change, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Who made it, as the service knows them; empty on a machine of one user.</summary>
    public string Author { get; init; } = "";

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>Version of the city's data that it was made from.</summary>
    public required string DataVersion { get; init; }

    /// <summary>What <see cref="IOfficeCity.ReadLayersVersion"/> told when it was made: another one now says that it may be stale.</summary>
    public required string LayersVersion { get; init; }

    /// <summary>Id of its rule pack; empty where none.</summary>
    public string RulePack { get; init; } = "";

    /// <summary>The plan that it is a version of; empty where none.</summary>
    public string From { get; init; } = "";

    /// <summary>How many areas it has.</summary>
    public int Areas { get; init; }

    /// <summary>How many of its findings must be looked at.</summary>
    public int OpenFindings { get; init; }
}

/// <summary>How far a plan has come on its way through the office.</summary>
public enum PlanState
{
    /// <summary>Draft 草案: the planner's own.</summary>
    Draft = 0,

    /// <summary>Submitted 已提交: the chief planner is to look at it.</summary>
    Submitted = 1,

    /// <summary>Reviewed 已核对: opinions are written; no approval.</summary>
    Reviewed = 2,
}
