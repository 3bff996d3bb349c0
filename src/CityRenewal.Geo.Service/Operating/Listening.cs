using System.Net;
using CityRenewal.Geo.Service.Operating.Tls;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace CityRenewal.Geo.Service.Operating;

/// <summary>Where the service listens, and how long it waits for those who say nothing.</summary>
internal static class Listening
{
    private static readonly TimeSpan ForHeaders = TimeSpan.FromSeconds(15), ForNextRequest = TimeSpan.FromSeconds(130), Ping = TimeSpan.FromSeconds(30);

    /// <summary>Sets the server up.</summary>
    public static void Listen(this KestrelServerOptions kestrel, ServiceOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.Limits.MessageBytes;
        kestrel.Limits.MaxConcurrentConnections = options.Limits.Connections;
        kestrel.Limits.RequestHeadersTimeout = options.Limits.Silence < ForHeaders ? options.Limits.Silence : ForHeaders;
        kestrel.Limits.KeepAliveTimeout = ForNextRequest;
        kestrel.Limits.Http2.KeepAlivePingDelay = Ping;
        kestrel.Limits.Http2.KeepAlivePingTimeout = Ping;
        if (options.Listen is { } address)
        {
            kestrel.Listen(address, listen => OnAddress(listen, options.Tls));
            return;
        }

        // Without TLS nothing tells HTTP/1.1 from HTTP/2, so each has a port.
        kestrel.Listen(IPAddress.Loopback, options.JsonPort, listen => listen.Protocols = HttpProtocols.Http1);
        kestrel.Listen(IPAddress.Loopback, options.GrpcPort, listen => listen.Protocols = HttpProtocols.Http2);
    }

    private static void OnAddress(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions listen, TlsOptions? tls)
    {
        listen.Protocols = tls is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
        if (tls is not null)
        {
            var certificate = new TlsCertificate(tls);
            listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(certificate.Show()) });
        }
    }
}
