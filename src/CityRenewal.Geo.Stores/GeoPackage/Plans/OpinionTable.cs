using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>The record of opinions in a plan's file: a table that lets rows be added, and neither changed nor deleted.</summary>
internal static class OpinionTable
{
    public const string Name = "opinions";

    private const string Title = "核对意见 Opinions";

    private static readonly string[] Columns =
        ["number", "kind", "refers_to", "area_id", "project", "rule", "finding_hash", "opinion", "reason", "author", "written_at", "hash"];

    /// <summary>What makes the table one that is only added to.</summary>
    public static IReadOnlyList<string> Guards { get; } =
    [
        .. new[] { "UPDATE", "DELETE" }.Select(what =>
            $"CREATE TRIGGER {Name}_no_{what.ToLowerInvariant()} BEFORE {what} ON {Name} BEGIN "
            + "SELECT RAISE(ABORT, 'opinions are never changed or deleted: add one that refers to it'); END"),
    ];

    /// <summary>The table with what is in it already.</summary>
    public static NamedTable Of(IReadOnlyList<(Opinion Opinion, string Hash)> entries) =>
        new(Name, Title, Columns, entries.Select(entry => (IReadOnlyList<string?>)RowOf(entry.Opinion, entry.Hash)));

    /// <summary>The entries in the order of their writing; none where the file has no such table.</summary>
    public static IReadOnlyList<(Opinion Opinion, string Hash)> Read(SqliteFile file)
    {
        var entries = new List<(Opinion, string)>();
        if (!file.HasTable(Name))
        {
            return entries;
        }

        using var rows = file.Prepare($"SELECT {string.Join(", ", Columns)} FROM {Name} ORDER BY fid");
        while (rows.Step())
        {
            string Text(int column) => rows.IsNull(column) ? "" : rows.Text(column);
            entries.Add((new Opinion
            {
                Number = Whole(Text(0)) ?? 0,
                Kind = OpinionWords.KindOf(Text(1)) ?? OpinionKind.Opinion,
                RefersTo = Whole(Text(2)),
                Area = Text(3), Project = Text(4), Rule = Text(5), FindingHash = Text(6),
                Text = Text(7), Reason = Text(8), Author = Text(9), Time = Text(10),
            }, Text(11)));
        }

        return entries;
    }

    /// <summary>Adds one entry, and the table where it is the first.</summary>
    public static void Append(SqliteFile file, Opinion opinion, string hash)
    {
        if (!file.HasTable(Name))
        {
            AttributeTable.Write(file, Name, Title, Columns, []);
            foreach (var guard in Guards)
            {
                file.Execute(guard);
            }
        }

        file.Run(
            $"INSERT INTO {Name} ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"?{i + 1}"))})",
            RowOf(opinion, hash));
    }

    private static string?[] RowOf(Opinion opinion, string hash) =>
    [
        opinion.Number.ToString(CultureInfo.InvariantCulture), opinion.Kind.Wire(), opinion.RefersTo?.ToString(CultureInfo.InvariantCulture),
        opinion.Area, opinion.Project, opinion.Rule, opinion.FindingHash, opinion.Text, opinion.Reason, opinion.Author, opinion.Time, hash,
    ];

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
