using System.Text.Encodings.Web;
using System.Text.Json;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Prints one JSON document to stdout, names as they are written, Chinese as Chinese.</summary>
internal static class JsonOut
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Print(object document) => Console.Out.WriteLine(JsonSerializer.Serialize(document, Readable));
}
