using System.Globalization;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The ledgers given to an import, and their joins to layers.</summary>
internal sealed class LedgerShelf(
    IReadOnlyList<ILedgerFile> files, string mappingFolder, ImportProblems problems, CancellationToken cancel)
{
    private readonly Dictionary<(string File, LedgerMapping Mapping), AttributeLedger> _read = [];

    /// <summary>Names that were decided by a person, and those that are to be.</summary>
    public List<NameMatch> MatchList { get; } = [];

    /// <summary>The layer with the fields of the ledgers that its mapping names.</summary>
    public DeliveredLayer Join(DeliveredLayer layer, LayerMapping mapping)
    {
        foreach (var ledger in mapping.Ledgers)
        {
            var before = layer;
            layer = problems.Try(() => Join(before, mapping, ledger)) ?? layer;
        }

        return layer;
    }

    /// <summary>The ids of a layer as texts: of its id field, else the numbers in its file.</summary>
    public static string[] IdsOf(DeliveredLayer layer, LayerMapping mapping)
    {
        var field = mapping.Id.Select(layer.Field).FirstOrDefault(found => found is not null);
        return [.. Enumerable.Range(0, layer.Fids.Length)
            .Select(row => field?.TextOf(row) ?? layer.Fids[row].ToString(CultureInfo.InvariantCulture))];
    }

    private DeliveredLayer Join(DeliveredLayer layer, LayerMapping mapping, LedgerMapping join)
    {
        var ledger = Read(join);
        var column = ledger.Needed(join.LedgerField, join.Line);
        var field = layer.Field(join.LayerField) ?? throw new StoreException(
            $"{layer.File}, mapping line {join.Line}",
            $"layer {layer.Name} has no field '{join.LayerField}' to join {join.File} by.",
            $"It has {string.Join(", ", layer.Columns.Select(found => found.Name))}.");
        string[] keys = [.. Enumerable.Range(0, layer.Fids.Length).Select(field.TextOf)];
        var ids = IdsOf(layer, mapping);
        var adding = new LedgerJoin(layer, ledger, $"{ledger.Fields[column]} = {field.Name}", row => ids[row]);
        if (!join.IsByName)
        {
            return adding.Add(LedgerMatch.ByCode(ledger.Codes(column), [.. keys.Select(LedgerKeys.Code)]), toConfirm: 0);
        }

        var (match, list) = new NameJoin(ledger, column, keys, ids).Join(Decided(join));
        MatchList.AddRange(list);
        return adding.Add(match, list.Where(found => found.Decision is null).Select(found => found.LedgerRow).Distinct().Count());
    }

    private AttributeLedger Read(LedgerMapping join)
    {
        var file = files.FirstOrDefault(found => string.Equals(found.Name, join.File, StringComparison.OrdinalIgnoreCase))
            ?? throw new StoreException(
                $"mapping line {join.Line}", $"no given file is the ledger '{join.File}'.", "Give that file too, or take the entry out.");
        if (!_read.TryGetValue((file.Name, join), out var ledger))
        {
            var sheet = file.Read(join.Sheet, join.Encoding, cancel);
            ledger = _read[(file.Name, join)] = LedgerHeading.Read(sheet, join.HeaderRows, join.LedgerField);
        }

        return ledger;
    }

    private IReadOnlyList<NameMatch> Decided(LedgerMapping join) => join.Confirmed is not { } path
        ? []
        : [.. Formats.MatchList.Read(Path.Combine(mappingFolder, path), cancel)
            .Where(found => string.Equals(found.LedgerFile, join.File, StringComparison.OrdinalIgnoreCase))];
}
