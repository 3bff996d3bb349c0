using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>The river, its streams, and the strips along them: banks that widen and narrow beside lines of the coarse net.</summary>
internal static class WaterSheet
{
    private const double Step = 28;

    /// <summary>Water surfaces.</summary>
    public static SourceLayer Of(Layout layout)
    {
        var sheet = new ZoneSheet(LayerNames.Water);
        foreach (var course in WaterCourse.All(layout))
        {
            sheet.Add(new ZoneLabel($"W{sheet.Count + 1:000}", course.Kind, course.Name), Strip(layout, course, 0));
        }

        return sheet.ToLayer();
    }

    /// <summary>The strip of a course up to a distance beyond both banks and both ends, metres.</summary>
    public static List<Spot> Strip(Layout layout, WaterCourse course, double beyond)
    {
        var width = new GradientNoise(layout.Seed, 41);
        var (left, right) = (new List<Spot>(), new List<Spot>());
        var middle = course.Middle(Step);
        for (var k = 0; k < middle.Count; k++)
        {
            var along = (middle[Math.Min(k + 1, middle.Count - 1)] - middle[Math.Max(k - 1, 0)]).Direction;
            var half = course.Width / 2 * (0.86 + (0.14 * width.At(k * Step / 260, course.Number)));
            var place = middle[k] + ((k == 0 ? -beyond : k == middle.Count - 1 ? beyond : 0) * along);
            left.Add(layout.Bend.ToMap(place + ((half + beyond) * along.Left)));
            right.Add(layout.Bend.ToMap(place - ((half + beyond) * along.Left)));
        }

        right.AddRange(left.AsEnumerable().Reverse());
        return right;
    }
}
