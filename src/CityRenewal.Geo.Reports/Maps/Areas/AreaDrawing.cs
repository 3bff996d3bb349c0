using System.Globalization;
using System.Text;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Draws one area in its surroundings, and remembers which signs it used: the legend shows those and no others.</summary>
internal sealed class AreaDrawing(City city, NearRows near, MapFrame frame)
{
    private readonly StringBuilder _svg = new();
    private readonly ClippedPath _clip = new(frame);

    /// <summary>The signs used, in the order of drawing.</summary>
    public List<MapSign> Signs { get; } = [];

    /// <summary>The drawing so far.</summary>
    public StringBuilder Svg => _svg;

    /// <summary>Everything below the findings.</summary>
    /// <param name="area">The area.</param>
    /// <param name="plain">Buildings of the area that are drawn all alike, whatever is proposed for them; null for none.</param>
    public void Draw(RenewalArea area, IReadOnlySet<int>? plain = null)
    {
        var members = area.Parcels.ToHashSet();
        var proposed = area.Dispositions.Where(disposition => plain?.Contains(disposition.Building) != true)
            .ToDictionary(disposition => disposition.Building);
        var parcels = near.Parcels(frame.Box).Where(parcel => city.Parcels.Position[parcel] == RightsPosition.Surface).ToList();
        var buildings = near.Buildings(frame.Box);
        DrawParcels(parcels.Where(parcel => !members.Contains(parcel)), MapSign.Neighbour);
        DrawZones(LayerNames.Water);
        DrawBuildings(buildings.Where(building => !proposed.ContainsKey(building) && plain?.Contains(building) != true), MapSign.NeighbourBuilding);
        DrawParcels(area.Parcels, MapSign.Member);
        DrawZones(LayerNames.HistoricZones);
        DrawZones(LayerNames.ControlLines);
        DrawBarriers();
        foreach (var sort in proposed.Values.GroupBy(MapSign.Of).OrderBy(sort => sort.Key.Label, StringComparer.Ordinal))
        {
            DrawBuildings(sort.Select(disposition => disposition.Building), sort.Key);
        }

        DrawBuildings(plain ?? (IEnumerable<int>)[], MapSign.PlainBuilding);
        DrawZones(LayerNames.PlanningUnits);
        DrawZones(LayerNames.Udb);
        DrawProtected();
        DrawStations();
        var outline = new StringBuilder();
        SvgPath.AppendFeature(outline, area.Outline, 0, frame);
        Put(outline, MapSign.Area);
    }

    /// <summary>Where a finding was made: its buildings, else its parcels, with the number that the list beside the map gives it.</summary>
    public void Mark(Compliance.Evidence evidence, int number)
    {
        var (shapes, rows) = evidence.Buildings.Count > 0 ? (city.Buildings.Shapes, evidence.Buildings) : (city.Parcels.Shapes, evidence.Parcels);
        if (rows.Count == 0)
        {
            return;
        }

        var path = new StringBuilder();
        foreach (var row in rows)
        {
            SvgPath.AppendFeature(path, shapes, row, frame);
        }

        Put(path, MapSign.Evidence);
        var box = shapes.BoxOf(rows[0]);
        var (x, y) = (frame.Left(((double)box.MinX + box.MaxX) / 2), frame.Top(((double)box.MinY + box.MaxY) / 2));
        _svg.Append(CultureInfo.InvariantCulture,
            $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"9\" fill=\"#d7191c\" stroke=\"#fff\" stroke-width=\"1.5\"/><text x=\"{x:0.#}\" y=\"{y + 4:0.#}\" font-size=\"12\" font-weight=\"700\" text-anchor=\"middle\" fill=\"#fff\">{number}</text>");
    }

    private void DrawParcels(IEnumerable<int> parcels, MapSign sign) => DrawShapes(city.Parcels.Shapes, parcels, sign);

    private void DrawBuildings(IEnumerable<int> buildings, MapSign sign) => DrawShapes(city.Buildings.Shapes, buildings, sign);

    private void DrawShapes(Shapes.PolygonColumns shapes, IEnumerable<int> rows, MapSign sign)
    {
        var path = new StringBuilder();
        foreach (var row in rows)
        {
            _clip.AppendFeature(path, shapes, row);
        }

        Put(path, sign);
    }

    // Small zones lie on large ones: core on control.
    private void DrawZones(string layer)
    {
        var zones = city.Layer(layer);
        var kinds =
            from row in near.Zones(layer, frame.Box)
            group row by zones.Kinds[row] into kind
            orderby kind.Key descending
            select (Sign: MapSign.Of(layer, kind.Key), Rows: kind);
        foreach (var (sign, rows) in kinds)
        {
            if (sign is not null)
            {
                DrawShapes(zones.Shapes, rows, sign);
            }
        }
    }

    private void DrawBarriers()
    {
        var barriers = city.Barriers;
        for (var row = 0; row < barriers.Count; row++)
        {
            var path = new StringBuilder();
            if (_clip.AppendLine(path, barriers.Lines, row))
            {
                Put(path, MapSign.OfBarrier(barriers.Kinds[row]));
            }
        }
    }

    private void DrawProtected()
    {
        var items = city.ProtectedItems;
        for (var row = 0; row < items.Count; row++)
        {
            var (x, y) = (items.PointX[row], items.PointY[row]);
            if (frame.Shows(new Shapes.GridBox(x, y, x, y)))
            {
                // A diamond of eight pixels, whatever the item's size on the ground.
                Put(new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{frame.Left(x):0.#} {frame.Top(y) - 7:0.#}l5.5 7-5.5 7-5.5-7z"), MapSign.Protected);
            }
        }
    }

    private void DrawStations()
    {
        var stations = city.Stations;
        for (var row = 0; row < stations.Count; row++)
        {
            var (x, y) = (stations.PointX[row], stations.PointY[row]);
            if (frame.Shows(new Shapes.GridBox(x, y, x, y)))
            {
                // A square of ten pixels, whatever the station's size on the ground.
                Put(new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{frame.Left(x) - 5:0.#} {frame.Top(y) - 5:0.#}h10v10h-10z"), MapSign.Station);
            }
        }
    }

    private void Put(StringBuilder path, MapSign sign)
    {
        if (path.Length == 0)
        {
            return;
        }

        _svg.Append("<path d=\"").Append(path).Append("\" fill-rule=\"evenodd\" ").Append(sign.Attributes).Append("/>");
        if (!Signs.Contains(sign))
        {
            Signs.Add(sign);
        }
    }
}
