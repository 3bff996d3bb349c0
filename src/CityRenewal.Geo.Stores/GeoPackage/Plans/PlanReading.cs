using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>Reads a plan's file back.</summary>
internal sealed class PlanReading : IDisposable
{
    private readonly SqliteFile _file;

    private PlanReading(string path) => _file = SqliteFile.OpenToRead(path);

    /// <summary>The plan.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mark">The table that every plan has and no other file.</param>
    public static StoredPlan Of(string path, string mark)
    {
        using var reading = new PlanReading(path);
        if (!reading._file.HasTable(mark) || !reading._file.HasTable(PlanLayers.AreaParcels))
        {
            throw new StoreException(path, "The file is no plan.", "Give a file that renewal propose or renewal edit wrote.");
        }

        return reading.Plan(mark);
    }

    public void Dispose() => _file.Dispose();

    private StoredPlan Plan(string mark)
    {
        var record = Pairs($"SELECT name, value FROM {mark}");
        var hasRules = record.ContainsKey("rule_pack");
        var parameters = $"SELECT name, value FROM {PlanTables.NameOfParameters}";
        var limits = StoredLimits.In(_file);
        return new StoredPlan
        {
            Areas = Areas(),
            Dispositions = Dispositions(),
            Options = StoredOptions.From(Pairs(hasRules ? $"{parameters} WHERE \"of\" = 'option'" : parameters), record) with { Limits = limits.Limits },
            RequestRules = limits.Rules,
            Bound = StoredOptions.Number(record, "bound_m2"),
            ObligatoryBenefit = StoredOptions.Number(record, "obligatory_benefit_m2") ?? 0,
            DataVersion = record.GetValueOrDefault("data_version") ?? "",
            Work = record.GetValueOrDefault("work") ?? "",
            RulePack = record.GetValueOrDefault("rule_pack"),
            RulePackHash = record.GetValueOrDefault("rule_pack_hash"),
            RuleNumbers = hasRules ? Numbers($"{parameters} WHERE \"of\" <> 'option' AND value IS NOT NULL") : new Dictionary<string, double>(),
            Notes = [.. Rows("SELECT code, text, text_chinese FROM notes ORDER BY rowid", 3).Select(row => new PlanNote(row[0], row[1], row[2]))],
            Edits = _file.HasTable(PlanTables.NameOfEdits)
                ? [.. Rows($"SELECT command, text, text_chinese FROM {PlanTables.NameOfEdits} ORDER BY CAST(number AS INTEGER)", 3).Select(row => new AppliedEdit(row[0], row[1], row[2]))]
                : [],
        };
    }

    private List<(string, IReadOnlyList<string>)> Areas()
    {
        var parcels = Rows($"SELECT area_id, parcel_id FROM {PlanLayers.AreaParcels}", 2).ToLookup(row => row[0], row => row[1]);
        return [.. _file.Texts($"SELECT area_id FROM {PlanLayers.RenewalAreas} ORDER BY rowid").Select(id => (id, (IReadOnlyList<string>)[.. parcels[id]]))];
    }

    private List<(string, Disposition, DemolitionKind, string)> Dispositions() =>
    [
        .. Rows($"SELECT building_id, disposition, demolition_kind, reason FROM {PlanLayers.Dispositions} ORDER BY rowid", 4).Select(row => (
            row[0],
            row[1] switch { "renovate" => Disposition.Renovate, "demolish" => Disposition.Demolish, _ => Disposition.Retain },
            row[2] switch { "exempt" => DemolitionKind.Exempt, "elective_candidate" => DemolitionKind.ElectiveCandidate, _ => DemolitionKind.None },
            row[3])),
    ];

    private Dictionary<string, string> Pairs(string sql) => Rows(sql, 2).ToDictionary(row => row[0], row => row[1]);

    private Dictionary<string, double> Numbers(string sql) =>
        Pairs(sql).ToDictionary(pair => pair.Key, pair => double.Parse(pair.Value, CultureInfo.InvariantCulture));

    private List<string[]> Rows(string sql, int columns)
    {
        var rows = new List<string[]>();
        using var statement = _file.Prepare(sql);
        while (statement.Step())
        {
            rows.Add([.. Enumerable.Range(0, columns).Select(column => statement.IsNull(column) ? "" : statement.Text(column))]);
        }

        return rows;
    }
}
