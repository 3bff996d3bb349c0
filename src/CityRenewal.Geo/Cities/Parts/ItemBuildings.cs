using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Finds the building that a protected item is: the one it names, else the one under its point, else the one that its outline
/// shares most ground with. Where a second building shares nearly as much, none is chosen and the item is listed.
/// </summary>
public sealed class ItemBuildings
{
    /// <summary>A second building that shares this much of what the first does makes the item ambiguous.</summary>
    public const double Rivalry = 0.5;

    private readonly SourceLayer _items;
    private readonly SourceLayer _buildings;
    private readonly RowGrid _grid;

    private ItemBuildings(SourceLayer items, SourceLayer buildings)
    {
        _items = items;
        _buildings = buildings;
        _grid = new RowGrid(buildings.Shapes);
    }

    /// <summary>Names the building of every item that is a building.</summary>
    public static NamedItems Of(SourceLayer items, SourceLayer buildings)
    {
        var ids = buildings.Column("building_id");
        if (ids is null || buildings.Shapes.Count == 0 || (items.Epsg == 0) != (buildings.Epsg == 0))
        {
            return new NamedItems(items, [], 0, 0);
        }

        var known = Enumerable.Range(0, ids.Count).Select(ids.TextOf).ToHashSet();
        var inOneSystem = items.Epsg == buildings.Epsg;
        return new ItemBuildings(inOneSystem ? items : InDegrees(items), inOneSystem ? buildings : InDegrees(buildings)).Name(items, ids, known);
    }

    private NamedItems Name(SourceLayer items, SourceColumn ids, HashSet<string> known)
    {
        var findings = new LayerFindings(items);
        var said = items.Column("building_id");
        var kinds = items.Column("kind");
        var names = new string[items.Shapes.Count];
        int byId = 0, byPlace = 0;
        for (var row = 0; row < names.Length; row++)
        {
            names[row] = said?.TextOf(row) ?? "";
            if (known.Contains(names[row]) || kinds?.TextOf(row) == "old_tree")
            {
                byId += names[row].Length > 0 ? 1 : 0;
                continue;
            }

            var found = At(row);
            if (found.Count == 1)
            {
                names[row] = ids.TextOf(found[0]);
                byPlace++;
            }
            else if (found.Count > 1)
            {
                findings.Add(AttributeDefects.AmbiguousBuilding, row, string.Join(", ", found.Select(ids.TextOf).Order(StringComparer.Ordinal)));
            }
            else if (names[row].Length > 0)
            {
                findings.Add(AttributeDefects.DanglingBuildingRef, row, names[row]);
            }
        }

        return new NamedItems(With(items, names), findings.Defects, byId, byPlace);
    }

    private List<int> At(int row)
    {
        var box = RowBox.Of(_items.Shapes, row);
        if (!box.IsUsable)
        {
            return [];
        }

        var rings = new PartColumns(_items).RingsOf(row);
        var buildings = new PartColumns(_buildings);
        var shares = new List<(int Row, double Area)>();
        foreach (var building in NearRows.Of(_grid, box))
        {
            var area = _items.Shapes.Kind == ShapeKind.Point
                ? PointInRings.IsIn(buildings.RingsOf(building), rings[0].X[0], rings[0].Y[0]) ? 1 : 0
                : StackedOutlines.From([rings, buildings.RingsOf(building)])?.SharedArea(0, 1) ?? 0;
            if (area > 0)
            {
                shares.Add((building, area));
            }
        }

        var most = shares.Select(share => share.Area).DefaultIfEmpty(0).Max();
        return [.. shares.Where(share => share.Area > Rivalry * most).Select(share => share.Row)];
    }

    private static SourceLayer With(SourceLayer items, string[] names) => new()
    {
        Name = items.Name,
        Epsg = items.Epsg,
        Shapes = items.Shapes,
        Fids = items.Fids,
        Origin = items.Origin,
        Sheets = items.Sheets,
        Classification = items.Classification,
        Columns = [.. items.Columns.Where(column => column.Name != "building_id"), new TextSource("building_id", TextColumn.From(names))],
    };

    private static SourceLayer InDegrees(SourceLayer layer)
    {
        double[] longitudes = new double[layer.Shapes.X.Length], latitudes = new double[longitudes.Length];
        LonLat.From(layer.Epsg).Of(layer.Shapes.X, layer.Shapes.Y, longitudes, latitudes);
        return new SourceLayer
        {
            Name = layer.Name,
            Epsg = ReferenceSystems.Cgcs2000,
            Columns = layer.Columns,
            Fids = layer.Fids,
            Shapes = new SourceShapes
            {
                Kind = layer.Shapes.Kind,
                X = longitudes,
                Y = latitudes,
                RingStart = layer.Shapes.RingStart,
                FeatureStart = layer.Shapes.FeatureStart,
                IsHole = layer.Shapes.IsHole,
            },
        };
    }
}
