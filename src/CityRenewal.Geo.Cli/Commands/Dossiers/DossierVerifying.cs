using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Service.Dossiers;
using CityRenewal.Geo.Stores.Dossiers;

namespace CityRenewal.Geo.Cli.Commands.Dossiers;

/// <summary>`renewal verify` of a dossier: first the hashes, then everything computed again.</summary>
internal static class DossierVerifying
{
    /// <summary>Whether a file is a zip by its first bytes: a dossier, or something that pretends to be one.</summary>
    public static bool IsZip(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        return stream.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.SequenceEqual("PK\u0003\u0004"u8);
    }

    /// <summary>Verifies and prints.</summary>
    /// <param name="asked">The dossier, the city's file with its mapping, the plan where the dossier holds hashes only, the hash that the office noted.</param>
    /// <param name="threads">Threads to use; no result depends on it.</param>
    /// <param name="asJson">Whether one JSON document is printed.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The exit code.</returns>
    public static int Run((string Dossier, string City, string? Map, string? Input, string? Noted, string? Rules) asked, int threads, bool asJson, CancellationToken cancel)
    {
        var dossier = DossierContents.Open(asked.Dossier);
        IReadOnlyList<DossierDifference> differences = [.. DossierSaid.DifferencesOfNoted(dossier, asked.Noted), .. dossier.Differences];
        var isComputed = differences.Count == 0;
        if (isComputed)
        {
            using var progress = StageLine.OnStandardError();
            var work = new CityWork(CityInput.Open(asked.City, asked.Map, progress, cancel, threads).City) { Threads = threads };
            differences = new DossierVerification(dossier, new DossierDesk(work, progress, cancel) { Tell = Console.Error.WriteLine }) { Input = asked.Input, Rules = asked.Rules }.Differences();
        }

        SayEngine(dossier);
        DossierTable.Print(dossier, differences, (isComputed, asJson));
        return differences.Count == 0 ? ExitCode.Done : ExitCode.Findings;
    }

    private static void SayEngine(DossierContents dossier)
    {
        var (was, now) = (DossierSaid.Text(dossier.Manifest["engine"], "version"), DossierSaid.Text(DossierManifest.OfEngine(), "version"));
        if (was != now && dossier.Differences.Count == 0)
        {
            Console.Error.WriteLine($"note: the dossier was made by version {was} of the engine, this is {now}.");
        }
    }
}
