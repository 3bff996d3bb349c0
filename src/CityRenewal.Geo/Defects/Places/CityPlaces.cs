using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>Tells findings on a city's rows as defects of the delivered features: their number in the file, their coordinates.</summary>
internal sealed class CityPlaces(City city, IReadOnlyList<SourceLayer> layers)
{
    /// <summary>The defects, in the order of the findings.</summary>
    public IReadOnlyList<Defect> Tell(IReadOnlyList<CityFinding> findings)
    {
        var defects = new Defect[findings.Count];
        foreach (var group in Enumerable.Range(0, findings.Count).GroupBy(i => findings[i].Layer))
        {
            Tell(group.Key, [.. group], findings, defects);
        }

        return defects;
    }

    private void Tell(string layer, int[] which, IReadOnlyList<CityFinding> findings, Defect[] defects)
    {
        var ids = IdsOf(layer);
        var wanted = which.Select(i => ids[findings[i].Row]).Distinct().ToList();
        var sheets = layers.Where(sheet => sheet.Name == layer).ToList();
        var found = sheets.ConvertAll(sheet => RowsById.Of(RowsById.IdsOf(sheet), wanted));
        var transforms = sheets.ConvertAll(sheet => new Lazy<PlaneTransform>(() => PlaneTransform.Between(sheet.Epsg, city.Plane)));
        foreach (var i in which)
        {
            var finding = findings[i];
            var id = ids[finding.Row];
            var sheet = found.FindIndex(rows => rows[id].Count > 0);
            var row = sheet < 0 ? -1 : found[sheet][id][0];
            var (x, y) = sheet < 0 ? (double.NaN, double.NaN) : PlaceOf(finding, (sheets[sheet], transforms[sheet]), row);
            var place = sheet < 0
                ? new FeaturePlace(layer, id, -1, x, y)
                : new FeaturePlace(layer, id, sheets[sheet].FidOf(row), x, y) { File = sheets[sheet].FileOf(row) };
            var defect = finding.Kind.At(place, finding.Detail);
            defects[i] = finding.Severity is { } severity ? defect with { Severity = severity } : defect;
        }
    }

    private TextColumn IdsOf(string layer) => layer switch
    {
        LayerNames.Parcels => city.Parcels.Ids,
        LayerNames.Buildings => city.Buildings.Ids,
        LayerNames.ProtectedItems => city.ProtectedItems.Ids,
        LayerNames.Stations => city.Stations.Ids,
        _ => city.Layer(layer).Ids,
    };

    private static (double X, double Y) PlaceOf(CityFinding finding, (SourceLayer Layer, Lazy<PlaneTransform> Transform) sheet, int row)
    {
        if (finding.At is { } at && !IsInputOnly(sheet.Layer.Epsg))
        {
            double[] x = [0], y = [0];
            sheet.Transform.Value.FromGrid([at.X], [at.Y], x, y);
            var digits = ReferenceSystems.TryFind(sheet.Layer.Epsg, out var system) && system.IsGeographic ? 9 : 4;
            return (Math.Round(x[0], digits), Math.Round(y[0], digits));
        }

        var shapes = sheet.Layer.Shapes;
        for (var i = shapes.RingStart[shapes.FeatureStart[row]]; i < shapes.RingStart[shapes.FeatureStart[row + 1]]; i++)
        {
            if (double.IsFinite(shapes.X[i]) && double.IsFinite(shapes.Y[i]))
            {
                return (shapes.X[i], shapes.Y[i]);
            }
        }

        return (double.NaN, double.NaN);
    }

    private static bool IsInputOnly(int epsg) => ReferenceSystems.TryFind(epsg, out var system) && system.IsInputOnly;
}
