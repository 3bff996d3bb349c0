using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads the `ledgers` of an entry of a mapping file.</summary>
internal static class LedgerMappingReader
{
    private static readonly string[] Keys = ["file", "sheet", "header_rows", "encoding", "key", "name", "confirmed"];

    public static IReadOnlyList<LedgerMapping> ReadAll(YamlNode node, MappingProblems problems) =>
        problems.Sequence(node) is { } list ? [.. list.Select(entry => Read(entry, problems)).OfType<LedgerMapping>()] : [];

    private static LedgerMapping? Read(YamlNode node, MappingProblems problems)
    {
        var entry = problems.Mapping(node, Keys);
        var isByName = entry.ContainsKey("name");
        if (!entry.TryGetValue("file", out var file))
        {
            problems.Add(node, "the ledger has no `file`");
        }

        if (isByName == entry.ContainsKey("key"))
        {
            problems.Add(
                node, "a ledger is joined by `key` or by `name`, one of the two: key: { field of the ledger: field of the layer }");
            return null;
        }

        if (!isByName && entry.TryGetValue("confirmed", out var confirmed))
        {
            problems.Add(confirmed, "a match list belongs to a join by `name`; codes are equal or not");
        }

        return Pair(entry[isByName ? "name" : "key"], problems) is { } pair && file is not null
            ? new LedgerMapping(problems.Text(file), pair.Key, pair.Value, (int)node.Start.Line)
            {
                IsByName = isByName,
                Sheet = entry.TryGetValue("sheet", out var sheet) ? problems.Text(sheet) : null,
                HeaderRows = entry.TryGetValue("header_rows", out var rows) ? Rows(rows, problems) : null,
                Encoding = entry.TryGetValue("encoding", out var encoding) ? LayerMappingReader.Encoding(encoding, problems) : null,
                Confirmed = entry.TryGetValue("confirmed", out var list) ? problems.Text(list) : null,
            }
            : null;
    }

    private static KeyValuePair<string, string>? Pair(YamlNode node, MappingProblems problems)
    {
        var pairs = problems.Mapping(node, allowed: null);
        if (pairs.Count == 1)
        {
            return new(pairs.First().Key, problems.Text(pairs.First().Value));
        }

        problems.Add(node, "here should be one pair: { field of the ledger: field of the layer }");
        return null;
    }

    private static int? Rows(YamlNode node, MappingProblems problems)
    {
        var rows = problems.Whole(node);
        if (rows is < 1 or > 20)
        {
            problems.Add(node, $"'{rows}' heading rows; give 1 to 20");
        }

        return rows;
    }
}
