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
        var parallel = Parallel(options, cancel);
        var plane = options.Plane;
        if (plane is null)
        {
            var all = layers.ToList();
            plane = PlaneChoice.For(all);
            layers = all;
        }

        return Assemble(new SheetSnapping(plane, parallel, progress).OneByOne(layers), options with { Plane = plane }, parallel, progress);
    }

    /// <summary>
    /// Assembles a city of sheets that are read and brought to the grid side by side, each forgotten before its thread reads
    /// the next: what a city needs while it is opened is little more than the city.
    /// </summary>
    /// <param name="sheets">Each reads a part of a layer, or a whole one; rows are taken in the order of the sheets.</param>
    /// <param name="options">Name, baseline year, and the plane, which must be given.</param>
    /// <param name="progress">Told after every sheet.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="UnusableLayersException">As for <see cref="From"/>.</exception>
    public static AssembledCity FromSheets(
        IReadOnlyList<Func<SourceLayer>> sheets,
        AssemblyOptions options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var plane = options.Plane ?? throw new ArgumentException("Sheets are forgotten as they are read: give the plane.", nameof(options));
        var parallel = Parallel(options, cancel);
        return Assemble(new SheetSnapping(plane, parallel, progress).SideBySide(sheets), options, parallel, progress);
    }

    private static ParallelOptions Parallel(AssemblyOptions options, CancellationToken cancel) => new()
    {
        CancellationToken = cancel,
        MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : -1,
    };

    private static AssembledCity Assemble(
        List<SnappedSheet> sheets, AssemblyOptions options, ParallelOptions parallel, IProgress<WorkProgress>? progress)
    {
        progress?.Report(new WorkProgress("assembling", 0));
        var epsg = EpsgOfResults(sheets, options.Plane!);
        var layers = ByLayer(sheets);
        var defects = new List<Defect>();
        var city = new CityRows(layers, defects, parallel).ToCity(options, options.Plane!, epsg);
        progress?.Report(new WorkProgress("assembling", 1));
        defects.Sort(Defect.Compare);
        return new AssembledCity(city, defects);
    }

    // Of its own, so that nothing but the result holds the sheets when their layer is done.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Dictionary<string, List<SnappedLayer>> ByLayer(List<SnappedSheet> sheets)
    {
        var layers = new Dictionary<string, List<SnappedLayer>>();
        foreach (var sheet in sheets)
        {
            if (!layers.TryGetValue(sheet.Layer, out var rows))
            {
                layers[sheet.Layer] = rows = [];
            }

            rows.Add(sheet.Rows);
        }

        sheets.Clear();
        return layers;
    }

    // Parcels may come in two zones: the smallest code stands for all, whatever their order was.
    private static int EpsgOfResults(List<SnappedSheet> sheets, WorkingPlane plane)
    {
        if (plane.Local.HasValue || sheets.Count == 0)
        {
            return plane.Local.HasValue ? ReferenceSystems.Local : ReferenceSystems.Cgcs2000;
        }

        var epsg = sheets.OrderBy(sheet => sheet.Layer != LayerNames.Parcels).ThenBy(sheet => sheet.Epsg).First().Epsg;
        return ReferenceSystems.Find(epsg).IsInputOnly ? ReferenceSystems.Cgcs2000 : epsg;
    }
}
