using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A GeoPackage of any origin, as delivered.</summary>
internal sealed class GeoPackageFile(string path) : IDeliveredFile
{
    public string Name { get; } = Path.GetFileName(path);

    public IReadOnlyList<string> Layers { get; } = [.. GeoPackageReader.Layers(path).Select(table => table.Name)];

    public DeliveredLayer Read(string layer, string? encoding, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        progress?.Report(new WorkProgress("reading " + layer, 0));
        return ToLayer(GeoPackageReader.Read(path, layer, kind: null, progress, cancel), Name, layer);
    }

    /// <summary>A layer that was read from a GeoPackage, under the names of the file that it came from.</summary>
    public static DeliveredLayer ToLayer(ReadLayer read, string file, string layer) => new()
    {
        File = file,
        Name = layer,
        Shapes = read.Layer.Shapes,
        Fids = [.. Enumerable.Range(0, read.Layer.Shapes.Count).Select(read.Layer.FidOf)],
        Columns = read.Layer.Columns,
        Clue = ClueOf(read.Table.Reference),
        Defects = [.. read.Notes.SelectMany(note => DefectsOf(note, layer, read.Layer.Shapes.Count))],
        Notes = [.. read.Notes.Where(note => KindOf(note.Code) is null).Select(note => note.Message)],
    };

    private static ReferenceSystemClue ClueOf(SpatialReference reference)
    {
        var source = $"the GeoPackage ({reference.Organization}:{reference.Code})";
        var text = reference.Definition.Contains('[') ? reference.Definition : null;
        return reference.Epsg > 0 || text is not null
            ? new ReferenceSystemClue(reference.Epsg > 0 ? reference.Epsg : null, text, source)
            : ReferenceSystemClue.None;
    }

    private static IEnumerable<Defect> DefectsOf(ReadNote note, string layer, int features)
    {
        if (KindOf(note.Code) is not { } kind)
        {
            return [];
        }

        // Heights in all features are how a layer was made; in a few of them they are a slip, and each is named.
        return kind == GeometryDefects.ExtraDimension && note.Fids.Count == features
            ? [kind.At(FeaturePlace.WholeLayer(layer), $"{note.Fids.Count} features")]
            : note.Fids.Select(fid => kind.At(new FeaturePlace(layer, "", fid, double.NaN, double.NaN)));
    }

    private static DefectKind? KindOf(string code) => code switch
    {
        "third_dimension_dropped" => GeometryDefects.ExtraDimension,
        "other_kind_left_out" => GeometryDefects.MixedGeometry,
        "unreadable_geometry" => GeometryDefects.BrokenGeometry,
        "empty_geometry" => GeometryDefects.EmptyGeometry,
        _ => null,
    };
}
