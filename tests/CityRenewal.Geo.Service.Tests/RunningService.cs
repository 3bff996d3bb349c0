using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Stores.GeoPackage;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>The real service on free loopback ports, with a sample city of 1,000 parcels on its shelf.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-service").FullName;
    private WebApplication? _app;
    private RenewalArea? _area;

    /// <summary>The folder of its office.</summary>
    public string Office => Path.Combine(_folder, "office");

    public Uri Json { get; private set; } = null!;

    public Uri Grpc { get; private set; } = null!;

    public GrpcChannel Channel { get; private set; } = null!;

    /// <summary>The file of the city that is served.</summary>
    public string CityPath => Path.Combine(_folder, "sample.gpkg");

    public Plans.PlansClient Plans => new(Channel);

    public Explanations.ExplanationsClient Explanations => new(Channel);

    public Outlines.OutlinesClient Outlines => new(Channel);

    public Reviews.ReviewsClient Reviews => new(Channel);

    public RulePacks.RulePacksClient RulePacks => new(Channel);

    public V1.Cities.CitiesClient Cities => new(Channel);

    public V1.Edits.EditsClient Edits => new(Channel);

    public Google.LongRunning.Operations.OperationsClient Operations => new(Channel);

    /// <summary>The first area that is proposed for the sample city.</summary>
    public async Task<RenewalArea> ProposedAreaAsync()
    {
        if (_area is null)
        {
            using var call = Plans.WatchProposal(new WatchProposalRequest { City = "cities/sample" });
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
            {
                _area = call.ResponseStream.Current.Plan?.Areas[0] ?? _area;
            }
        }

        return _area!;
    }

    public async Task InitializeAsync()
    {
        var path = CityPath;
        var options = new SampleOptions(1000, 7);
        CityFile.Write(path, SampleCity.Of(options, null, default), new CityFileOptions { Name = "sample", BaselineYear = SampleOptions.BaselineYear }, null, default);
        _app = ServiceHost.Create(new ServiceOptions
        {
            Store = Path.Combine(_folder, "office"),
            Cities = new Dictionary<string, string> { ["sample"] = path },
            JsonPort = 0,
            GrpcPort = 0,
        });
        await _app.StartAsync();
        (Json, Grpc) = ServiceHost.AddressesOf(_app);
        Channel = GrpcChannel.ForAddress(Grpc, new GrpcChannelOptions { MaxReceiveMessageSize = 256 << 20 });
    }

    public async Task DisposeAsync()
    {
        Channel.Dispose();
        await _app!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

[CollectionDefinition("service")]
public sealed class ServiceCollection : ICollectionFixture<RunningService>;
