using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Dossiers;

/// <summary>Writes the files of a dossier as one zip, and reads such a zip without trusting it.</summary>
internal static class DossierZip
{
    private const long LargestFile = 2_000_000_000;
    private const int MostEntries = 200;
    private const string Remedy = "Do not trust this file; ask whoever made the dossier for it again.";

    /// <summary>The zip.</summary>
    public static void Write(Stream stream, IReadOnlyList<DossierEntry> entries)
    {
        foreach (var entry in entries)
        {
            stream.Write(ZipLayout.LocalOf(entry));
            stream.Write(entry.Packed.Span);
        }

        stream.Write(ZipLayout.ListOf(entries));
    }

    /// <summary>The files of a dossier; nothing is unpacked yet.</summary>
    /// <exception cref="StoreException">It is no zip, one that must not be unpacked, or not laid out as a dossier is.</exception>
    public static IReadOnlyList<DossierEntry> Read(string path)
    {
        var name = Path.GetFileName(path);
        if (new FileInfo(path) is { Length: > LargestFile } file)
        {
            throw new StoreException(name, $"it has {file.Length:N0} bytes; a dossier has at most {LargestFile:N0}.", Remedy);
        }

        var listed = ZipContents.List(path);
        var twice = listed.GroupBy(each => each.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(each => each.Count() > 1);
        if (twice is not null)
        {
            throw new StoreException(name, $"it holds '{twice.Key}' {twice.Count()} times.", Remedy);
        }

        return Walk(name, File.ReadAllBytes(path));
    }

    private static List<DossierEntry> Walk(string name, ReadOnlyMemory<byte> zip)
    {
        var entries = new List<DossierEntry>();
        var at = 0;
        while (entries.Count < MostEntries && ZipLayout.EntryAt(zip, at) is { } entry)
        {
            Require(entry.Name.All(IsPlain) && !entry.Name.Split('/').Contains(".."), name, $"its file '{entry.Name}' has a name that no dossier gives.");
            Require(entries.TrueForAll(other => other.Name != entry.Name), name, $"it holds '{entry.Name}' twice.");
            var head = ZipLayout.LocalOf(entry);
            RequireSame(zip.Span.Slice(at, head.Length), head, name, $"the head of its file '{entry.Name}'", at);
            entries.Add(entry);
            at += head.Length + entry.Packed.Length;
        }

        RequireSame(zip.Span[at..], ZipLayout.ListOf(entries), name, "its list of files", at);
        return entries;
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-' or '_' or '/';

    private static void RequireSame(ReadOnlySpan<byte> found, ReadOnlySpan<byte> wanted, string name, string place, int at)
    {
        var same = found.CommonPrefixLength(wanted);
        Require(same == found.Length && same == wanted.Length, name, $"{place} is not as a dossier has it, from byte {at + same:N0} on.");
    }

    private static void Require(bool holds, string name, string problem)
    {
        if (!holds)
        {
            throw new StoreException(name, problem, Remedy);
        }
    }
}
