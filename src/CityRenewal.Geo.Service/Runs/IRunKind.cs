using Google.Protobuf;

namespace CityRenewal.Geo.Service.Runs;

/// <summary>One kind of work that takes longer than a call.</summary>
internal interface IRunKind
{
    /// <summary>Its word, for example <c>propose</c>.</summary>
    string Kind { get; }

    /// <summary>Does the work and keeps what it made. Begun again after a stop of the service, it makes the same.</summary>
    /// <param name="request">The request as it came.</param>
    /// <param name="run">What the work needs besides.</param>
    /// <returns>The answer.</returns>
    Task<IMessage> RunAsync(ByteString request, RunContext run);
}
