using System.Text;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Writes a text file so that it stands under its name only when it is whole.</summary>
internal static class WholeFile
{
    public static void Write(string path, Action<TextWriter> write) => WriteStream(path, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.NewLine = "\n";
        write(writer);
    });

    /// <summary>Writes pieces of bytes one after the other.</summary>
    public static void WritePieces(string path, IEnumerable<ReadOnlyMemory<byte>> pieces) => WriteStream(path, stream =>
    {
        foreach (var piece in pieces)
        {
            stream.Write(piece.Span);
        }
    });

    /// <summary>Writes whatever fills a stream.</summary>
    public static void WriteStream(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var unfinished = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(unfinished, full, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public static void WriteLines(string path, IEnumerable<string> lines, CancellationToken cancel) => Write(path, writer =>
    {
        foreach (var line in lines)
        {
            cancel.ThrowIfCancellationRequested();
            writer.WriteLine(line);
        }
    });
}
