namespace CityRenewal.Geo.Stores.Formats;

/// <summary>One file of a rule pack, its parts not yet read.</summary>
/// <param name="Text">The file.</param>
/// <param name="Top">Its top.</param>
/// <param name="Fields">The fields of its top.</param>
/// <param name="Notes">Where its troubles go.</param>
internal sealed record PackDocument(PackText Text, PackNode Top, PackFields Fields, PackNotes Notes)
{
    private static readonly PackKeys Keys = new(
        ["pack", "version", "title", "title_zh", "licence", "sources", "rules"], ["extends", "parameters", "categories", "monitored", "status"]);

    /// <summary>Whether it is the rules of a request, which need cite nothing.</summary>
    public bool IsRequest { get; init; }

    /// <summary>Name of the pack; empty where it has none.</summary>
    public string Id { get; } = Top.HasFields && Fields["pack"] is { } id ? id.Text() : "";

    /// <summary>The packs that it extends, with where that stands.</summary>
    public IReadOnlyList<PackNode> Extends { get; } = Fields["extends"] is { } extends ? extends.Items() : [];

    /// <summary>Whether it says that it is a draft.</summary>
    public bool IsDraft { get; } = Fields["status"]?.Word(new Dictionary<string, bool> { ["draft"] = true, ["in_force"] = false }) ?? false;

    /// <summary>Reads the top of a file; null where there is none.</summary>
    public static PackDocument? Load(PackText text, List<RulePackProblem> found)
    {
        var notes = new PackNotes(text.File, found);
        if (PackYaml.Load(text.Yaml, notes) is not { } top)
        {
            return null;
        }

        var document = new PackDocument(text, top, top.Fields(Keys), notes);
        if (document.Id.Length > 0 && !PackName.IsPack(document.Id))
        {
            document.Fields["pack"]!.Trouble(PackShapeTroubles.BadName(document.Id, "chongqing-2025"));
        }

        return document;
    }

    /// <summary>The entries of a list of the pack; none where it has no such list.</summary>
    public IReadOnlyList<PackNode> Items(string part) => Fields[part]?.Items() ?? [];
}
