using System.Text;
using System.Text.Json;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A GeoJSON file: one layer, in UTF-8 unless the user says otherwise.</summary>
internal sealed class GeoJsonFile(string path) : IDeliveredFile
{
    public string Name { get; } = Path.GetFileName(path);

    public IReadOnlyList<string> Layers => [Path.GetFileNameWithoutExtension(path)];

    public DeliveredLayer Read(string layer, string? encoding, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var notes = new List<string>();
        var json = ToUtf8(ReadBytes(), encoding, notes);
        var parser = new GeoJsonParser(Name, json, progress, cancel);
        try
        {
            return parser.Parse(layer, notes);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw new StoreException(
                Name,
                $"it is not whole GeoJSON near line {LineOf(json, parser.Position)}: {WordsOf(broken)}",
                "Export it again, or open it in an editor at that line.",
                broken);
        }
    }

    private byte[] ReadBytes()
    {
        var length = new FileInfo(path).Length;
        if (length > Array.MaxLength)
        {
            throw new StoreException(Name, $"it has {length:N0} bytes, more than 2 GB.", "Convert it to GeoPackage, or split it.");
        }

        return File.ReadAllBytes(path);
    }

    private byte[] ToUtf8(byte[] bytes, string? encoding, List<string> notes)
    {
        if (encoding is null && TextEncodings.IsUtf8(bytes))
        {
            return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        }

        var source = encoding is null ? TextEncodings.Gb18030 : TextEncodings.Named(Name, encoding);
        notes.Add(encoding is null ? "text is GB18030: it is not UTF-8" : $"text is {source.WebName}: given");
        return Encoding.Convert(source, Encoding.UTF8, bytes);
    }

    // What the parser of this project says is plain; what the library says is not.
    private static string WordsOf(Exception broken) => broken.GetType() == typeof(JsonException)
        ? broken.Message
        : "a value, comma, quote or bracket is missing or too many there.";

    private static int LineOf(ReadOnlySpan<byte> json, long position) =>
        1 + json[..(int)Math.Min(position, json.Length)].Count((byte)'\n');
}
