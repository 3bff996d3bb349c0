namespace CityRenewal.Geo.Service;

/// <summary>What a service is started with. It listens on loopback only: access control comes with other addresses.</summary>
public sealed record ServiceOptions
{
    /// <summary>City files by the name they are called by (`cities/{name}`).</summary>
    public IReadOnlyDictionary<string, string> Cities { get; init; } = new Dictionary<string, string>();

    /// <summary>Port for JSON over HTTP/1.1; 0 takes any free one.</summary>
    public int JsonPort { get; init; } = 5080;

    /// <summary>Port for gRPC over HTTP/2 without TLS; 0 takes any free one.</summary>
    public int GrpcPort { get; init; } = 5081;
}
