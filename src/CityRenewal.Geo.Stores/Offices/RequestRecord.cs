namespace CityRenewal.Geo.Stores.Offices;

/// <summary>A request that may come twice, and what it was answered.</summary>
/// <param name="Caller">Who asked.</param>
/// <param name="Request">The caller's id of the request.</param>
/// <param name="Method">The call.</param>
/// <param name="Hash">Hash of what was asked for.</param>
/// <param name="Response">The answer.</param>
/// <param name="Time">When.</param>
public sealed record RequestRecord(string Caller, string Request, string Method, string Hash, byte[] Response, DateTimeOffset Time)
{
    /// <summary>How long an answer is kept: whoever asks again does so within minutes.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>What is said where a request of that caller and id was answered before.</summary>
    internal OfficeConflictException AnsweredBefore() => new(OfficeConflict.Exists, $"A request {Request} was answered already; give a new request_id.");
}
