namespace CityRenewal.Geo.Stores.Offices;

/// <summary>A piece of work that takes longer than a call.</summary>
/// <param name="Id">Its id; later ones sort after earlier ones.</param>
/// <param name="Kind">What is done, for example <c>propose</c>.</param>
/// <param name="City">The city that it works on.</param>
/// <param name="State">How far it is.</param>
public sealed record RunRecord(string Id, string Kind, string City, RunState State)
{
    /// <summary>Who asked for it.</summary>
    public string Caller { get; init; } = "";

    /// <summary>The request as it came.</summary>
    public required byte[] Request { get; init; }

    /// <summary>What it answered; empty where it has not.</summary>
    public byte[] Response { get; init; } = [];

    /// <summary>Why it failed, as a `google.rpc.Status`; empty where it did not.</summary>
    public byte[] Error { get; init; } = [];

    /// <summary>How far it got, in a few words.</summary>
    public string Stage { get; init; } = "";

    /// <summary>What the best plan so far was worth, m²; null where there was none.</summary>
    public double? Found { get; init; }

    /// <summary>What any plan could be worth, m²; null where nothing was known.</summary>
    public double? Bound { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was over; null while it is not.</summary>
    public DateTimeOffset? Ended { get; init; }
}

/// <summary>How far a run is.</summary>
public enum RunState
{
    /// <summary>Waits for its turn.</summary>
    Waiting = 0,

    /// <summary>Is worked on.</summary>
    Running = 1,

    /// <summary>Is done; what it made is kept.</summary>
    Done = 2,

    /// <summary>Ended without a result.</summary>
    Failed = 3,

    /// <summary>Was called off.</summary>
    Cancelled = 4,
}
