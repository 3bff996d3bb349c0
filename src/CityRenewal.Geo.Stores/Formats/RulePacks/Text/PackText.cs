using System.Text;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A rule pack as text, and where to look for what it extends.</summary>
/// <param name="File">The file as people know it.</param>
/// <param name="Yaml">Its text.</param>
/// <param name="Folder">Folder whose packs it may extend before the shipped ones; empty for a shipped pack.</param>
internal sealed record PackText(string File, string Yaml, string Folder)
{
    /// <summary>Reads a file; UTF-8, or GB 18030 as older editors write it.</summary>
    public static PackText Open(string path)
    {
        var bytes = System.IO.File.ReadAllBytes(path);
        var text = (TextEncodings.IsUtf8(bytes) ? Encoding.UTF8 : TextEncodings.Gb18030).GetString(bytes).TrimStart('\uFEFF');
        return new PackText(path, text, Path.GetDirectoryName(Path.GetFullPath(path)) ?? "");
    }

    /// <summary>The pack of that id: beside this one first, then among the shipped; null where there is none.</summary>
    public PackText? Find(string id)
    {
        var beside = Folder.Length > 0 && PackName.IsPack(id)
            ? new[] { ".yaml", ".yml" }.Select(ending => Path.Combine(Folder, id + ending)).FirstOrDefault(System.IO.File.Exists)
            : null;
        return beside is null ? ShippedPacks.Find(id) : Open(beside);
    }
}
