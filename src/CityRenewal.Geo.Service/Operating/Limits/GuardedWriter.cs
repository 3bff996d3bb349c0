using CityRenewal.Geo.Service.Faults;
using Google.Rpc;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Operating.Limits;

/// <summary>A stream that a caller reads: whoever stops reading is let go, and holds nothing any more.</summary>
internal sealed class GuardedWriter<T>(IServerStreamWriter<T> stream, TimeSpan silence, Func<T, T> filter, ServerCallContext context) : IServerStreamWriter<T>
{
    public WriteOptions? WriteOptions
    {
        get => stream.WriteOptions;
        set => stream.WriteOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, context.CancellationToken);

    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(filter(message), cancellationToken).WaitAsync(silence, cancellationToken);
        }
        catch (TimeoutException)
        {
            context.GetHttpContext().Abort();
            throw new RefusedException(Code.DeadlineExceeded, "NOT_READ", $"Nothing was read for {silence.TotalSeconds:0} seconds, so the call was ended.");
        }
    }
}
