using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Editing;

/// <summary>Draws a line through a parcel, or says why it does not split it.</summary>
internal static class ParcelCutting
{
    /// <summary>A part that is thinner than this in the mean (twice its area over its perimeter) is a sliver, metres.</summary>
    public const double LeastWidthM = 0.5;

    /// <summary>The cut; null and refused where the line makes none.</summary>
    public static ParcelCut? Of(EditDesk desk, int row, IReadOnlyList<(double X, double Y)> line)
    {
        var (parcels, id) = (desk.Ground.City.Parcels, desk.IdOf(row));
        if (parcels.Position[row] != RightsPosition.Surface || desk.Ground.Plan.NetAreas[row] <= 0)
        {
            desk.Refuse("parcel", id, "It has no land of its own that could be split.", "Split the surface parcel.");
            return null;
        }

        if (Shells(parcels.Shapes, row) != 1)
        {
            desk.Refuse("parcel", id, "It consists of several pieces already.", "Deliver its pieces as parcels of their own.");
            return null;
        }

        if (OnGrid(desk, line) is not { } points)
        {
            return null;
        }

        var parts = PolygonCut.Of(parcels.Shapes, row, points);
        if (parts.Count < 2)
        {
            desk.Refuse("line", id, "The line does not run through the parcel from border to border.", "Begin and end it outside the parcel.");
            return null;
        }

        RefuseSlivers(desk, id, parts);
        return new ParcelCut(row, id, PartIds(desk, id, parts.Count), parts);
    }

    private static int Shells(PolygonColumns shapes, int row)
    {
        var shells = 0;
        for (var ring = shapes.FeatureStart[row]; ring < shapes.FeatureStart[row + 1]; ring++)
        {
            shells += shapes.TwiceAreaOfRing(ring) > 0 ? 1 : 0;
        }

        return shells;
    }

    private static List<(int X, int Y)>? OnGrid(EditDesk desk, IReadOnlyList<(double X, double Y)> line)
    {
        if (line.Distinct().Count() < 2)
        {
            desk.Refuse("line", "", "The line has no length.", "Give two points or more.");
            return null;
        }

        double[] x = [.. line.Select(point => point.X)], y = [.. line.Select(point => point.Y)];
        int[] gridX = new int[x.Length], gridY = new int[y.Length];
        var city = desk.Ground.City;
        if (PlaneTransform.Between(city.Epsg, city.Plane).ToGrid(x, y, gridX, gridY) > 0)
        {
            desk.Refuse(
                "line", string.Join(' ', line.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:R},{point.Y:R}"))),
                "A point of the line cannot be placed in the city.", $"Give x,y in the city's reference system (EPSG:{city.Epsg}), east before north.");
            return null;
        }

        return [.. gridX.Zip(gridY)];
    }

    private static void RefuseSlivers(EditDesk desk, string id, IReadOnlyList<PolygonColumns> parts)
    {
        foreach (var part in parts)
        {
            var plane = desk.Ground.City.Plane;
            var area = plane.SquareMetresOfTwice(part.TwiceAreaOf(0));
            var width = 2 * area / plane.Metres(Delineation.SingleOutline.LengthOf(part));
            if (!(width >= LeastWidthM))
            {
                desk.Refuse(
                    "line", id, string.Create(CultureInfo.InvariantCulture, $"The line leaves a sliver of {area:0.##} m², {width:0.##} m wide in the mean."),
                    string.Create(CultureInfo.InvariantCulture, $"Draw it so that every part is at least {LeastWidthM} m wide."));
            }
        }
    }

    // A city may have a parcel of that name already.
    private static List<string> PartIds(EditDesk desk, string id, int count)
    {
        var ids = new List<string>();
        for (var number = 1; ids.Count < count; number++)
        {
            var part = string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");
            if (!desk.Ground.Parcels.TryFind(part, out _))
            {
                ids.Add(part);
            }
        }

        return ids;
    }
}
