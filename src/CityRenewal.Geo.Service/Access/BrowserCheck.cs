using System.Net;
using CityRenewal.Geo.Service.Faults;
using Code = Google.Rpc.Code;

namespace CityRenewal.Geo.Service.Access;

/// <summary>
/// A service of one user trusts whoever reaches it over loopback, and so would any page in that user's browser. Requests that a
/// foreign page makes are told by their origin, those to a name that was bent to loopback by their host.
/// </summary>
internal static class BrowserCheck
{
    /// <exception cref="RefusedException">A foreign page asks.</exception>
    public static void Require(HttpRequest request, IReadOnlyList<string> origins)
    {
        var host = request.Host.Host.Trim('[', ']');
        if (host != "localhost" && !(IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)))
        {
            throw new RefusedException(Code.PermissionDenied, "FOREIGN_HOST", "The service is called here by a name that is not this machine's; use localhost.");
        }

        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !origins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value))
        {
            throw new RefusedException(Code.PermissionDenied, "FOREIGN_ORIGIN", "Pages of other origins may not call the service; allow them with web.origins.");
        }
    }
}
