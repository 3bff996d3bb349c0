using CityRenewal.Geo.Service.Runs;

namespace CityRenewal.Geo.Service;

/// <summary>What a service is started with. It listens on loopback only: access control comes with other addresses.</summary>
public sealed record ServiceOptions
{
    /// <summary>Where the office keeps its cities and plans: a folder, which is made where there is none.</summary>
    public required string Store { get; init; }

    /// <summary>City files by the id they are called by (`cities/{city}`): served from where they lie.</summary>
    public IReadOnlyDictionary<string, string> Cities { get; init; } = new Dictionary<string, string>();

    /// <summary>How much work that takes longer than a call is taken on.</summary>
    public RunOptions Runs { get; init; } = new();

    /// <summary>Port for JSON over HTTP/1.1; 0 takes any free one.</summary>
    public int JsonPort { get; init; } = 5080;

    /// <summary>Port for gRPC over HTTP/2 without TLS; 0 takes any free one.</summary>
    public int GrpcPort { get; init; } = 5081;
}
