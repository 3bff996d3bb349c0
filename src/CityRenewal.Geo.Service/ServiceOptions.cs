using System.Net;
using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Operating.Limits;
using CityRenewal.Geo.Service.Operating.Tls;
using CityRenewal.Geo.Service.Runs;

namespace CityRenewal.Geo.Service;

/// <summary>What a service is started with. Without <see cref="Listen"/> it listens on loopback, for one user.</summary>
public sealed record ServiceOptions
{
    /// <summary>Where the office keeps its cities and plans: a folder, which is made where there is none.</summary>
    public required string Store { get; init; }

    /// <summary>City files by the id they are called by (`cities/{city}`): served from where they lie.</summary>
    public IReadOnlyDictionary<string, string> Cities { get; init; } = new Dictionary<string, string>();

    /// <summary>How much work that takes longer than a call is taken on.</summary>
    public RunOptions Runs { get; init; } = new();

    /// <summary>Port on loopback for JSON over HTTP/1.1; 0 takes any free one.</summary>
    public int JsonPort { get; init; } = 5080;

    /// <summary>Port on loopback for gRPC over HTTP/2 without TLS; 0 takes any free one.</summary>
    public int GrpcPort { get; init; } = 5081;

    /// <summary>The address to listen on in place of loopback, for gRPC and JSON together; null stays on loopback.</summary>
    public IPEndPoint? Listen { get; init; }

    /// <summary>The certificate of <see cref="Listen"/>.</summary>
    public TlsOptions? Tls { get; init; }

    /// <summary>How callers prove who they are.</summary>
    public AccessOptions Access { get; init; } = new();

    /// <summary>How much is taken on from callers.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>Pages of which origins may call, over gRPC-Web and JSON; none may where it is empty.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>From which level on events are written to standard error.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.None;

    /// <summary>The collector of spans and measures, OTLP over HTTP; null sends nothing.</summary>
    public Uri? Collector { get; init; }

    /// <summary>How long calls may go on when the service is told to stop.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
