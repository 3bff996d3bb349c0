using CityRenewal.Geo.Land;
using CityRenewal.Geo.Service.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Cities come in as files and as features, and go out as features.</summary>
[Collection("service")]
public class CitiesTests(RunningService service)
{
    [Fact]
    public async Task A_city_that_comes_as_a_file_in_pieces_is_the_same_city()
    {
        var answer = await UploadAsync("cities/twin", [.. Pieces("sample.gpkg", await File.ReadAllBytesAsync(service.CityPath))]);
        var twin = await service.Cities.GetCityAsync(new GetCityRequest { Name = "cities/twin" });
        var sample = await service.Cities.GetCityAsync(new GetCityRequest { Name = "cities/sample" });

        Assert.Equal(sample.Layers.Select(layer => (layer.Features, layer.EpsgCode)), twin.Layers.Select(layer => (layer.Features, layer.EpsgCode)));
        Assert.Equal(twin, answer.City);
        await service.Cities.DeleteCityAsync(new DeleteCityRequest { Name = "cities/twin", Etag = twin.Etag });
        var gone = await Assert.ThrowsAsync<RpcException>(async () => await service.Cities.GetCityAsync(new GetCityRequest { Name = "cities/twin" }));
        Assert.Equal(StatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Features_that_are_read_and_sent_again_make_the_same_layer()
    {
        var parts = new List<UploadLayersRequest>();
        foreach (var layer in new[] { LayerNames.Parcels, LayerNames.Buildings })
        {
            parts.AddRange((await ReadAsync($"cities/sample/layers/{layer}")).Select(batch => new UploadLayersRequest { Features = batch }));
        }

        var answer = await UploadAsync("cities/again", [.. parts]);
        var sample = await service.Cities.GetCityAsync(new GetCityRequest { Name = "cities/sample" });

        foreach (var layer in answer.City.Layers)
        {
            var original = sample.Layers.Single(known => known.Name.EndsWith(layer.Name.Split('/')[^1], StringComparison.Ordinal));
            Assert.Equal((original.Features, original.Hash), (layer.Features, layer.Hash));
        }

        await service.Cities.DeleteCityAsync(new DeleteCityRequest { Name = "cities/again" });
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_features_is_told_at_once_and_nothing_is_kept()
    {
        var bad = new FeatureBatch { Layer = "parcells", EpsgCode = 7 };
        bad.Wkb.Add(ByteString.CopyFromUtf8("no wkb"));
        bad.Columns.Add(new FeatureColumn { Name = "parcel_id", Texts = new TextValues { Values = { "a", "b" } } });

        var refusal = await Assert.ThrowsAsync<RpcException>(() => UploadAsync("cities/Bad Name", [new UploadLayersRequest { Features = bad }]));

        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        foreach (var word in new[] { "header.city", "features.wkb", "parcells", "EPSG:7", "2 values for 1" })
        {
            Assert.Contains(word, refusal.Status.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_layer_that_comes_again_with_a_change_is_its_next_version_and_makes_plans_stale_and_watchers_hear_of_it()
    {
        await UploadAsync("cities/watched", [.. Pieces("sample.gpkg", await File.ReadAllBytesAsync(service.CityPath))]);
        var created = await service.Plans.ProposePlansAsync(new ProposePlansRequest { Parent = "cities/watched", PlanId = "p" });
        await service.Operations.WaitOperationAsync(new Google.LongRunning.WaitOperationRequest { Name = created.Name, Timeout = new() { Seconds = 120 } });
        using var watch = service.Cities.WatchCity(new WatchCityRequest { Name = "cities/watched" });
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(CityEventKind.Present, watch.ResponseStream.Current.Kind);

        var batches = await ReadAsync("cities/watched/layers/parcels");
        batches[0].Wkb.RemoveAt(batches[0].Wkb.Count - 1);
        batches[0].Fids.Clear();
        foreach (var column in batches[0].Columns)
        {
            column.Texts?.Values.RemoveAt(column.Texts.Values.Count - 1);
            column.Reals?.Values.RemoveAt(column.Reals.Values.Count - 1);
            column.Integers?.Values.RemoveAt(column.Integers.Values.Count - 1);
        }

        var answer = await UploadAsync("cities/watched", [.. batches.Select(batch => new UploadLayersRequest { Features = batch })]);
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        var told = watch.ResponseStream.Current;

        Assert.Equal(1, Assert.Single(answer.Versions).Removed);
        Assert.Equal(CityEventKind.LayersChanged, told.Kind);
        Assert.Equal(["parcels"], told.Layers);
        Assert.Equal(["cities/watched/plans/p"], told.Plans);
        Assert.True((await service.Plans.GetPlanAsync(new GetPlanRequest { Name = "cities/watched/plans/p" })).IsStale);
    }

    [Fact]
    public async Task The_quality_report_balances_its_ledger_and_says_what_the_data_carry()
    {
        var report = await service.Cities.CheckCityAsync(new CheckCityRequest { Name = "cities/sample" });

        Assert.Equal(report.Ledger.StudyAreaM2, report.Ledger.Classes.Values.Sum() + report.Ledger.ResidualM2, 3);
        Assert.NotEmpty(report.Readiness);
        Assert.Equal(report.Counts.Sum(count => count.Count), report.Defects.Count);
    }

    private async Task<List<FeatureBatch>> ReadAsync(string layer)
    {
        using var call = service.Cities.ReadFeatures(new ReadFeaturesRequest { Name = layer });
        var batches = new List<FeatureBatch>();
        await foreach (var batch in call.ResponseStream.ReadAllAsync())
        {
            batches.Add(batch);
        }

        return batches;
    }

    private async Task<ImportLayersResponse> UploadAsync(string city, UploadLayersRequest[] parts)
    {
        using var call = service.Cities.UploadLayers();
        try
        {
            await call.RequestStream.WriteAsync(new UploadLayersRequest { Header = new ImportHeader { City = city, Title = "上传", BaselineYear = 2026 } });
            foreach (var part in parts)
            {
                await call.RequestStream.WriteAsync(part);
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The answer says why the service stopped listening.
        }

        return await call.ResponseAsync;
    }

    private static IEnumerable<UploadLayersRequest> Pieces(string name, byte[] bytes) =>
        bytes.Chunk(1 << 20).Select(piece => new UploadLayersRequest { File = new FilePiece { Name = name, Data = ByteString.CopyFrom(piece) } });
}
