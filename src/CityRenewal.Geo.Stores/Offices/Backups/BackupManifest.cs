using System.Text.Json;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Offices.Backups;

/// <summary>What a back-up holds, file by file.</summary>
/// <param name="Form">The form of the back-up; this program writes 1.</param>
/// <param name="Made">When it was begun.</param>
/// <param name="Files">The files, sorted by name.</param>
internal sealed partial record BackupManifest(int Form, DateTimeOffset Made, IReadOnlyList<BackedUpFile> Files)
{
    internal const string Name = "backup.json", Records = "office.sqlite";
    internal const int NewestForm = 1;
    private static readonly JsonSerializerOptions Spelling = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Spelling);

    internal static BackupManifest? Read(Stream json) => JsonSerializer.Deserialize<BackupManifest>(json, Spelling);

    /// <summary>Whether a name is one that a back-up writes: nothing else is ever unpacked.</summary>
    internal static bool IsName(string name) => name == Records || InCity().IsMatch(name);

    [GeneratedRegex(@"\Acities/[a-z0-9][a-z0-9_-]{0,62}/(city\.gpkg|plans/[a-z0-9][a-z0-9_-]{0,62}\.([0-9]{1,9}\.gpkg|plan))\z")]
    private static partial Regex InCity();
}

/// <summary>One file of a back-up.</summary>
/// <param name="Name">Its path in the office, with slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Hash of its content, hexadecimal.</param>
internal sealed record BackedUpFile(string Name, long Bytes, string Sha256);
