using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;

namespace CityRenewal.Geo.Stores.Ledgers;

/// <summary>
/// What building ledgers corrected, put into the layer of buildings: storeys, floor area, danger grade and use as found on site. A
/// floor area that was only storeys × footprint goes with corrected storeys, so that it is computed from them.
/// </summary>
public static class LedgerCorrections
{
    private const string Origin = "floor_area_origin";
    private const string Computed = "storeys_times_footprint";

    /// <summary>The layer with the corrections; the same layer where nothing differs.</summary>
    /// <param name="buildings">The layer as it is.</param>
    /// <param name="recorded">What holds, by building and field.</param>
    /// <param name="origin">Where the corrections come from, for people.</param>
    public static SourceLayer Applied(
        SourceLayer buildings, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> recorded, string origin)
    {
        var rows = Rows(buildings, recorded);
        var before = LedgerFields.All.Where(field => field.CityColumn.Length > 0).Select(field => field.CityColumn).Append(Origin)
            .ToDictionary(name => name, name => TextsOf(buildings, name));
        var after = before.ToDictionary(column => column.Key, column => (string[])column.Value.Clone());
        foreach (var (row, said) in rows)
        {
            Correct(after, row, said);
        }

        string[] changed = [.. after.Keys.Where(name => !after[name].SequenceEqual(before[name]))];
        return changed.Length == 0 ? buildings : new SourceLayer
        {
            Name = buildings.Name, Epsg = buildings.Epsg, Shapes = buildings.Shapes, Fids = buildings.Fids, Sheets = buildings.Sheets,
            Classification = buildings.Classification, Origin = origin,
            Columns =
            [
                .. buildings.Columns.Select(column => changed.Contains(column.Name) ? Column(column.Name, after[column.Name]) : column),
                .. changed.Where(name => buildings.Column(name) is null).Select(name => Column(name, after[name])),
            ],
        };
    }

    private static IEnumerable<(int Row, IReadOnlyDictionary<string, string> Said)> Rows(
        SourceLayer buildings, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> recorded)
    {
        var ids = buildings.Column("building_id");
        for (var row = 0; ids is not null && row < buildings.Shapes.Count; row++)
        {
            if (recorded.TryGetValue(ids.TextOf(row), out var said))
            {
                yield return (row, said);
            }
        }
    }

    private static void Correct(Dictionary<string, string[]> columns, int row, IReadOnlyDictionary<string, string> said)
    {
        foreach (var field in LedgerFields.All.Where(field => field.CityColumn.Length > 0 && said.ContainsKey(field.Name)))
        {
            columns[field.CityColumn][row] = said[field.Name];
        }

        if (said.ContainsKey(LedgerFields.FloorArea.Name))
        {
            columns[Origin][row] = "surveyed";
        }
        else if (said.ContainsKey(LedgerFields.Storeys.Name) && columns[Origin][row] == Computed)
        {
            (columns[LedgerFields.FloorArea.CityColumn][row], columns[Origin][row]) = ("", "");
        }
    }

    private static string[] TextsOf(SourceLayer layer, string name)
    {
        var column = layer.Column(name);
        return [.. Enumerable.Range(0, layer.Shapes.Count).Select(row => column?.TextOf(row) ?? "")];
    }

    private static SourceColumn Column(string name, string[] texts) => name switch
    {
        "storeys_above" => new IntegerSource(name, [.. texts.Select(text => text.Length == 0 ? Unknown.Integer : (int)Math.Round(Number(text)))]),
        "floor_area_m2" => new RealSource(name, [.. texts.Select(text => text.Length == 0 ? Unknown.Real : Number(text))]),
        _ => new TextSource(name, TextColumn.From(texts)),
    };

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
