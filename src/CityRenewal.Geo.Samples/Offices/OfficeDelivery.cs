using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Samples.Offices;

/// <summary>A sample city as its offices deliver it: many formats, systems, field names and hands, and what they mean.</summary>
/// <param name="Files">Files with shapes.</param>
/// <param name="Ledgers">Tables without shapes.</param>
/// <param name="Truth">What every value means that is not written the way the city keeps it.</param>
/// <param name="Mapping">A mapping that reads the files.</param>
public sealed record OfficeDelivery(
    IReadOnlyList<OfficeFile> Files, IReadOnlyList<OfficeLedger> Ledgers, IReadOnlyList<OfficeTruth> Truth, string Mapping)
{
    /// <summary>The delivery of the sample city of the same options.</summary>
    public static OfficeDelivery Of(SampleOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var layers = SampleCity.Of(options, progress, cancel).ToDictionary(layer => layer.Name);
        progress?.Report(new WorkProgress("Copying out for the offices", 0));
        var truth = new List<OfficeTruth>();
        var buildings = new BuildingOffice(layers[LayerNames.Buildings], options.Seed, truth);
        OfficeFile[] files =
        [
            new LandOffice(layers[LayerNames.Parcels], options.Seed, truth).Parcels(),
            buildings.Buildings(),
            PlanningOffice.Boundary(layers[LayerNames.Udb], truth),
            PlanningOffice.Units(layers[LayerNames.PlanningUnits]),
            HeritageOffice.Lines(layers[LayerNames.HistoricZones]),
            HeritageOffice.Buildings(layers[LayerNames.ProtectedItems]),
            PlanningOffice.Barriers(layers[LayerNames.Barriers], layers[LayerNames.Water]),
        ];
        return new OfficeDelivery(files, [buildings.Ledger(), buildings.NameList()], truth, OfficeMapping.Text);
    }
}
