using System.Globalization;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Method and parameters of a projected system, whatever their spelling. Degrees and metres.</summary>
internal sealed record ProjectionParameters(string Method, ProjectionKind? Kind, double MetresPerUnit)
{
    private const double SameAngle = 1e-9;
    private const double SameLength = 1e-4;

    private Dictionary<string, double> Values { get; init; } = [];

    public static ProjectionParameters Of(WktNode projected)
    {
        var method = projected.Find("PROJECTION", "METHOD")?.Name ?? "";
        var values = new Dictionary<string, double>();
        foreach (var parameter in projected.All("PARAMETER"))
        {
            values[MeaningOf(Letters(parameter.Name))] = parameter.Number(1);
        }

        return new ProjectionParameters(method, KindOf(Letters(method), projected), UnitOf(projected)) { Values = values };
    }

    /// <summary>Whether a supported system of the same kind has these parameters.</summary>
    public bool Matches(ReferenceSystem system) =>
        IsNear("lon", system.CentralMeridian, SameAngle) && IsNear("east", system.FalseEasting, SameLength)
        && IsNear("north", system.FalseNorthing, SameLength)
        && system.Kind switch
        {
            ProjectionKind.TransverseMercator => IsNear("lat", system.OriginLatitude, SameAngle) && IsNear("scale", system.ScaleFactor, 1e-12),
            ProjectionKind.LambertConic => IsNear("lat", system.OriginLatitude, SameAngle) && HasParallels(system),
            _ => IsNear("lat", 0, SameAngle) && IsNear("scale", 1, 1e-12),
        };

    /// <summary>A transverse Mercator system with these parameters on China's old datum; null for another projection or unit.</summary>
    public ReferenceSystem? OnOld(ChineseDatum datum) => Kind != ProjectionKind.TransverseMercator || MetresPerUnit is not 1 || !Values.TryGetValue("lon", out var meridian)
        ? null
        : new ReferenceSystem(
            0,
            string.Create(CultureInfo.InvariantCulture, $"{ChineseSystems.NameOf(datum)} / Gauss-Kruger CM {meridian}E"),
            ProjectionKind.TransverseMercator,
            ChineseSystems.EllipsoidOf(datum),
            new LonLatBox(meridian - 3, 16, meridian + 3, 54))
        {
            CentralMeridian = meridian,
            OriginLatitude = Values.GetValueOrDefault("lat"),
            ScaleFactor = Values.GetValueOrDefault("scale", 1),
            FalseEasting = Values.GetValueOrDefault("east"),
            FalseNorthing = Values.GetValueOrDefault("north"),
        };

    public override string ToString() => string.Join(
        ", ",
        Values.Where(value => value.Value != 0)
            .Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key} {value.Value}")).Prepend(Method));

    // The two parallels of a cone may be named in either order.
    private bool HasParallels(ReferenceSystem system) =>
        (IsNear("parallel 1", system.FirstParallel, SameAngle) && IsNear("parallel 2", system.SecondParallel, SameAngle))
        || (IsNear("parallel 1", system.SecondParallel, SameAngle) && IsNear("parallel 2", system.FirstParallel, SameAngle));

    private bool IsNear(string meaning, double value, double tolerance) =>
        Math.Abs(Values.GetValueOrDefault(meaning, meaning == "scale" ? 1 : 0) - value) <= tolerance;

    private static ProjectionKind? KindOf(string method, WktNode projected) => method switch
    {
        "transversemercator" or "gausskruger" or "gausskrueger" => ProjectionKind.TransverseMercator,
        "lambertconformalconic" or "lambertconformalconic2sp" or "lambertconicconformal2sp" => ProjectionKind.LambertConic,
        "mercatorauxiliarysphere" or "popularvisualisationpseudomercator" => ProjectionKind.WebMercator,
        "mercator1sp" when IsOnSphere(projected) => ProjectionKind.WebMercator,
        _ => null,
    };

    // GDAL writes Web Mercator as Mercator_1SP on the ellipsoid; only its extension says that it is spherical.
    private static bool IsOnSphere(WktNode projected) =>
        projected.All("EXTENSION").Any(extension => extension.Values.Any(value =>
            value.Contains("+a=6378137", StringComparison.OrdinalIgnoreCase) && value.Contains("+b=6378137", StringComparison.OrdinalIgnoreCase)));

    private static double UnitOf(WktNode projected)
    {
        var unit = projected.Children.LastOrDefault(child => child.Keyword is "UNIT" or "LENGTHUNIT")
            ?? projected.Children.LastOrDefault(child => child.Keyword == "AXIS")?.Find("LENGTHUNIT", "UNIT");
        return unit?.Number(1) ?? 1;
    }

    private static string MeaningOf(string letters) => letters switch
    {
        "centralmeridian" or "longitudeofcenter" or "longitudeoforigin" or "longitudeofnaturalorigin" or "longitudeoffalseorigin" => "lon",
        "latitudeoforigin" or "latitudeofcenter" or "latitudeofnaturalorigin" or "latitudeoffalseorigin" => "lat",
        "scalefactor" or "scalefactoratnaturalorigin" => "scale",
        "falseeasting" or "eastingatfalseorigin" => "east",
        "falsenorthing" or "northingatfalseorigin" => "north",
        "standardparallel1" or "latitudeof1ststandardparallel" => "parallel 1",
        "standardparallel2" or "latitudeof2ndstandardparallel" => "parallel 2",
        _ => letters,
    };

    private static string Letters(string name) =>
        new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
