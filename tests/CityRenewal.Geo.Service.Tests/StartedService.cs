using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.GeoPackage;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>The real service, started for one test with what the test wants of it, in a folder of its own.</summary>
internal sealed class StartedService : IAsyncDisposable
{
    private static readonly Lazy<string> City = new(MakeCity);

    private StartedService(WebApplication app, string folder, string? key)
    {
        (App, Folder) = (app, folder);
        (Json, Grpc) = ServiceHost.AddressesOf(app);
        Channel = ChannelFor(key);
    }

    public WebApplication App { get; }

    public string Folder { get; }

    public Uri Json { get; }

    public Uri Grpc { get; }

    /// <summary>Calls with the key that the service was started with, or without any.</summary>
    public GrpcChannel Channel { get; }

    /// <summary>A city of 200 parcels.</summary>
    public static string CityFileName => City.Value;

    public static string NewFolder() => Directory.CreateTempSubdirectory("renewal-started").FullName;

    public static async Task<StartedService> OnAsync(
        Func<ServiceOptions, ServiceOptions>? change = null, string? folder = null, string? key = null, Action<WebApplication>? add = null)
    {
        folder ??= NewFolder();
        var options = new ServiceOptions
        {
            Store = Path.Combine(folder, "office"),
            Cities = new Dictionary<string, string> { ["sample"] = City.Value },
            JsonPort = 0,
            GrpcPort = 0,
        };
        var app = ServiceHost.Create(change?.Invoke(options) ?? options);
        add?.Invoke(app);
        await app.StartAsync();
        return new StartedService(app, folder, key);
    }

    /// <summary>A channel of a caller with a key, or of nobody known.</summary>
    public GrpcChannel ChannelFor(string? key)
    {
        var http = new SocketsHttpHandler { EnableMultipleHttp2Connections = true };
        http.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        var client = new HttpClient(http);
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("x-api-key", key);
        }

        return GrpcChannel.ForAddress(Grpc, new GrpcChannelOptions { HttpClient = client, DisposeHttpClient = true, MaxReceiveMessageSize = 256 << 20 });
    }

    public HttpClient HttpFor(string? key)
    {
        var http = new SocketsHttpHandler();
        http.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        var client = new HttpClient(http) { BaseAddress = Json };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("x-api-key", key);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await App.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static string MakeCity()
    {
        var folder = NewFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var path = Path.Combine(folder, "sample.gpkg");
        CityFile.Write(path, SampleCity.Of(new SampleOptions(200, 7), null, default), new CityFileOptions { Name = "sample", BaselineYear = SampleOptions.BaselineYear }, null, default);
        return path;
    }
}
