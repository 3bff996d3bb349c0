using System.Text;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Writes a text file so that it stands under its name only when it is whole.</summary>
internal static class WholeFile
{
    public static void Write(string path, Action<TextWriter> write)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var unfinished = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            using (var writer = new StreamWriter(unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                writer.NewLine = "\n";
                write(writer);
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
