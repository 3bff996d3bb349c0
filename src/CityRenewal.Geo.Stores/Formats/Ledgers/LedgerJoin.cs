using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Adds the fields of a ledger to those of a layer and lists, in both directions, what found no partner.</summary>
internal sealed class LedgerJoin(DeliveredLayer layer, AttributeLedger ledger, string how, Func<int, string> idOf)
{
    private const int FirstFew = 5;

    /// <summary>The layer with the ledger's fields, with defects and notes of the join.</summary>
    public DeliveredLayer Add(LedgerMatch match, int toConfirm)
    {
        var joined = match.RowOf.Count(row => row >= 0);
        var clashes = new List<string>();
        var columns = Columns(match, clashes);
        List<Defect> defects = [.. Defects(match, toConfirm)];
        string[] notes =
        [
            .. layer.Notes,
            .. ledger.Notes.Select(note => $"{ledger.Title}: {note}"),
            $"{ledger.Title}: {joined:N0} of {layer.Fids.Length:N0} features joined to its {ledger.Rows.Count:N0} rows by {how}",
            .. match.Keyless.Count == 0 ? [] : (string[])
                [$"{ledger.Title}: {match.Keyless.Count:N0} rows have no key and were left out: {RowNumbers(match.Keyless)}"],
            .. clashes.Count == 0 ? [] : (string[])
                [$"{ledger.Title}: fields that the layer has too are called {string.Join(", ", clashes)}"],
            .. defects.Select(defect => defect.Message),
        ];
        return layer with
        {
            Columns = [.. layer.Columns, .. columns],
            LentFields = [.. layer.LentFields, .. columns.Select(column => column.Name)],
            Notes = notes,
            Defects = [.. layer.Defects, .. defects],
        };
    }

    private List<SourceColumn> Columns(LedgerMatch match, List<string> clashes)
    {
        var columns = new List<SourceColumn>();
        for (var field = 0; field < ledger.Fields.Count; field++)
        {
            var name = ledger.Fields[field];
            if (name.Length == 0)
            {
                continue;
            }

            if (layer.Columns.Any(own => string.Equals(own.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                name = $"{ledger.File}/{name}";
                clashes.Add(name);
            }

            var column = field;
            columns.Add(new TextSource(name, TextColumn.From(match.RowOf.Select(row => row < 0 ? "" : ledger.Rows[row][column]))));
        }

        return columns;
    }

    private IEnumerable<Defect> Defects(LedgerMatch match, int toConfirm)
    {
        var place = FeaturePlace.WholeLayer(layer.Name);
        if (match.Unmatched is { Count: > 0 } unmatched)
        {
            yield return LedgerDefects.RowWithoutFeature.At(
                place,
                $"{ledger.Title}, {unmatched.Count:N0} of {ledger.Rows.Count:N0} rows by {how}: {RowNumbers(unmatched)}");
        }

        if (match.Twice.Count > 0)
        {
            yield return LedgerDefects.RepeatedKey.At(
                place,
                $"{ledger.Title}, {match.Twice.Count:N0} rows repeat the key of an earlier one: {RowNumbers(match.Twice)}");
        }

        if (match.Rowless is { Count: > 0 } rowless)
        {
            yield return LedgerDefects.FeatureWithoutRow.At(
                place,
                $"{ledger.Title}, {rowless.Count:N0} of {layer.Fids.Length:N0} features by {how}: {Few(rowless, idOf)}");
        }

        if (toConfirm > 0)
        {
            yield return LedgerDefects.ToConfirm.At(place, $"{ledger.Title}, {toConfirm:N0} rows by {how}");
        }
    }

    private string RowNumbers(IReadOnlyList<int> rows) => Few(rows, row => $"row {ledger.Rows[row].Number}");

    private static string Few(IReadOnlyList<int> found, Func<int, string> named) =>
        string.Join(", ", found.Take(FirstFew).Select(named)) + (found.Count > FirstFew ? ", …" : "");
}
