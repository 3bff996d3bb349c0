using System.Threading.Channels;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>
/// Passes progress from the working thread to the stream. A slow reader does not slow the work: steps that it has not
/// taken yet give way to newer ones.
/// </summary>
internal sealed class ProgressChannel : IProgress<WorkProgress>
{
    private readonly Channel<ProposalProgress> _steps = Channel.CreateBounded<ProposalProgress>(
        new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Report(WorkProgress value)
    {
        var step = new ProposalProgress { Stage = value.Stage, Share = Math.Clamp(value.Share, 0, 1) };
        if (value is { Found: { } found, Bound: { } bound })
        {
            (step.Found, step.Bound) = (found, bound);
            if (found > 0)
            {
                step.Gap = Math.Max(0, (bound - found) / found);
            }
        }

        _steps.Writer.TryWrite(step);
    }

    public void Complete() => _steps.Writer.TryComplete();

    public IAsyncEnumerable<ProposalProgress> ReadAllAsync(CancellationToken cancel) => _steps.Reader.ReadAllAsync(cancel);
}
