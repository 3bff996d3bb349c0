using System.Collections;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// Layers that are read when they are asked for and forgotten before the next one is read. Between large layers the
/// memory of the last one is handed back: two of them at a time would be most of what opening a city needs.
/// </summary>
internal sealed class LayersOnceRead(IEnumerable<string> names, Func<string, SourceLayer> read) : IEnumerable<SourceLayer>
{
    public IEnumerator<SourceLayer> GetEnumerator() => new Walk(names.GetEnumerator(), read);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Walk(IEnumerator<string> names, Func<string, SourceLayer> read) : IEnumerator<SourceLayer>
    {
        private const int Large = 200_000;

        private SourceLayer? _current;

        public SourceLayer Current => _current ?? throw new InvalidOperationException("There is no layer before the first or after the last.");

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            var wasLarge = _current?.Shapes.Count > Large;
            _current = null;
            if (wasLarge)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            }

            if (!names.MoveNext())
            {
                return false;
            }

            _current = read(names.Current);
            return true;
        }

        public void Reset() => throw new NotSupportedException("Layers are read once.");

        public void Dispose() => names.Dispose();
    }
}
