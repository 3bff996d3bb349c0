namespace CityRenewal.Geo.Service.Operating.Limits;

/// <summary>How much the service takes on from callers. What a single user on loopback asks for is not counted by rate.</summary>
public sealed record LimitOptions
{
    /// <summary>Largest message that is read, bytes.</summary>
    public int MessageBytes { get; init; } = 64 << 20;

    /// <summary>Largest message that is sent, bytes: a plan of a large city with all its outlines.</summary>
    public int AnswerBytes { get; init; } = 256 << 20;

    /// <summary>Largest message of somebody without a name, bytes.</summary>
    public int AnonymousMessageBytes { get; init; } = 1 << 20;

    /// <summary>Calls at once from one address whose callers have no name.</summary>
    public int AnonymousCallsAtOnce { get; init; } = 16;

    /// <summary>Largest upload of layers, in all its messages, bytes.</summary>
    public long UploadBytes { get; init; } = 8L << 30;

    /// <summary>Most vertices of all geometries in a message.</summary>
    public int Vertices { get; init; } = 2_000_000;

    /// <summary>Most vertices of one geometry.</summary>
    public int GeometryVertices { get; init; } = 1_000_000;

    /// <summary>How deep collections of geometries may lie in each other.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>Calls per second of one caller, in the long run.</summary>
    public int CallsPerSecond { get; init; } = 2_000;

    /// <summary>Calls that one caller may have saved up.</summary>
    public int CallsSaved { get; init; } = 4_000;

    /// <summary>Calls of one caller at once.</summary>
    public int CallsAtOnce { get; init; } = 256;

    /// <summary>Calls of all callers at once.</summary>
    public int AllCallsAtOnce { get; init; } = 1_000;

    /// <summary>Connections at once.</summary>
    public int Connections { get; init; } = 2_000;

    /// <summary>How long a caller may be silent in the middle of a stream that it sends, or take to read what is sent to it.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);
}
