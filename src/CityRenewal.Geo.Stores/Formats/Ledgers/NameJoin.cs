namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Joins by name. A row is joined where exactly one feature, or the parts of one, bear its name; names that are only alike, or that several
/// features bear, are candidates for a person, whose decisions come first.
/// </summary>
internal sealed class NameJoin
{
    private const int MostCandidates = 3;
    private const double LeastAlike = 0.6;

    private readonly AttributeLedger _ledger;
    private readonly int _column;
    private readonly string[] _written;
    private readonly string[] _names;
    private readonly string[] _ids;
    private readonly ILookup<string, int> _byName;
    private readonly ILookup<string, int> _byNumbers;

    public NameJoin(AttributeLedger ledger, int column, string[] names, string[] ids)
    {
        (_ledger, _column, _written, _ids) = (ledger, column, names, ids);
        _names = [.. names.Select(LedgerKeys.Name)];
        var named = Enumerable.Range(0, names.Length).Where(feature => _names[feature].Length > 0).ToList();
        _byName = named.ToLookup(feature => _names[feature], StringComparer.Ordinal);
        _byNumbers = named.ToLookup(feature => LedgerKeys.Numbers(_names[feature]), StringComparer.Ordinal);
    }

    /// <summary>The join, and the match list: what was decided, then what is still to be decided.</summary>
    public (LedgerMatch Match, IReadOnlyList<NameMatch> List) Join(IReadOnlyList<NameMatch> decided)
    {
        string[] keys = [.. _ledger.Rows.Select(row => LedgerKeys.Name(row[_column]))];
        var match = new LedgerMatch(_names.Length, keys.Length);
        var rows = match.FirstRows(keys);
        var list = new List<NameMatch>(decided.Where(known => known.Decision is not null));
        Decide(match, list);
        foreach (var (name, row) in rows)
        {
            if (IsOne(_byName[name]))
            {
                foreach (var feature in _byName[name])
                {
                    match.Set(feature, row);
                }
            }
        }

        foreach (var row in match.Unmatched)
        {
            list.AddRange(Candidates(row, keys[row], match)
                .Where(found => !list.Any(known => known.LedgerRow == found.LedgerRow && known.CandidateId == found.CandidateId)));
        }

        var sorted = list.OrderBy(found => found.LedgerRow).ThenByDescending(found => found.Score);
        return (match, [.. sorted.ThenBy(found => found.CandidateId, StringComparer.Ordinal)]);
    }

    // The parts of a building bear its code and its name, and are one.
    private bool IsOne(IEnumerable<int> features)
    {
        var ids = features.Select(feature => _ids[feature]).ToList();
        return ids.Count == 1 || (ids.Count > 1 && ids[0].Length > 0 && ids.TrueForAll(id => id == ids[0]));
    }

    // A decision holds for the row and the name that it was made for; a ledger that changed since then asks for a new list.
    private void Decide(LedgerMatch match, List<NameMatch> decided)
    {
        var rows = Enumerable.Range(0, _ledger.Rows.Count).ToDictionary(row => _ledger.Rows[row].Number);
        var features = Enumerable.Range(0, _ids.Length).ToLookup(feature => _ids[feature], StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var known in decided)
        {
            var isRow = rows.TryGetValue(known.LedgerRow, out var row)
                && LedgerKeys.Name(_ledger.Rows[row][_column]) == LedgerKeys.Name(known.LedgerName);
            if (!isRow || !features.Contains(known.CandidateId))
            {
                wrong.Add($"row {known.LedgerRow} '{known.LedgerName}' with '{known.CandidateId}'");
            }
            else if (known.Decision == true && !features[known.CandidateId].All(feature => match.Set(feature, row)))
            {
                wrong.Add($"'{known.CandidateId}' has two rows, the second {known.LedgerRow}");
            }
        }

        if (wrong.Count > 0)
        {
            throw new StoreException(
                _ledger.Title,
                $"{wrong.Count} decisions of the match list do not fit: {string.Join(", ", wrong.Take(5))}{(wrong.Count > 5 ? ", …" : "")}.",
                "The ledger or the layer has changed since, or a feature was given twice: "
                    + "write the list anew with --match-list and decide those rows again.");
        }
    }

    private IEnumerable<NameMatch> Candidates(int row, string name, LedgerMatch match)
    {
        var same = _byName[name].ToList();
        var alike = same.Count > 0
            ? same.Select(feature => (Feature: feature, Score: 1.0))
            : _byNumbers[LedgerKeys.Numbers(name)]
                .Where(feature => match.RowOf[feature] < 0)
                .Select(feature => (Feature: feature, Score: Alikeness.Of(name, _names[feature])))
                .Where(found => found.Score >= LeastAlike);
        return alike.OrderByDescending(found => found.Score).ThenBy(found => _ids[found.Feature], StringComparer.Ordinal)
            .Take(same.Count > 0 ? same.Count : MostCandidates)
            .Select(found => Undecided(_ledger.Rows[row], found.Feature, found.Score));
    }

    private NameMatch Undecided(SheetRow row, int feature, double score) => new(
        _ledger.File, row.Number, row[_column], _ids[feature], _written[feature], Math.Round(score, 2), Decision: null);
}
