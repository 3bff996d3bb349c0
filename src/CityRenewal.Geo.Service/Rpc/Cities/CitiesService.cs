using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.Offices;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Cities;

/// <summary>The cities of the office and their layers.</summary>
internal sealed class CitiesService(CityShelf shelf, LayerBringing bringing, CityWatch watch, TransferLimits limits) : V1.Cities.CitiesBase
{
    private const int UsualDefects = 1_000, MostDefects = 100_000;

    public override Task<V1.ListCitiesResponse> ListCities(V1.ListCitiesRequest request, ServerCallContext context)
    {
        var (size, after) = Paging.Of(request.PageSize, request.PageToken, "cities");
        var ids = shelf.Office.Cities.Where(id => string.CompareOrdinal(id, after) > 0).Take(size + 1).ToList();
        var answer = new V1.ListCitiesResponse { NextPageToken = ids.Count > size ? Paging.Token("cities", ids[size - 1]) : "" };
        foreach (var id in ids.Take(size))
        {
            try
            {
                if (shelf.Office.Find(id) is { } city)
                {
                    answer.Cities.Add(CityMessages.ToMessage(city));
                }
            }
            catch (StoreException)
            {
                answer.Unreachable.Add($"cities/{id}");
            }
        }

        return Task.FromResult(answer);
    }

    public override Task<V1.City> GetCity(V1.GetCityRequest request, ServerCallContext context) =>
        Task.FromResult(CityMessages.ToMessage(Kept(request.Name)));

    public override Task<Empty> DeleteCity(V1.DeleteCityRequest request, ServerCallContext context)
    {
        var city = Kept(request.Name).Id;
        shelf.Office.Delete(city, request.Etag.Length > 0 ? request.Etag : null);
        shelf.Forget(city);
        return Task.FromResult(new Empty());
    }

    public override Task<V1.ListLayerVersionsResponse> ListLayerVersions(V1.ListLayerVersionsRequest request, ServerCallContext context)
    {
        var city = CityRequests.Kept(shelf, ResourceNames.Ids(request.Parent, "parent", "cities")[0]);
        var settings = city.ReadSettings();
        var answer = new V1.ListLayerVersionsResponse();
        answer.Versions.AddRange(city.Changes(Math.Max(1, request.FirstVersion), context.CancellationToken)
            .Select(change => CityMessages.ToMessage(city.Id, change, settings)));
        return Task.FromResult(answer);
    }

    public override async Task ReadFeatures(V1.ReadFeaturesRequest request, IServerStreamWriter<V1.FeatureBatch> stream, ServerCallContext context)
    {
        var ids = ResourceNames.Ids(request.Name, "name", "cities", "layers");
        var city = CityRequests.Kept(shelf, ids[0]);
        if (city.ReadVersions().All(version => version.Layer != ids[1]))
        {
            throw new MissingException("NO_SUCH_LAYER", $"The city {ids[0]} has no layer {ids[1]}; it has {string.Join(", ", city.ReadVersions().Select(version => version.Layer).Distinct())}.");
        }

        foreach (var sheet in city.Read(ids[1], context.CancellationToken))
        {
            foreach (var batch in FeatureMessages.Batches(sheet, request.Columns, !request.WithoutGeometry))
            {
                await stream.WriteAsync(batch, context.CancellationToken);
            }
        }
    }

    public override async Task<V1.ImportLayersResponse> UploadLayers(IAsyncStreamReader<V1.UploadLayersRequest> stream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        if (!await stream.MoveNext(cancel) || stream.Current.Header is not { } header)
        {
            throw new BadRequestException([new FieldProblem("header", "The first message says where the layers go; send a header.")]);
        }

        using var upload = new Upload(header, limits.UploadBytes);
        while (await stream.MoveNext(cancel))
        {
            Take(upload, stream.Current);
        }

        return await Task.Run(() => bringing.Bring(upload, cancel), cancel);
    }

    public override async Task<V1.ImportLayersResponse> ImportLayers(V1.ImportLayersRequest request, ServerCallContext context)
    {
        using var upload = new Upload(request.Header ?? new V1.ImportHeader(), limits.ImportBytes);
        foreach (var file in request.Files)
        {
            upload.Add(file);
        }

        foreach (var batch in request.Features)
        {
            upload.Add(batch);
        }

        return await Task.Run(() => bringing.Bring(upload, context.CancellationToken));
    }

    public override async Task<V1.QualityReport> CheckCity(V1.CheckCityRequest request, ServerCallContext context)
    {
        if (request.MostDefects is < 0 or > MostDefects)
        {
            throw new BadRequestException([new FieldProblem("most_defects", "Give 1 to 100,000, or 0 for 1,000.")]);
        }

        var cancel = context.CancellationToken;
        var city = Kept(request.Name);
        var work = await CityRequests.FindAsync(shelf, city.Id, null, cancel);
        return await Task.Run(
            () =>
            {
                var layers = city.ReadLayers(cancel);
                var known = DefectList.Merged(LayerChecks.Check(layers, DefectOptions.For(work.City.BaselineYear), null, cancel), shelf.DefectsOf(work));
                var report = CityCheck.Of(work, DeliveredRows.Of(layers), known, null, cancel);
                return DefectMessages.ToMessage(report, request.MostDefects == 0 ? UsualDefects : request.MostDefects);
            },
            cancel);
    }

    public override Task WatchCity(V1.WatchCityRequest request, IServerStreamWriter<V1.CityEvent> stream, ServerCallContext context) =>
        watch.RunAsync(Kept(request.Name).Id, stream, context.CancellationToken);

    private static void Take(Upload upload, V1.UploadLayersRequest message)
    {
        switch (message.PartCase)
        {
            case V1.UploadLayersRequest.PartOneofCase.File:
                upload.Add(message.File);
                break;
            case V1.UploadLayersRequest.PartOneofCase.Features:
                upload.Add(message.Features);
                break;
            default:
                throw new BadRequestException([new FieldProblem("header", "One header comes first; after it come files and features.")]);
        }
    }

    private IOfficeCity Kept(string name) => CityRequests.Kept(shelf, ResourceNames.Ids(name, "name", "cities")[0]);
}
