using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// An opinion on a finding, or an answer to one (核对意见): a record for the file, never an approval. Entries are only ever
/// added, and each vouches with its hash for all before it.
/// </summary>
public sealed record Opinion
{
    /// <summary>What the first entry vouches for.</summary>
    public const string NoHash = "";

    /// <summary>Its number in the record, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it is.</summary>
    public required OpinionKind Kind { get; init; }

    /// <summary>Number of the entry that it answers or corrects; null for a first opinion.</summary>
    public int? RefersTo { get; init; }

    /// <summary>The area.</summary>
    public required string Area { get; init; }

    /// <summary>The project inside the area; empty for the area itself.</summary>
    public string Project { get; init; } = "";

    /// <summary>Id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>SHA-256 of the finding as it was when this was written, 64 hexadecimal digits.</summary>
    public required string FindingHash { get; init; }

    /// <summary>What the author says.</summary>
    public required string Text { get; init; }

    /// <summary>Why; empty where an answer gives none.</summary>
    public required string Reason { get; init; }

    /// <summary>Who says it.</summary>
    public required string Author { get; init; }

    /// <summary>When, as ISO 8601 with its offset, as it was given.</summary>
    public required string Time { get; init; }

    /// <summary>The same chained to what stands before it.</summary>
    /// <param name="before">Hash of the entry before it, or <see cref="NoHash"/>.</param>
    /// <returns>SHA-256, 64 small hexadecimal digits.</returns>
    public string HashAfter(string before)
    {
        // Lengths stand before texts, so that no text can pretend to be two.
        string[] parts =
        [
            before, Number.ToString(CultureInfo.InvariantCulture), Kind.Wire(), RefersTo?.ToString(CultureInfo.InvariantCulture) ?? "",
            Area, Project, Rule, FindingHash, Text, Reason, Author, Time,
        ];
        var text = string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}\n")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
