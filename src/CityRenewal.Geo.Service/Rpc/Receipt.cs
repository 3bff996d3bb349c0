using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>
/// Under which id a request may come again. Who does its work hands the store the answer along with what was made, so that a stop of
/// the service leaves both or neither.
/// </summary>
/// <param name="known">The record without its answer; null where the request has no id.</param>
internal sealed class Receipt(RequestRecord? known)
{
    /// <summary>Of work that no request with an id asked for.</summary>
    public static Receipt None { get; } = new(null);

    /// <summary>The answer, as the store keeps it; null where nobody asks again.</summary>
    public RequestRecord? For(IMessage answer) => known is null ? null : known with { Response = answer.ToByteArray() };
}
