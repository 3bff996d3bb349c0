using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Ledgers that no mapping names: each is joined to the one layer whose ids stand in one of its columns, and the report
/// says so.
/// </summary>
internal sealed class UnmappedLedgers(IReadOnlyList<ILedgerFile> files, ImportProblems problems, CancellationToken cancel)
{
    /// <summary>A column holds the ids of a layer where at least this share of its values are ids.</summary>
    private const double LeastShare = 0.5;

    /// <summary>The layers, each with the fields of the ledgers that belong to it.</summary>
    public IReadOnlyList<DeliveredLayer> Join(IReadOnlyList<(DeliveredLayer Layer, LayerMapping Mapping)> given)
    {
        var layers = given.Select(pair => pair.Layer).ToList();
        string[][] ids = [.. given.Select(pair => LedgerShelf.IdsOf(pair.Layer, pair.Mapping))];
        HashSet<string>[] codes = [.. given.Select((pair, i) => HasIds(pair) ? CodesOf(ids[i]) : [])];
        foreach (var file in files)
        {
            if (problems.Try(() => Read(file)) is not { } ledger)
            {
                continue;
            }

            var found = Enumerable.Range(0, layers.Count).Select(i => (Layer: i, Best: BestColumn(ledger, codes[i])))
                .Where(pair => pair.Best.Share >= LeastShare).ToList();
            if (found.Count != 1)
            {
                Ask(ledger, [.. found.Select(pair => $"{layers[pair.Layer].File}/{layers[pair.Layer].Name}")]);
                continue;
            }

            var (layer, (column, _)) = found[0];
            var match = LedgerMatch.ByCode(ledger.Codes(column), [.. ids[layer].Select(LedgerKeys.Code)]);
            var how = $"{ledger.Fields[column]} = the id (no mapping names this ledger)";
            layers[layer] = new LedgerJoin(layers[layer], ledger, how, row => ids[layer][row]).Add(match, toConfirm: 0);
        }

        return layers;
    }

    private AttributeLedger Read(ILedgerFile file) =>
        LedgerHeading.Read(file.Read(sheet: null, encoding: null, cancel), given: null, key: null);

    // The number in the file is no id: any column that counts 1, 2, 3, … would hold it.
    private static bool HasIds((DeliveredLayer Layer, LayerMapping Mapping) pair) =>
        pair.Mapping.Id.Any(name => pair.Layer.Field(name) is not null);

    private static HashSet<string> CodesOf(string[] ids) =>
        ids.Select(LedgerKeys.Code).Where(code => code.Length > 0).ToHashSet(StringComparer.Ordinal);

    private static (int Column, double Share) BestColumn(AttributeLedger ledger, HashSet<string> ids) => Enumerable
        .Range(0, ledger.Fields.Count)
        .Where(column => ledger.Fields[column].Length > 0)
        .Select(column => (Column: column, Share: Share(ledger, column, ids)))
        .OrderByDescending(found => found.Share).ThenBy(found => found.Column)
        .FirstOrDefault();

    private static double Share(AttributeLedger ledger, int column, HashSet<string> ids)
    {
        var codes = ledger.Codes(column).Where(code => code.Length > 0).ToList();
        return codes.Count == 0 ? 0 : (double)codes.Count(ids.Contains) / codes.Count;
    }

    private void Ask(AttributeLedger ledger, IReadOnlyList<string> layers) => problems.Add(
        ledger.Title,
        layers.Count == 0
            ? "no column of it holds the ids of a given layer; its fields are "
                + $"{string.Join(", ", ledger.Fields.Where(name => name.Length > 0))}."
            : $"it holds ids of {layers.Count} layers: {string.Join(", ", layers)}.",
        "Say in the mapping which layer it belongs to: `ledgers: [{ file: …, key: { field of the ledger: field of the layer } }]`.");
}
