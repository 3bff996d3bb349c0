using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Checks;

/// <summary>The layers of a check: places of defects, and the land that some of them are about.</summary>
internal static class DefectLayers
{
    internal const string Places = "defects";
    internal const string Lands = "defect_land";

    internal static IEnumerable<(SourceLayer Layer, string Title)> Of(CheckReport report)
    {
        var city = report.City;
        yield return (Layer(Places, city.Epsg, PointsOf(report), report.Defects), "数据问题 Defects");
        if (report.Lands.Count > 0)
        {
            var shapes = GridShapes.ToSource([.. report.Lands.Select(land => land.Outline)], PlaneTransform.Between(city.Epsg, city.Plane));
            yield return (Layer(Lands, city.Epsg, shapes, [.. report.Lands.Select(land => land.Defect)]), "问题用地 Land of defects");
        }
    }

    private static SourceLayer Layer(string name, int epsg, SourceShapes shapes, IReadOnlyList<Defect> defects) => new()
    {
        Name = name,
        Epsg = epsg,
        Shapes = shapes,
        Columns =
        [
            Text("code", defects, defect => defect.Code),
            Text("severity", defects, defect => defect.Severity.ToString().ToLowerInvariant()),
            Text("layer", defects, defect => defect.Layer),
            Text("feature_id", defects, defect => defect.Id),
            new IntegerSource("feature_fid", [.. defects.Select(defect => defect.Fid is >= 0 and < int.MaxValue ? (int)defect.Fid : Unknown.Integer)]),
            .. defects.Any(defect => defect.File.Length > 0) ? [Text("feature_file", defects, defect => defect.File)] : Array.Empty<SourceColumn>(),
            Text("message", defects, defect => defect.Message),
            Text("message_chinese", defects, defect => DefectKinds.Find(defect.Code)?.Chinese),
            Text("remedy", defects, defect => defect.Remedy),
            Text("remedy_chinese", defects, defect => DefectKinds.Find(defect.Code)?.ChineseRemedy),
        ],
    };

    // A defect of a whole layer, or one that lies off the plane, has a row without a point.
    private static SourceShapes PointsOf(CheckReport report)
    {
        var transforms = report.Systems.Values.Distinct().ToDictionary(epsg => epsg, epsg => PlaneTransform.Between(epsg, report.City.Plane));
        var back = PlaneTransform.Between(report.City.Epsg, report.City.Plane);
        var (x, y, starts) = (new List<double>(), new List<double>(), new List<int> { 0 });
        int[] gridX = [0], gridY = [0];
        double[] east = [0], north = [0];
        foreach (var defect in report.Defects)
        {
            if (report.Systems.TryGetValue(defect.Layer, out var epsg) && double.IsFinite(defect.X) && double.IsFinite(defect.Y)
                && transforms[epsg].ToGrid([defect.X], [defect.Y], gridX, gridY) == 0)
            {
                back.FromGrid(gridX, gridY, east, north);
                x.Add(east[0]);
                y.Add(north[0]);
            }

            starts.Add(x.Count);
        }

        return new SourceShapes
        {
            Kind = ShapeKind.Point, X = [.. x], Y = [.. y], RingStart = [.. Enumerable.Range(0, x.Count + 1)], FeatureStart = [.. starts], IsHole = [],
        };
    }

    private static TextSource Text(string name, IReadOnlyList<Defect> defects, Func<Defect, string?> value) =>
        new(name, TextColumn.From(defects.Select(value)));
}
