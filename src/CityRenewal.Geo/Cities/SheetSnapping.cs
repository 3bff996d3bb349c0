using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>Brings sheets of layers to one grid: one after the other as they come, or side by side.</summary>
internal sealed class SheetSnapping(WorkingPlane plane, ParallelOptions parallel, IProgress<WorkProgress>? progress)
{
    private readonly ConcurrentDictionary<int, PlaneTransform> _transforms = [];

    /// <summary>Sheets in their order, each taken from the sequence when the one before is done.</summary>
    public List<SnappedSheet> OneByOne(IEnumerable<SourceLayer> layers)
    {
        var sheets = new List<SnappedSheet>();
        using var next = layers.GetEnumerator();
        while (next.MoveNext())
        {
            sheets.Add(SnapCurrent(next));
        }

        return sheets;
    }

    /// <summary>Sheets in their order, whichever thread read them.</summary>
    public List<SnappedSheet> SideBySide(IReadOnlyList<Func<SourceLayer>> readings)
    {
        var (sheets, next, done) = (new SnappedSheet[readings.Count], -1, 0);
        try
        {
            Parallel.For(0, Environment.ProcessorCount, parallel, (_, loop) =>
            {
                for (int i; !loop.ShouldExitCurrentIteration && (i = Interlocked.Increment(ref next)) < sheets.Length;)
                {
                    sheets[i] = Snap(readings[i]());
                    progress?.Report(new WorkProgress("reading the layers", (double)Interlocked.Increment(ref done) / sheets.Length));
                }
            });
        }
        catch (AggregateException several)
        {
            // A fault is that of a file, not of the loop: it is told as the reading told it.
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }

        return [.. sheets];
    }

    // Only this call knows the delivered layer: when it returns, its coordinates may go before the next layer is read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private SnappedSheet SnapCurrent(IEnumerator<SourceLayer> next)
    {
        var sheet = Snap(next.Current);
        progress?.Report(new WorkProgress($"snapping {sheet.Layer}", 1));
        return sheet;
    }

    private SnappedSheet Snap(SourceLayer layer)
    {
        LayerProblems.ThrowIfUnusable([layer], plane.Local.HasValue);
        var transform = _transforms.GetOrAdd(layer.Epsg, epsg => PlaneTransform.Between(epsg, plane));
        return new SnappedSheet(layer.Name, layer.Epsg, LayerSnapping.Of(layer, transform, parallel));
    }
}
