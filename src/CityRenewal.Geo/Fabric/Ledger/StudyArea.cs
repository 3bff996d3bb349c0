using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>The study area (研究范围) as one outline, and where it comes from.</summary>
/// <param name="Outline">One feature; none where the study area has to be assumed.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record StudyArea(PolygonColumns Outline, StudyAreaSource Source)
{
    /// <summary>The layer study_area, else the union of planning units, else the UDB; the first that has land.</summary>
    public static StudyArea Of(City city, int tolerance, ParallelOptions parallel)
    {
        ReadOnlySpan<(string Layer, StudyAreaSource Source)> sources =
        [
            (LayerNames.StudyArea, StudyAreaSource.Given),
            (LayerNames.PlanningUnits, StudyAreaSource.PlanningUnits),
            (LayerNames.Udb, StudyAreaSource.Udb),
        ];
        foreach (var (layer, source) in sources)
        {
            var outline = UnionOf(city.Layer(layer).Shapes, tolerance, parallel);
            if (outline.X.Length > 0)
            {
                return new StudyArea(outline, source);
            }
        }

        return new StudyArea(PolygonColumns.Empty, StudyAreaSource.Assumed);
    }

    private static PolygonColumns UnionOf(PolygonColumns zones, int tolerance, ParallelOptions parallel)
    {
        if (zones.X.Length == 0)
        {
            return PolygonColumns.Empty;
        }

        var linework = new Linework(zones, [], PolygonColumns.Empty, PolygonColumns.Empty);
        var (arrangement, _) = Arrangement.Of(linework, tolerance, parallel);
        int[] covered = [.. Enumerable.Range(1, arrangement.FaceCount - 1).Where(face => arrangement.Cover[face] != Covers.None)];
        return OutlineWalk.Of(arrangement.ToGraph(), covered);
    }
}
