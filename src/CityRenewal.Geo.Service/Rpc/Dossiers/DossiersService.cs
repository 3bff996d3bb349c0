using CityRenewal.Geo.Service.Faults;
using Google.Api;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Dossiers;

/// <summary>Writes and verifies dossiers.</summary>
internal sealed class DossiersService(PlanDossiers dossiers, DossierChecking checking) : V1.Dossiers.DossiersBase
{
    private const long LargestMessage = 32_000_000, LargestUpload = 1_000_000_000;

    public override async Task<HttpBody> WriteDossier(V1.WriteDossierRequest request, ServerCallContext context)
    {
        var (zip, summary) = await dossiers.WriteAsync(request.Name, request.Dossier ?? new V1.DossierOptions(), context.CancellationToken);
        return new HttpBody { ContentType = MediaTypes.Zip, Data = zip, Extensions = { Any.Pack(summary) } };
    }

    public override async Task DownloadDossier(
        V1.DownloadDossierRequest request, IServerStreamWriter<V1.DownloadDossierResponse> responseStream, ServerCallContext context)
    {
        var (zip, summary) = await dossiers.WriteAsync(request.Name, request.Dossier ?? new V1.DossierOptions(), context.CancellationToken);
        foreach (var (i, piece) in FilePieces.Of(zip).Index())
        {
            await responseStream.WriteAsync(new V1.DownloadDossierResponse { Data = piece, Summary = i == 0 ? summary : null }, context.CancellationToken);
        }
    }

    public override async Task<V1.DossierVerification> VerifyDossier(V1.VerifyDossierRequest request, ServerCallContext context)
    {
        using var spool = new DossierSpool(LargestMessage);
        await spool.AddAsync(request.Dossier, context.CancellationToken);
        spool.Close();
        var asked = new V1.DossierUpload { Parent = request.Parent, NotedSha256 = request.NotedSha256, Plan = request.Plan };
        return await checking.VerifyAsync(spool.Path, asked, context.CancellationToken);
    }

    public override async Task<V1.DossierVerification> VerifyUploadedDossier(
        IAsyncStreamReader<V1.VerifyUploadedDossierRequest> requestStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        if (!await requestStream.MoveNext(cancel) || requestStream.Current.Head is not { } head)
        {
            throw new BadRequestException([new FieldProblem("head", "Send the head as the first message: it says on which city to verify.")]);
        }

        using var spool = new DossierSpool(LargestUpload);
        while (await requestStream.MoveNext(cancel))
        {
            if (requestStream.Current.ContentCase != V1.VerifyUploadedDossierRequest.ContentOneofCase.Chunk)
            {
                throw new BadRequestException([new FieldProblem("chunk", "Send pieces of the zip after the head, and nothing else.")]);
            }

            await spool.AddAsync(requestStream.Current.Chunk, cancel);
        }

        spool.Close();
        return await checking.VerifyAsync(spool.Path, head, cancel);
    }
}
