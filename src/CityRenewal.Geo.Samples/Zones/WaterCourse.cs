using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>A river or stream on the drawing board.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Kind">river or stream.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Width">Greatest width, metres.</param>
/// <param name="Corners">The corners of the coarse net that it runs through.</param>
internal sealed record WaterCourse(int Number, string Kind, string Name, double Width, IReadOnlyList<Spot> Corners)
{
    /// <summary>All courses that touch the city: the river, then streams from west to east.</summary>
    public static List<WaterCourse> All(Layout layout)
    {
        var courses = new List<WaterCourse>();
        foreach (var run in LineRuns.Of(layout).Where(run => run.Kind is LineKind.River or LineKind.Stream))
        {
            var isRiver = run.Kind == LineKind.River;
            var gap = layout.Plan.Lattice.Gap(run.Kind);
            var name = isRiver ? "澜溪江" : PlaceNames.Of((3 * courses.Count) + 2)[..1] + "龙河";
            courses.Add(new WaterCourse(courses.Count, isRiver ? "river" : "stream", name, gap - (isRiver ? 30 : 16), run.Corners));
        }

        return courses;
    }

    /// <summary>Places along the middle, a step apart.</summary>
    public List<Spot> Middle(double step)
    {
        var places = new List<Spot>();
        for (var c = 0; c + 1 < Corners.Count; c++)
        {
            var pieces = Math.Max(1, (int)((Corners[c + 1] - Corners[c]).Length / step));
            for (var piece = 0; piece < pieces; piece++)
            {
                places.Add(Corners[c].Toward(Corners[c + 1], (double)piece / pieces));
            }
        }

        places.Add(Corners[^1]);
        return places;
    }
}
