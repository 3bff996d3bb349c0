using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Refuses to make a city with layers in coordinates of an online map: every overlay would be wrong by half a kilometre.</summary>
internal static class OnlineMaps
{
    public static void ThrowIfAny(IReadOnlyList<SourceLayer> layers, IReadOnlyList<Defect> found)
    {
        var problems = new ImportProblems();
        foreach (var defect in found.Where(defect => defect.Code == PlacementDefects.OnlineMapCoordinates.Code))
        {
            var origin = layers.First(layer => layer.Name == defect.Layer).Origin;
            problems.Add(
                origin.Length > 0 ? $"{origin} ({defect.Layer})" : defect.Layer,
                $"{defect.Message} {PlacementDefects.OnlineMapCoordinates.Chinese}。",
                $"{defect.Remedy} {PlacementDefects.OnlineMapCoordinates.ChineseRemedy}");
        }

        problems.ThrowIfAny();
    }
}
