using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
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
    /// <param name="layers">Its layers as delivered, or what <see cref="DeliveredRows"/> keeps of them.</param>
    /// <param name="known">What is known of them already.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static CheckReport Of(
        CityWork work, IReadOnlyList<SourceLayer> layers, IReadOnlyList<Defect> known,
        IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var city = work.City;
        var facts = work.Facts(progress, cancel);
        CityComparison? compared = null;
        LayerTolerances? tolerances = null;
        SideBySide.Run(
            work.Threads,
            () => work.Fabric(progress, cancel),
            () =>
            {
                compared = CityComparison.Of(work, layers, known, cancel);
                tolerances = work.Tolerances(cancel: cancel);
            });
        var fabric = work.Fabric(cancel: cancel);
        progress?.Report(new WorkProgress("comparing neighbours", 0));
        var (single, habits) = HabitualNotes.Of(city, compared!.With(fabric));
        var told = new CityPlaces(city, layers).Tell(single);
        var defects = DefectList.Merged(known, told, compared.OfLayers, habits);
        return new CheckReport
        {
            City = city,
            Defects = defects,
            Systems = layers.GroupBy(layer => layer.Name).ToDictionary(sheets => sheets.Key, sheets => sheets.First().Epsg),
            Lands = [.. Enumerable.Range(0, single.Count).Where(i => single[i].Outline is not null)
                .Select(i => new DefectLand(told[i], single[i].Outline!))
                .OrderBy(land => land.Defect, Comparer<Defect>.Create(Defect.Compare))],
            Tolerances = tolerances!,
            Readiness = ReadinessReport.Of(city, (facts, fabric), defects, tolerances!),
            Fabric = fabric,
        };
    }
}
