using System.Runtime.CompilerServices;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Makes a city of delivered layers: one plane, one grid, rows in an order of their own, every attribute in its column.
/// The same layers give the same city, whatever the order of layers and rows and the number of threads. Nothing is lost:
/// a feature whose outline cannot be used keeps its row without a shape, and is listed.
/// </summary>
public static class CityAssembly
{
    /// <summary>Assembles a city.</summary>
    /// <param name="layers">
    /// The layers; several of one name (two sheets, two zones) become one. With a plane given in the options they are taken
    /// one by one and not held, so that a lazy sequence needs the coordinates of one layer at a time.
    /// </param>
    /// <param name="options">Name, baseline year, and the plane that the city has.</param>
    /// <param name="progress">Told after every layer.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="UnusableLayersException">Unknown layer names or reference systems, or layers too far apart.</exception>
    public static AssembledCity From(
        IEnumerable<SourceLayer> layers,
        AssemblyOptions options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var parallel = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : -1,
        };
        var plane = options.Plane;
        if (plane is null)
        {
            var all = layers.ToList();
            plane = PlaneChoice.For(all);
            layers = all;
        }

        var systems = new List<(string Layer, int Epsg)>();
        var snapped = Snap(layers, new Snapping(plane, systems, parallel, progress));
        var defects = new List<Defect>();
        var city = new CityRows(snapped, defects, parallel).ToCity(options, plane, EpsgOfResults(systems, plane));
        progress?.Report(new WorkProgress("assembling", 1));
        defects.Sort(Defect.Compare);
        return new AssembledCity(city, defects);
    }

    // Parcels may come in two zones: the smallest code stands for all, whatever their order was.
    private static int EpsgOfResults(List<(string Layer, int Epsg)> systems, WorkingPlane plane)
    {
        if (plane.Local.HasValue || systems.Count == 0)
        {
            return plane.Local.HasValue ? ReferenceSystems.Local : ReferenceSystems.Cgcs2000;
        }

        var epsg = systems.OrderBy(system => system.Layer != LayerNames.Parcels).ThenBy(system => system.Epsg).First().Epsg;
        return ReferenceSystems.Find(epsg).IsInputOnly ? ReferenceSystems.Cgcs2000 : epsg;
    }

    private static Dictionary<string, SnappedLayer> Snap(IEnumerable<SourceLayer> layers, Snapping snapping)
    {
        var sheets = new Dictionary<string, List<SnappedLayer>>();
        using var next = layers.GetEnumerator();
        while (next.MoveNext())
        {
            SnapOne(next, sheets, snapping);
        }

        return sheets.ToDictionary(pair => pair.Key, pair => SnappedLayer.Join(pair.Value));
    }

    // Only this call knows the delivered layer: when it returns, its coordinates may go before the next layer is read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SnapOne(IEnumerator<SourceLayer> next, Dictionary<string, List<SnappedLayer>> sheets, Snapping snapping)
    {
        var layer = next.Current;
        LayerProblems.ThrowIfUnusable([layer], snapping.Plane.Local.HasValue);
        if (!sheets.TryGetValue(layer.Name, out var sheetsOfLayer))
        {
            sheets[layer.Name] = sheetsOfLayer = [];
        }

        snapping.Systems.Add((layer.Name, layer.Epsg));
        sheetsOfLayer.Add(LayerSnapping.Of(layer, snapping.TransformOf(layer.Epsg), snapping.Parallel));
        snapping.Progress?.Report(new WorkProgress($"snapping {layer.Name}", 1));
    }

    private sealed record Snapping(
        WorkingPlane Plane, List<(string Layer, int Epsg)> Systems, ParallelOptions Parallel, IProgress<WorkProgress>? Progress)
    {
        private readonly Dictionary<int, PlaneTransform> _transforms = [];

        public PlaneTransform TransformOf(int epsg) =>
            _transforms.TryGetValue(epsg, out var known) ? known : _transforms[epsg] = PlaneTransform.Between(epsg, Plane);
    }
}
