using CityRenewal.Geo.Service.Faults;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Operating.Limits;

/// <summary>A stream that a caller sends: each message is looked at, and a silence ends it.</summary>
internal sealed class GuardedReader<T>(IAsyncStreamReader<T> stream, TimeSpan silence, Action<T> check) : IAsyncStreamReader<T>
{
    public T Current => stream.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            if (!await stream.MoveNext(cancellationToken).WaitAsync(silence, cancellationToken))
            {
                return false;
            }
        }
        catch (TimeoutException)
        {
            throw new RefusedException(Code.DeadlineExceeded, "SILENT", $"Nothing came for {silence.TotalSeconds:0} seconds, so the call was ended; nothing of it is kept. Begin it again.");
        }
        catch (InvalidProtocolBufferException)
        {
            throw new RefusedException(Code.InvalidArgument, "MALFORMED_MESSAGE", "A message of the stream cannot be read; nothing of the call is kept. Make it from the contract.");
        }

        check(stream.Current);
        return true;
    }
}
