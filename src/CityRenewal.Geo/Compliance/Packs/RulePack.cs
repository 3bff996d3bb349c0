using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// A rule pack (规则包): the legal and local limits as data, each with citation, scope, strength and assumptions. What a pack
/// extends is already taken in: its rules come first, and a rule or parameter of the same name replaces the older one.
/// </summary>
public sealed record RulePack
{
    /// <summary>Name: place and year, as chongqing-2025.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the pack's own text.</summary>
    public required string Version { get; init; }

    /// <summary>What it holds, in English.</summary>
    public required string Title { get; init; }

    /// <summary>What it holds, in Chinese.</summary>
    public required string TitleChinese { get; init; }

    /// <summary>Under which licence its text may be used; empty where it says none.</summary>
    public string Licence { get; init; } = "";

    /// <summary>
    /// Whether the pack is a draft (草案): written from what is told of a text, not from the text. Each of its own rules says so,
    /// and none of its passes is a plain pass.
    /// </summary>
    public bool IsDraft { get; init; }

    /// <summary>Packs that it extends, nearest first.</summary>
    public IReadOnlyList<string> Extends { get; init; } = [];

    /// <summary>Hash of its text and of all it extends: a plan names the rules that it was made under.</summary>
    public required string Hash { get; init; }

    /// <summary>The limits file that the request's own rules stand in, so that a plan can be opened under them again; empty where it has none.</summary>
    public string RequestText { get; init; } = "";

    /// <summary>Texts that its rules cite.</summary>
    public required IReadOnlyList<PackSource> Sources { get; init; }

    /// <summary>Its numbers, by name.</summary>
    public required IReadOnlyDictionary<string, PackParameter> Parameters { get; init; }

    /// <summary>Its rules, in the order of every table and output.</summary>
    public required IReadOnlyList<PackRule> Rules { get; init; }

    /// <summary>The categories that parcels and areas are put in, with the profiles of their needs.</summary>
    public CategoryDefinitions Categories { get; init; } = CategoryDefinitions.Default;

    /// <summary>What is monitored elsewhere.</summary>
    public IReadOnlyList<MonitoredIndicator> Monitored { get; init; } = [];
}
