using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>
/// What identifies a finding of a plan's file: its verdict, numbers, evidence and assumptions. Titles, wording and the versions
/// of layers are left out: a finding that says the same of the same land is the same.
/// </summary>
internal static class FindingHashes
{
    private static readonly string[] Columns =
    [
        "verdict", "measured", "measured_low", "measured_high", "limit_in_force", "sense", "unit", "reason", "assumptions", "numerator", "denominator",
        "evidence_parcels", "evidence_buildings", "evidence_others", "strips", "members", "readings",
    ];

    /// <summary>SHA-256 of every finding, by area, project and rule; empty where the plan was made under no rules.</summary>
    public static IReadOnlyDictionary<(string Area, string Project, string Rule), string> Of(SqliteFile file)
    {
        var hashes = new Dictionary<(string, string, string), string>();
        if (!file.HasTable(FindingLayer.Name))
        {
            return hashes;
        }

        var there = file.Texts("SELECT name FROM pragma_table_info(?1)", FindingLayer.Name).ToHashSet(StringComparer.Ordinal);
        var columns = Columns.Where(there.Contains).ToList();
        var project = there.Contains("project") ? "project" : "NULL";
        using var rows = file.Prepare($"SELECT area_id, {project}, rule, {string.Join(", ", columns)} FROM {FindingLayer.Name}");
        while (rows.Step())
        {
            var text = new StringBuilder();
            for (var i = 0; i < columns.Count; i++)
            {
                text.Append(columns[i]).Append('=').Append(ValueAt(rows, i + 3)).Append('\n');
            }

            hashes[(rows.Text(0), rows.IsNull(1) ? "" : rows.Text(1), rows.Text(2))] =
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }

        return hashes;
    }

    private static string ValueAt(SqliteStatement rows, int column) =>
        rows.IsNull(column) ? ""
        : rows.Type(column) == SqliteNative.Real ? rows.Real(column).ToString("R", CultureInfo.InvariantCulture)
        : rows.Text(column);
}
