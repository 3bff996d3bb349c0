using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>Reads the layers of a city file, all from the same state of it.</summary>
internal static class CityFileReader
{
    /// <summary>The current layers one by one, each read when it is asked for.</summary>
    internal static IEnumerable<SourceLayer> ReadLayers(
        FileSnapshot snapshot, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        CitySchema.Check(snapshot.File);
        var origins = LayerVersion.ReadCurrent(snapshot.File).ToDictionary(version => version.Layer);
        var tables = FeatureTable.ReadAll(snapshot.File).ToDictionary(table => table.Name);
        return LayerNames.All
            .Where(name => tables.ContainsKey(name) && origins.ContainsKey(name))
            .Select(name => Read(snapshot, tables[name], origins[name].Origin, progress, cancel));
    }

    private static SourceLayer Read(
        FileSnapshot snapshot, FeatureTable table, string origin, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var current = table with { Columns = [.. table.Columns.Where(column => column.Name != CitySchema.FromVersion)] };
        var read = GeoPackageReader.Read(snapshot, current, kind: null, progress, cancel);
        RefuseLoss(read, snapshot.Path);
        return new SourceLayer
        {
            Name = table.Name,
            Epsg = read.Layer.Epsg,
            Shapes = read.Layer.Shapes,
            Fids = read.Layer.Fids,
            Columns = [.. read.Layer.Columns.Where(HasValue)],
            Origin = origin,
        };
    }

    // What we wrote reads without loss; what another program put in and we cannot keep must not vanish without a word.
    private static void RefuseLoss(ReadLayer read, string path)
    {
        if (read.Notes.Where(note => note.Code is "unreadable_geometry" or "other_kind_left_out").ToList() is { Count: > 0 } losses)
        {
            var fids = losses.SelectMany(note => note.Fids).Take(5);
            throw new StoreException(
                $"{path}, features {string.Join(", ", fids)}",
                string.Join(" ", losses.Select(note => note.Message)),
                "Another program changed these rows: repair or delete them in QGIS, or import the layer again.");
        }
    }

    private static bool HasValue(SourceColumn column) => column switch
    {
        TextSource text => text.Values.Bytes.Length > 0,
        IntegerSource whole => whole.Values.AsSpan().ContainsAnyExcept(Unknown.Integer),
        RealSource real => real.Values.Any(value => !double.IsNaN(value)),
        _ => true,
    };
}
