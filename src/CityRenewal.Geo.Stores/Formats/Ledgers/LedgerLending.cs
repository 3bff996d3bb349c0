namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Lends the fields of ledgers to layers and hands the layers on. Which layer a ledger belongs to that no mapping names shows
/// only when the ids of all layers are known: until then they wait.
/// </summary>
internal sealed class LedgerLending
{
    private readonly ImportProblems _problems;
    private readonly CancellationToken _cancel;
    private readonly TakeLayer _take;
    private readonly LedgerShelf _named;
    private readonly IReadOnlyList<ILedgerFile> _unmapped;
    private readonly List<(DeliveredLayer Layer, LayerMapping Mapping, IReadOnlyList<string> Reasons)> _waiting = [];

    public LedgerLending(
        (IReadOnlyList<ILedgerFile> Ledgers, MappingFile? Mapping, string Folder) given, ImportProblems problems, TakeLayer take, CancellationToken cancel)
    {
        (_problems, _cancel, _take) = (problems, cancel, take);
        var named = (given.Mapping?.Layers ?? []).SelectMany(layer => layer.Ledgers).Select(ledger => ledger.File)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        _unmapped = [.. given.Ledgers.Where(ledger => !named.Contains(ledger.Name))];
        _named = new LedgerShelf(given.Ledgers, given.Folder, problems, cancel);
    }

    /// <summary>Rows of ledgers joined by name, for a person to confirm.</summary>
    public IReadOnlyList<NameMatch> MatchList => _named.MatchList;

    /// <summary>Joins a layer with the ledgers that its mapping names.</summary>
    public void Take(DeliveredLayer delivered, LayerMapping mapping, IReadOnlyList<string> reasons)
    {
        var joined = _named.Join(delivered, mapping);
        if (_unmapped.Count > 0)
        {
            _waiting.Add((joined, mapping, reasons));
        }
        else
        {
            _take(joined, mapping, reasons);
        }
    }

    /// <summary>Joins the layers that waited with the ledgers that no mapping names.</summary>
    public void TakeWaiting()
    {
        var ledgers = new UnmappedLedgers(_waiting.Count > 0 ? _unmapped : [], _problems, _cancel);
        var joined = ledgers.Join([.. _waiting.Select(layer => (layer.Layer, layer.Mapping))]);
        for (var i = 0; i < joined.Count; i++)
        {
            _take(joined[i], _waiting[i].Mapping, _waiting[i].Reasons);
        }
    }
}
