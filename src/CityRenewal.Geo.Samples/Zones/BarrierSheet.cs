using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>Barriers 阻隔: the middle lines of rivers, rails, expressways and arterials.</summary>
internal static class BarrierSheet
{
    /// <summary>The layer.</summary>
    public static SourceLayer Of(Layout layout)
    {
        var shapes = new ShapeSink();
        var (ids, kinds, widths) = (new List<string>(), new List<string>(), new List<double>());
        foreach (var run in LineRuns.Of(layout).Where(run => run.Kind != LineKind.Avenue))
        {
            foreach (var spot in new WaterCourse(0, "", "", 0, run.Corners).Middle(40))
            {
                shapes.Add(layout.Bend.ToMap(spot));
            }

            shapes.EndPath();
            shapes.EndFeature();
            ids.Add($"B{ids.Count + 1:0000}");
            kinds.Add(run.Kind switch
            {
                LineKind.River or LineKind.Stream => "river",
                LineKind.Railway => "railway",
                LineKind.Expressway => "expressway",
                _ => "arterial",
            });
            widths.Add(ids.Count % 9 == 0 ? double.NaN : Math.Round(layout.Plan.Lattice.Gap(run.Kind) - 4));
        }

        return new SourceLayer
        {
            Name = LayerNames.Barriers,
            Epsg = Bend.Epsg,
            Origin = SampleCity.OriginOfLayers,
            Shapes = shapes.ToShapes(ShapeKind.Line),
            Columns =
            [
                new TextSource("barrier_id", TextColumn.From(ids)),
                new TextSource("kind", TextColumn.From(kinds)),
                new RealSource("width_m", [.. widths]),
            ],
        };
    }
}
