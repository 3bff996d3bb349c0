using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>The shapes of a building layer after its parts became buildings.</summary>
internal static class PartShapes
{
    public static SourceShapes Of(SourceLayer layer, int[] kept, Dictionary<int, BuildingOfParts> buildings)
    {
        var columns = new PartColumns(layer);
        List<double> x = [], y = [];
        List<int> ringStart = [0], featureStart = [0];
        List<bool> isHole = [];
        foreach (var row in kept)
        {
            foreach (var ring in buildings.TryGetValue(row, out var building) ? building.Rings : columns.RingsOf(row))
            {
                x.AddRange(ring.X);
                y.AddRange(ring.Y);
                ringStart.Add(x.Count);
                isHole.Add(ring.IsHole);
            }

            featureStart.Add(isHole.Count);
        }

        return new SourceShapes
        {
            Kind = layer.Shapes.Kind,
            X = [.. x],
            Y = [.. y],
            RingStart = [.. ringStart],
            FeatureStart = [.. featureStart],
            IsHole = isHole.Contains(true) ? [.. isHole] : [],
        };
    }
}
