namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Which row of a ledger belongs to which feature of a layer.</summary>
internal sealed class LedgerMatch(int features, int rows)
{
    private readonly bool[] _used = new bool[rows];

    /// <summary>Per feature its row in the ledger; -1 where it has none.</summary>
    public int[] RowOf { get; } = [.. Enumerable.Repeat(-1, features)];

    /// <summary>Rows whose key an earlier row has already; the earlier one counts.</summary>
    public List<int> Twice { get; } = [];

    /// <summary>Rows without a key.</summary>
    public List<int> Keyless { get; } = [];

    /// <summary>Rows that belong to no feature.</summary>
    public IReadOnlyList<int> Unmatched =>
        [.. Enumerable.Range(0, rows).Where(row => !_used[row]).Except(Twice).Except(Keyless)];

    /// <summary>Features that have no row.</summary>
    public IReadOnlyList<int> Rowless => [.. Enumerable.Range(0, features).Where(feature => RowOf[feature] < 0)];

    /// <summary>Gives a feature its row; false where it has another already.</summary>
    public bool Set(int feature, int row)
    {
        if (RowOf[feature] >= 0 && RowOf[feature] != row)
        {
            return false;
        }

        RowOf[feature] = row;
        _used[row] = true;
        return true;
    }

    /// <summary>The first row of each key; later ones are noted as repeated, those without a key as keyless.</summary>
    public Dictionary<string, int> FirstRows(IReadOnlyList<string> keys)
    {
        var first = new Dictionary<string, int>(keys.Count, StringComparer.Ordinal);
        for (var row = 0; row < keys.Count; row++)
        {
            if (keys[row].Length == 0)
            {
                Keyless.Add(row);
            }
            else if (!first.TryAdd(keys[row], row))
            {
                Twice.Add(row);
            }
        }

        return first;
    }

    /// <summary>Joins where the codes are the same.</summary>
    public static LedgerMatch ByCode(IReadOnlyList<string> ledger, IReadOnlyList<string> layer)
    {
        var match = new LedgerMatch(layer.Count, ledger.Count);
        var rows = match.FirstRows(ledger);
        for (var feature = 0; feature < layer.Count; feature++)
        {
            if (layer[feature].Length > 0 && rows.TryGetValue(layer[feature], out var row))
            {
                match.Set(feature, row);
            }
        }

        return match;
    }
}
