using System.Collections;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Layers that are still being read: who asks for the first of them waits. A city that comes from its cache never asks.</summary>
internal sealed class PendingLayers(Task<IReadOnlyList<SourceLayer>> reading) : IReadOnlyList<SourceLayer>
{
    public int Count => Read.Count;

    private IReadOnlyList<SourceLayer> Read => reading.GetAwaiter().GetResult();

    public SourceLayer this[int index] => Read[index];

    public IEnumerator<SourceLayer> GetEnumerator() => Read.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
