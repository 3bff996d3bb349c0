using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Tells why a layer lies some hundred metres beside the layer it belongs on: the offset of GCJ-02 or BD-09 at that place
/// explains it to within 30 m, in one direction or the other, or nothing known does.
/// </summary>
internal static class DisplacementCheck
{
    private const double Explained = 30;
    private const double LeastToName = 45;

    /// <summary>A defect of the layer at fault; null where the layers fit, or where too little tells that they do not.</summary>
    public static Defect? Of(SourceLayer layer, FirstPlaces places)
    {
        var reference = places.Layer;
        if (LayerDisplacement.Between(layer, places) is not { } found || found.Length < LeastToName)
        {
            return null;
        }

        foreach (var (name, offset) in Offsets(found))
        {
            if (Distance(found, offset, 1) <= Explained)
            {
                return PlacementDefects.OnlineMapCoordinates.At(FeaturePlace.WholeLayer(layer.Name), Words(name, found, offset, reference.Name));
            }

            if (Distance(found, offset, -1) <= Explained)
            {
                return PlacementDefects.OnlineMapCoordinates.At(FeaturePlace.WholeLayer(reference.Name), Words(name, found, offset, layer.Name));
            }
        }

        return PlacementDefects.LayerShifted.At(
            FeaturePlace.WholeLayer(layer.Name),
            $"moved back by {Metres(found.Length)} m ({Vector(found.East, found.North)}) it fits {reference.Name}"
            + $"(回移约 {Metres(found.Length)} 米后与{LayerNames.ChineseOf(reference.Name)}吻合)");
    }

    private static IEnumerable<(string Name, (double East, double North) Offset)> Offsets(Displacement found)
    {
        if (OnlineMapOffset.Reach.Contains(found.Longitude, found.Latitude))
        {
            yield return ("GCJ-02", Offset(found, OnlineMapOffset.Gcj02(found.Longitude, found.Latitude)));
            yield return ("BD-09", Offset(found, OnlineMapOffset.Bd09(found.Longitude, found.Latitude)));
        }
    }

    private static (double East, double North) Offset(Displacement found, (double Longitude, double Latitude) shown)
    {
        var (perLongitude, perLatitude) = LocalMetres.At(found.Latitude);
        return ((shown.Longitude - found.Longitude) * perLongitude, (shown.Latitude - found.Latitude) * perLatitude);
    }

    private static double Distance(Displacement found, (double East, double North) offset, int sign) =>
        double.Hypot(found.East - (sign * offset.East), found.North - (sign * offset.North));

    private static string Words(string map, Displacement found, (double East, double North) offset, string other) =>
        $"it lies {Metres(found.Length)} m beside {other}, and the offset of {map} at this place is {Metres(double.Hypot(offset.East, offset.North))} m in the same direction"
        + $"(与{LayerNames.ChineseOf(other)}相差约 {Metres(found.Length)} 米,与此处 {map} 加偏一致)";

    private static string Vector(double east, double north) =>
        $"{Metres(Math.Abs(east))} m to the {(east > 0 ? "west" : "east")} and {Metres(Math.Abs(north))} m to the {(north > 0 ? "south" : "north")}";

    private static string Metres(double metres) => (Math.Round(metres / 10) * 10).ToString("0", CultureInfo.InvariantCulture);
}
