using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A file that GDAL reads: each layer is turned into a GeoPackage when it is wanted.</summary>
internal sealed class OgrFile : IDeliveredFile
{
    private const string LayerLine = "Layer name: ";

    private readonly string _path;
    private readonly OgrFormat _format;
    private readonly Ogr _ogr;

    public OgrFile(string path, OgrFormat format, Ogr ogr, CancellationToken cancel)
    {
        (_path, _format, _ogr, Name) = (path, format, ogr, Path.GetFileName(path));
        using var folder = new OgrConversion(ogr, path);
        var told = ogr.Ask(path, ["-ro", "-al", "-so", "-nomd", "-noextent", folder.Source], cancel);
        var lines = told.Split('\n').Where(line => line.StartsWith(LayerLine, StringComparison.Ordinal));
        Layers = [.. lines.Select(line => line[LayerLine.Length..].Trim())];
        if (Layers.Count == 0)
        {
            throw new StoreException(Name, "it holds no layer.", "Look whether the file is whole, or export it again.");
        }
    }

    public string Name { get; }

    public IReadOnlyList<string> Layers { get; }

    public DeliveredLayer Read(string layer, string? encoding, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        progress?.Report(new WorkProgress("converting " + layer, 0));
        var charset = _format.Ending is ".tab" or ".mif" && encoding is not null
            ? MapInfoCharset.NameOf(TextEncodings.Named(Name, encoding))
            : null;
        using var converted = new OgrConversion(_ogr, _path, charset);
        var warnings = converted.Convert(layer, [], new Dictionary<string, string>(), cancel);
        var read = GeoPackageFile.ToLayer(converted.Read(kind: null, progress, cancel), Name, layer);
        return read with
        {
            Clue = read.Clue with
            {
                Source = read.Clue.Source.Replace("the GeoPackage", "the file, through GDAL", StringComparison.Ordinal),
            },
            Notes =
            [
                $"read as {_format.Name} through GDAL",
                .. _format.HasCurves ? [Ogr.ArcNote] : (string[])[],
                .. encoding is null ? [] : (string[])
                    [charset is null ? $"the encoding {encoding} was not used: the file says its own" : $"text is {charset}: given"],
                .. warnings,
                .. read.Notes,
            ],
        };
    }
}
