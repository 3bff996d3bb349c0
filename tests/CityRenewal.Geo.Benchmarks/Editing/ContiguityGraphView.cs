using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Benchmarks.Editing;

/// <summary>What lies around the areas of a session.</summary>
internal sealed class ContiguityGraphView(EditSession session)
{
    /// <summary>Parcels beside some parcels that are in no area.</summary>
    public List<int> FreeAround(IReadOnlyList<int> parcels)
    {
        var graph = session.Ground.Plan.Graph;
        var taken = session.Areas.SelectMany(area => area.Area.Parcels).ToHashSet();
        return [.. parcels.SelectMany(parcel => graph.Neighbours[graph.NeighbourStart[parcel]..graph.NeighbourStart[parcel + 1]].ToArray())
            .Distinct().Where(parcel => !taken.Contains(parcel) && session.Ground.Plan.NetAreas[parcel] > 0).Order()];
    }

    /// <summary>A line from west to east through the middle of a parcel's box, in the city's system.</summary>
    public IReadOnlyList<(double X, double Y)> LineThrough(int parcel)
    {
        var city = session.City;
        var box = city.Parcels.Shapes.BoxOf(parcel);
        var middle = (int)(((long)box.MinY + box.MaxY) / 2);
        var (x, y) = (new double[2], new double[2]);
        PlaneTransform.Between(city.Epsg, city.Plane).FromGrid([box.MinX - 10_000, box.MaxX + 10_000], [middle, middle], x, y);
        return [(x[0], y[0]), (x[1], y[1])];
    }
}
