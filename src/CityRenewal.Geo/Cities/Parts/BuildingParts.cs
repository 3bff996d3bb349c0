using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Makes one building (自然幢) of the rows that bear its code, before anything is summed: podium under tower, storey by
/// storey, storeys that hang below the street, several wings. The order of the rows does not matter. Rows that are too far
/// apart, or whose outline is broken, stay as they are and are listed.
/// </summary>
public static class BuildingParts
{
    /// <summary>Wings of one building lie no farther apart than this, metres.</summary>
    public const double LargestGap = 30;

    private const string Id = "building_id";
    private static readonly string[] Spent = ["part_id", "part_storey", "part_kind"];

    /// <summary>Groups the rows of a building layer by their id.</summary>
    public static GroupedBuildings Grouped(SourceLayer layer)
    {
        var columns = new PartColumns(layer);
        var defects = new List<Defect>();
        var buildings = new Dictionary<int, BuildingOfParts>();
        var gone = new HashSet<int>();
        foreach (var rows in Codes(layer).Where(rows => rows.Count > 1))
        {
            if (Building(columns, rows, defects) is { } building)
            {
                gone.UnionWith(rows);
                buildings[rows[0]] = building;
            }
        }

        var kept = Enumerable.Range(0, layer.Shapes.Count).Where(row => !gone.Contains(row) || buildings.ContainsKey(row)).ToArray();
        return new GroupedBuildings(buildings.Count == 0 ? Without(layer) : Made(layer, kept, buildings), defects, layer.Shapes.Count, buildings.Count);
    }

    private static IEnumerable<List<int>> Codes(SourceLayer layer)
    {
        var ids = layer.Column(Id);
        return ids is null ? [] : Enumerable.Range(0, layer.Shapes.Count).Where(row => ids.TextOf(row).Length > 0).GroupBy(ids.TextOf).Select(group => group.ToList());
    }

    private static BuildingOfParts? Building(PartColumns columns, List<int> rows, List<Defect> defects)
    {
        var order = new PartOrder(columns);
        var sorted = rows.Order(order).ToList();
        var parts = sorted.Where((row, i) => i == 0 || order.Compare(sorted[i - 1], row) != 0).ToList();
        var outlines = StackedOutlines.From([.. parts.Select(columns.RingsOf)]);
        if (outlines is null || !PartGaps.AreTogether(columns, parts, LargestGap))
        {
            var reason = outlines is null ? "an outline crosses itself or has no area" : $"they lie more than {LargestGap} m apart";
            defects.AddRange(rows.Select(row => AttributeDefects.PartsNotGrouped.At(PlaceOf(columns.Layer, row), reason)));
            return null;
        }

        defects.AddRange(sorted.Where((row, i) => i > 0 && order.Compare(sorted[i - 1], row) == 0)
            .Select(row => AttributeDefects.RepeatedPart.At(PlaceOf(columns.Layer, row))));
        var building = new BuildingOfParts(columns, parts, outlines);
        defects.AddRange(building.Differences.Select(text => AttributeDefects.PartsDisagree.At(PlaceOf(columns.Layer, parts[0]), text)));
        return building;
    }

    private static SourceLayer Without(SourceLayer layer) => Copy(layer, layer.Shapes, [.. layer.Columns.Where(column => !Spent.Contains(column.Name))], layer.Fids);

    private static SourceLayer Made(SourceLayer layer, int[] kept, Dictionary<int, BuildingOfParts> buildings)
    {
        // Computed here where the parts give none, and kept whatever was delivered.
        var missing = new SourceColumn[]
        {
            new RealSource("floor_area_m2", [.. Enumerable.Repeat(double.NaN, layer.Shapes.Count)]),
            new TextSource("floor_area_origin", TextColumn.Missing(layer.Shapes.Count)),
            new IntegerSource("storeys_above", [.. Enumerable.Repeat(Unknown.Integer, layer.Shapes.Count)]),
            new IntegerSource("storeys_below", [.. Enumerable.Repeat(Unknown.Integer, layer.Shapes.Count)]),
            new TextSource("parts", TextColumn.Missing(layer.Shapes.Count)),
        };
        var all = layer.Columns.Concat(missing.Where(column => layer.Column(column.Name) is null)).Where(column => !Spent.Contains(column.Name));
        var columns = all.Select(column => ColumnOf(column, kept, buildings)).ToList();
        long[] fids = [.. kept.Select(row => buildings.TryGetValue(row, out var building) ? building.Rows.Min(layer.FidOf) : layer.FidOf(row))];
        return Copy(layer, PartShapes.Of(layer, kept, buildings), columns, fids);
    }

    private static SourceColumn ColumnOf(SourceColumn column, int[] kept, Dictionary<int, BuildingOfParts> buildings) => column switch
    {
        RealSource real => new RealSource(column.Name, [.. kept.Select(row => buildings.TryGetValue(row, out var made) ? made.Number(column) : real.Values[row])]),
        IntegerSource whole => new IntegerSource(column.Name, [.. kept.Select(row => buildings.TryGetValue(row, out var made) ? WholeOf(made.Number(column)) : whole.Values[row])]),
        _ => new TextSource(column.Name, TextColumn.From(kept.Select(row => buildings.TryGetValue(row, out var made) ? made.Text(column) : column.TextOf(row)))),
    };

    private static int WholeOf(double value) => double.IsNaN(value) ? Unknown.Integer : (int)value;

    private static SourceLayer Copy(SourceLayer layer, SourceShapes shapes, IReadOnlyList<SourceColumn> columns, long[] fids) => new()
    {
        Name = layer.Name,
        Epsg = layer.Epsg,
        Shapes = shapes,
        Columns = columns,
        Fids = fids,
        Origin = layer.Origin,
        Classification = layer.Classification,
    };

    private static FeaturePlace PlaceOf(SourceLayer layer, int row)
    {
        var vertex = layer.Shapes.RingStart[layer.Shapes.FeatureStart[row]];
        var hasPlace = vertex < layer.Shapes.RingStart[layer.Shapes.FeatureStart[row + 1]];
        return new FeaturePlace(
            layer.Name, layer.Column(Id)!.TextOf(row), layer.FidOf(row), hasPlace ? layer.Shapes.X[vertex] : double.NaN, hasPlace ? layer.Shapes.Y[vertex] : double.NaN);
    }
}
