using Google.Api;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Sends a file in pieces, so that neither side needs room for a message of its size.</summary>
internal static class FilePieces
{
    private const int Largest = 512 * 1024;

    /// <summary>Sends a file; the first piece says what kind of file it is.</summary>
    public static async Task SendAsync(HttpBody file, IServerStreamWriter<HttpBody> stream, CancellationToken cancel)
    {
        for (var at = 0; at == 0 || at < file.Data.Length; at += Largest)
        {
            var piece = new HttpBody { Data = Google.Protobuf.UnsafeByteOperations.UnsafeWrap(file.Data.Memory.Slice(at, Math.Min(Largest, file.Data.Length - at))) };
            if (at == 0)
            {
                piece.ContentType = file.ContentType;
                piece.Extensions.AddRange(file.Extensions);
            }

            await stream.WriteAsync(piece, cancel);
        }
    }
}
