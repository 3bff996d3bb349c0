namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Where a drafted mapping goes: a file that appears when it is whole, or stdout.</summary>
internal static class DraftOut
{
    public static void Write(string draft, string? path)
    {
        if (path is null)
        {
            Console.Out.Write(draft);
            return;
        }

        WholeFile.Write(path, writer => writer.Write(draft));
        Console.Out.WriteLine($"written: {path}");
    }
}
