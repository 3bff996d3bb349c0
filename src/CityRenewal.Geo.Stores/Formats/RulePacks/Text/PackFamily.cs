namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A pack and all that it extends, each once: what is extended comes before what extends it.</summary>
internal sealed class PackFamily
{
    private readonly List<PackDocument> _inOrder = [];
    private readonly List<string> _names = [];
    private readonly List<RulePackProblem> _found;

    private PackFamily(List<RulePackProblem> found) => _found = found;

    /// <summary>The packs, the one asked for last.</summary>
    public IReadOnlyList<PackDocument> Packs => _inOrder;

    /// <summary>The rules of a request alone, or beside a pack.</summary>
    /// <param name="family">The pack with all that it extends; null where there is none.</param>
    /// <param name="request">The rules of the request.</param>
    public static PackFamily With(PackFamily? family, PackDocument request)
    {
        var wider = new PackFamily(family?._found ?? []);
        wider._inOrder.AddRange([.. family?.Packs ?? [], request]);
        return wider;
    }

    /// <summary>Loads a pack with all that it extends; null where it has no top at all.</summary>
    public static PackFamily? Load(PackText text, List<RulePackProblem> found)
    {
        var family = new PackFamily(found);
        if (PackDocument.Load(text, found) is not { } document)
        {
            return null;
        }

        family.Take(document, []);
        return family;
    }

    private void Take(PackDocument document, IReadOnlyList<string> above)
    {
        IReadOnlyList<string> round = [.. above, document.Id];
        foreach (var entry in document.Extends)
        {
            var id = entry.Text();
            if (id.Length == 0 || _names.Contains(id))
            {
                continue;
            }

            if (round.Contains(id))
            {
                entry.Trouble(PackSenseTroubles.ExtendsCycle([.. round.SkipWhile(name => name != id), id]));
            }
            else if (Load(document, entry, id) is { } extended)
            {
                Take(extended, round);
            }
        }

        _inOrder.Add(document);
        _names.Add(document.Id);
    }

    private PackDocument? Load(PackDocument from, PackNode entry, string id)
    {
        if (from.Text.Find(id) is not { } text)
        {
            entry.Trouble(PackSenseTroubles.NoPack(id, from.Text.Folder));
            return null;
        }

        var document = PackDocument.Load(text, _found);
        if (document is not null && document.Id != id)
        {
            entry.Trouble(PackSenseTroubles.OtherName(id, document.Id));
            return null;
        }

        return document;
    }
}
