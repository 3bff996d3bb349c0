using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.GeoPackage.Versions;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>Reads the layers of a city file, all from the same state of it.</summary>
internal static class CityFileReader
{
    /// <summary>The current layers one by one, each read when it is asked for.</summary>
    internal static IEnumerable<SourceLayer> ReadLayers(
        FileSnapshot snapshot, IProgress<WorkProgress>? progress, CancellationToken cancel) =>
        Tables(snapshot).Select(known => LayerOf(
            GeoPackageReader.Read(snapshot, known.Table, kind: null, progress, cancel), known.Table.Name, known.Origin, snapshot.Path));

    /// <summary>
    /// The current layers in sheets of some thousand rows, to be read by any threads at once: a city is then opened without
    /// ever holding the delivered coordinates of a whole layer.
    /// </summary>
    /// <param name="snapshot">The state of the file.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="only">The only layer to read; null reads all.</param>
    internal static IReadOnlyList<Func<SourceLayer>> Sheets(FileSnapshot snapshot, CancellationToken cancel, string? only = null)
    {
        var sheets = new List<Func<SourceLayer>>();
        foreach (var (table, origin) in Tables(snapshot).Where(known => only is null || known.Table.Name == only))
        {
            if (ShapeJoin.DeclaredKind(table) is not { } kind)
            {
                // Its kind shows only when all of it is read.
                sheets.Add(() => LayerOf(GeoPackageReader.Read(snapshot, table, null, null, cancel), table.Name, origin, snapshot.Path));
                continue;
            }

            var plan = LayerRanges.Of(snapshot.File, table);
            sheets.AddRange(Enumerable.Range(0, plan.Count).Select(range => new Func<SourceLayer>(() => LayerOf(
                snapshot.With(file => GeoPackageReader.ReadRange(file, table, (plan, range, kind), cancel)), table.Name, origin, snapshot.Path))));
        }

        return sheets;
    }

    /// <summary>The current rows of one layer with their numbers, over the connection that is about to change them.</summary>
    internal static ReadLayer ReadCurrent(SqliteFile file, string layer, CancellationToken cancel)
    {
        var table = FeatureTable.ReadAll(file).Single(table => table.Name == layer);
        return GeoPackageReader.ReadFrom(file, WithoutVersion(table), $"\"{layer}\"", cancel);
    }

    /// <summary>One layer as it was in a version of the city.</summary>
    internal static SourceLayer ReadVersion(FileSnapshot snapshot, string layer, int version, CancellationToken cancel)
    {
        CitySchema.Check(snapshot.File);
        var made = LayerVersion.ReadAll(snapshot.File).LastOrDefault(known => known.Layer == layer && known.Version <= version)
            ?? throw new StoreException(
                snapshot.Path, $"Version {version} of the city has no layer {layer}.",
                $"It has: {string.Join(", ", LayerVersion.ReadAll(snapshot.File).Select(known => $"{known.Layer} {known.Version}"))}.");
        var table = WithoutVersion(FeatureTable.ReadAll(snapshot.File).Single(table => table.Name == layer)) with { KeyColumn = null };
        var read = GeoPackageReader.ReadFrom(snapshot.File, table, History.RowsOf(table, version), cancel).Layer;
        return new SourceLayer
        {
            Name = layer, Epsg = made.Epsg, Origin = made.Origin, Shapes = read.Shapes, Columns = [.. read.Columns.Where(HasValue)],
        };
    }

    private static FeatureTable WithoutVersion(FeatureTable table) =>
        table with { Columns = [.. table.Columns.Where(column => column.Name != CitySchema.FromVersion)] };

    private static List<(FeatureTable Table, (string Name, Classification Level) Origin)> Tables(FileSnapshot snapshot)
    {
        CitySchema.Check(snapshot.File);
        var origins = LayerVersion.ReadCurrent(snapshot.File).ToDictionary(version => version.Layer);
        var tables = FeatureTable.ReadAll(snapshot.File).ToDictionary(table => table.Name);
        var levels = CitySettings.Read(snapshot.File).Classifications;
        return
        [
            .. LayerNames.All.Where(name => tables.ContainsKey(name) && origins.ContainsKey(name))
                .Select(name => (WithoutVersion(tables[name]), (origins[name].Origin, levels.GetValueOrDefault(name, Classification.Internal)))),
        ];
    }

    /// <summary>A layer that was read of a city of ours, without columns in which nothing is known.</summary>
    internal static SourceLayer LayerOf(
        ReadLayer read, string name, (string Name, Classification Level) origin, string path)
    {
        RefuseLoss(read, path);
        return new SourceLayer
        {
            Name = name,
            Epsg = read.Layer.Epsg,
            Shapes = read.Layer.Shapes,
            Fids = read.Layer.Fids,
            Columns = [.. read.Layer.Columns.Where(HasValue)],
            Origin = origin.Name,
            Classification = origin.Level,
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
