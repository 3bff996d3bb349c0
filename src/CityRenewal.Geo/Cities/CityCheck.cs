using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Readiness;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// The checks that need a whole city: neighbours, buildings on parcels, layers against each other, attributes against
/// geometry. What reading and the checks of single layers found comes in and goes out with them.
/// </summary>
public static class CityCheck
{
    /// <summary>Checks a city.</summary>
    /// <param name="work">The work on the city; facts and fabric are kept in it for later stages.</param>
    /// <param name="layers">Its layers as delivered.</param>
    /// <param name="known">What is known of them already.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static CheckReport Of(
        CityWork work, IReadOnlyList<SourceLayer> layers, IReadOnlyList<Defect> known,
        IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var city = work.City;
        var facts = work.Facts(progress, cancel);
        var fabric = work.Fabric(progress, cancel);
        progress?.Report(new WorkProgress("comparing neighbours", 0));
        var (findings, ofLayers) = Findings(work, layers, known, cancel);
        var (single, habits) = HabitualNotes.Of(city, findings);
        var told = new CityPlaces(city, layers).Tell(single);
        var defects = DefectList.Merged(known, told, ofLayers, habits);
        progress?.Report(new WorkProgress("estimating tolerances", 0));
        var tolerances = work.Tolerances(progress, cancel);
        return new CheckReport
        {
            City = city,
            Defects = defects,
            Systems = layers.GroupBy(layer => layer.Name).ToDictionary(sheets => sheets.Key, sheets => sheets.First().Epsg),
            Lands = [.. Enumerable.Range(0, single.Count).Where(i => single[i].Outline is not null)
                .Select(i => new DefectLand(told[i], single[i].Outline!))
                .OrderBy(land => land.Defect, Comparer<Defect>.Create(Defect.Compare))],
            Tolerances = tolerances,
            Readiness = ReadinessReport.Of(city, (facts, fabric), defects, tolerances),
            Fabric = fabric,
        };
    }

    private static (List<CityFinding> Findings, List<Defect> OfLayers) Findings(
        CityWork work, IReadOnlyList<SourceLayer> layers, IReadOnlyList<Defect> known, CancellationToken cancel)
    {
        var city = work.City;
        var run = new OverlayRun(city.Plane, work.Threads, cancel);
        var spoiltParcels = SpoiltRows.Of(city.Parcels.Ids, LayerNames.Parcels, known);
        var spoiltBuildings = SpoiltRows.Of(city.Buildings.Ids, LayerNames.Buildings, known);
        var boxes = FeatureBoxes.Of(city.Parcels.Shapes, work.Threads, cancel);
        var (corners, noise) = ParcelCornerCheck.Of(city, (boxes, spoiltParcels), work.Threads, cancel);
        var (areas, basis) = DeclaredAreas.Of(city, layers, spoiltParcels);
        var fabric = work.Fabric(cancel: cancel);
        var facts = work.Facts(cancel: cancel);
        List<CityFinding> findings =
        [
            .. NarrowVoidCheck.Of(city, fabric, corners, spoiltParcels),
            .. corners,
            .. OverlapCheck.Of(city, fabric, spoiltParcels),
            .. BuildingPlaceCheck.Of(city, facts, (spoiltParcels, spoiltBuildings), run),
            .. ControlZoneCheck.Of(city, run),
            .. BuildingContradictions.Of(city, facts),
            .. MultipartParcels.Of(city),
            .. areas,
        ];
        return (findings, [.. noise, .. basis, .. LayerAgreement.Of(city, facts), .. LayerAges.Of(layers, city.BaselineYear)]);
    }
}
