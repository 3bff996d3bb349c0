namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The programs of GDAL as separate processes: they list layers, and turn one into a GeoPackage.</summary>
/// <param name="Info">Program that lists layers.</param>
/// <param name="Convert">Program that converts them.</param>
/// <param name="Limit">The longest that one run may take.</param>
internal sealed record Ogr(string Info, string Convert, TimeSpan Limit)
{
    // An arc becomes chords of one degree, which keep within 1 − cos 0.5° of the radius.
    private const string ArcStep = "1";

    /// <summary>How arcs are straightened, for people.</summary>
    public const string ArcNote =
        "arcs became chords of 1° at most, which stay within 0.004 % of the radius (4 mm at a radius of 100 m)";

    /// <summary>The programs as they are installed.</summary>
    public static readonly Ogr Installed = new("ogrinfo", "ogr2ogr", TimeSpan.FromMinutes(30));

    private static readonly string[] Noise = ["->", "FAILURE:", "Warning"];

    // Files can name other sources in them: what is read is the file itself and nothing beside it.
    private static readonly Dictionary<string, string> Environment = new()
    {
        ["OGR_SKIP"] = "OGR_VRT,VRT,WFS,OAPIF,CSW,HTTP,GMLAS,NAS,Elasticsearch,PLSCENES,Carto,AmigoCloud,NGW",
        ["OGR_ARC_STEPSIZE"] = ArcStep,
        ["GDAL_HTTP_TIMEOUT"] = "1",
        ["LC_ALL"] = "C.UTF-8",
    };

    /// <summary>What ogrinfo says.</summary>
    public string Ask(string path, IReadOnlyList<string> arguments, CancellationToken cancel) =>
        Run(Info, path, arguments, [], cancel).Output;

    /// <summary>Runs the conversion and returns what it wrote to its output, and its warnings.</summary>
    public OutsideProgram.Ending Turn(
        string path, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> further, CancellationToken cancel) =>
        Run(Convert, path, arguments, further, cancel);

    private OutsideProgram.Ending Run(
        string program,
        string path,
        IReadOnlyList<string> arguments,
        IEnumerable<KeyValuePair<string, string>> further,
        CancellationToken cancel)
    {
        var name = Path.GetFileName(path);
        try
        {
            var ended = OutsideProgram.Run(program, arguments, Environment.Concat(further).ToDictionary(), Limit, cancel)
                ?? throw new StoreException(
                    name,
                    $"it is read through {program} of GDAL, which is not installed.",
                    "Install it (apt-get install gdal-bin), or convert the file to GeoPackage elsewhere.");
            return ended.Code == 0 ? ended : throw new StoreException(
                name,
                $"GDAL cannot read it: {FirstOf(ended.Complaints, path)}.",
                "Look whether the file is whole and is what its ending says, or export it to GeoPackage.");
        }
        catch (TimeoutException slow)
        {
            throw new StoreException(
                name,
                $"{program} was ended after {Limit.TotalMinutes:N0} minutes.",
                "Convert the file to GeoPackage by itself, or split it.",
                slow);
        }
    }

    // Paths of this machine say nothing to the reader.
    private static string FirstOf(string complaints, string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))! + "/";
        var reason = complaints.Split('\n').Select(line => line.Trim())
            .FirstOrDefault(line => line.Length > 0 && !Noise.Any(word => line.StartsWith(word, StringComparison.Ordinal)));
        return (reason ?? "it gave no reason").Replace(folder, "", StringComparison.Ordinal).TrimEnd('.');
    }
}
