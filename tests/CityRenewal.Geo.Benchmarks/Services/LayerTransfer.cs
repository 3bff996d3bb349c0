using CityRenewal.Geo.Service.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CityRenewal.Geo.Benchmarks.Services;

/// <summary>A city in pieces into the service, its parcels out of it in batches and into it again.</summary>
internal static class LayerTransfer
{
    private const int PieceBytes = 1 << 20;

    public static async Task UploadAsync(OfficeProcess office, string city, string path, int baselineYear)
    {
        using var call = new Service.V1.Cities.CitiesClient(office.Channel).UploadLayers();
        await call.RequestStream.WriteAsync(new UploadLayersRequest { Header = new ImportHeader { City = city, BaselineYear = baselineYear } });
        var name = Path.GetFileName(path);
        await using var file = File.OpenRead(path);
        var piece = new byte[PieceBytes];
        while (await file.ReadAsync(piece) is > 0 and var read)
        {
            await call.RequestStream.WriteAsync(new UploadLayersRequest { File = new FilePiece { Name = name, Data = ByteString.CopyFrom(piece, 0, read) } });
        }

        await call.RequestStream.CompleteAsync();
        await call.ResponseAsync;
    }

    /// <summary>Reads a layer as a client does, every message decoded; returns the batches.</summary>
    public static async Task<List<FeatureBatch>> ReadAsync(OfficeProcess office, string layer)
    {
        using var call = new Service.V1.Cities.CitiesClient(office.Channel).ReadFeatures(new ReadFeaturesRequest { Name = layer });
        var batches = new List<FeatureBatch>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            batches.Add(call.ResponseStream.Current);
        }

        return batches;
    }

    public static async Task SendAsync(OfficeProcess office, string city, IReadOnlyList<FeatureBatch> batches)
    {
        using var call = new Service.V1.Cities.CitiesClient(office.Channel).UploadLayers();
        await call.RequestStream.WriteAsync(new UploadLayersRequest { Header = new ImportHeader { City = city } });
        foreach (var batch in batches)
        {
            await call.RequestStream.WriteAsync(new UploadLayersRequest { Features = batch });
        }

        await call.RequestStream.CompleteAsync();
        await call.ResponseAsync;
    }
}
